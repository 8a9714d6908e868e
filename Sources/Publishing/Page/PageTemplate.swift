/// The frame of the page; the template sees exactly `PageFrame`.
enum PageTemplate {
    static let text = """
        <!DOCTYPE html>
        <html lang="sv">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}}</title>
        <style>
        {{{style}}}
        @page { @top-left { content: "{{margin}}"; } }
        </style>
        </head>
        <body>
        <a class="skip" href="#innehall">Hoppa till innehållet</a>
        <header class="head">
        <div class="wrap">
        <p class="publisher">{{publisher}}</p>
        <h1>{{heading}}</h1>
        <p class="validity">{{validity}}<span class="stamp{{#isDraft}} draft{{/isDraft}}">{{stamp}}</span></p>
        </div>
        </header>
        <div class="wrap notices">
        {{#notices}}
        <p class="notice {{weight}}"><strong>{{heading}}.</strong> {{sentence}}</p>
        {{/notices}}
        </div>
        <div class="wrap">
        <dl class="facts">
        {{#facts}}
        <div><dt>{{name}}</dt><dd>{{value}}</dd></div>
        {{/facts}}
        </dl>
        <nav class="contents" aria-label="Innehåll">
        <ul>
        {{#links}}
        <li><a href="#{{id}}"{{#isGrave}} class="grave"{{/isGrave}}>{{name}} <span class="count">{{count}}</span></a></li>
        {{/links}}
        </ul>
        </nav>
        </div>
        <form class="filter" role="search" aria-label="Sök i prislistan" hidden>
        <div class="wrap">
        <label class="grow"><span>Sök kod, benämning, sjukhus eller klinik</span>
        <input type="search" name="q" autocomplete="off" placeholder="t.ex. kirurgi läkarbesök"></label>
        {{#hasRegions}}
        <label><span>Region</span>
        <select name="region"><option value="">Alla regioner</option>
        {{#regions}}
        <option value="{{value}}">{{name}}</option>
        {{/regions}}
        </select></label>
        {{/hasRegions}}
        <output aria-live="polite"></output>
        </div>
        </form>
        <main id="innehall" class="wrap">
        {{{body}}}
        </main>
        <footer class="wrap foot">
        <h2>Listan är gjord av</h2>
        <p>Fingeravtrycken (SHA-256) pekar ut exakt de filer som priserna är beräknade ur.</p>
        <dl class="sources">
        {{#sources}}
        <div><dt>{{name}}</dt><dd><code>{{value}}</code></dd></div>
        {{/sources}}
        </dl>
        <p>Sidan visar alla vårdtjänster upp till {{limit}}. Är de fler visas antal per region, och varje rad finns i
        maskinfilerna (JSON, XML och CSV).</p>
        </footer>
        <script>
        {{{script}}}
        </script>
        </body>
        </html>

        """
}
