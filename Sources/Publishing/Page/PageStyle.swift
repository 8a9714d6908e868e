/// The style of the page: sober, wide tables on a screen, cards on a telephone, A4 on paper.
enum PageStyle {
    static let text = """
        :root { --ink: #1c2126; --muted: #55606a; --line: #d5dbdf; --soft: #f3f6f7; --accent: #0f4c5c;
          --strong: #8a3b00; --strong-soft: #fdf2e4; color-scheme: light; }
        * { box-sizing: border-box; }
        [hidden] { display: none !important; }
        html { scroll-padding-top: 6rem; }
        body { margin: 0; color: var(--ink); background: #fff;
          font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        .wrap { max-width: 78rem; margin: 0 auto; padding: 0 1.25rem; }
        a { color: var(--accent); }
        :focus-visible { outline: 3px solid #e08a1e; outline-offset: 2px; }
        .skip { position: absolute; left: -99rem; }
        .skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem 1rem; z-index: 9; }
        .head { background: var(--accent); color: #fff; padding: 2.25rem 0 1.75rem; }
        .head p { margin: 0; }
        .publisher { font-size: .95rem; opacity: .92; }
        h1 { margin: .15rem 0 .4rem; font-size: clamp(1.6rem, 4.5vw, 2.5rem); line-height: 1.15; font-weight: 650;
          letter-spacing: -.01em; }
        .validity { display: flex; flex-wrap: wrap; gap: .35rem 1rem; align-items: center; }
        .stamp { border: 1px solid rgba(255, 255, 255, .75); border-radius: 2px; padding: .05rem .6rem; font-weight: 600; }
        .stamp.draft { background: #fff; color: var(--strong); border-color: #fff; }
        .notices { margin-top: 1.25rem; }
        .notice { margin: 0 0 .5rem; padding: .6rem .9rem; border-left: 4px solid var(--accent); background: #eaf2f4; }
        .notice.strong { border-color: #c2570c; background: var(--strong-soft); }
        .notice.strong strong { color: var(--strong); }
        .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .9rem 2rem;
          margin: 1.5rem 0; }
        .facts dt { color: var(--muted); font-size: .85rem; }
        .facts dd { margin: 0; font-weight: 500; }
        .contents ul { list-style: none; margin: 0 0 1.25rem; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
        .contents a { display: block; padding: .35rem .75rem; border: 1px solid var(--line); border-radius: 2px;
          text-decoration: none; font-weight: 500; }
        .contents a:hover { border-color: var(--accent); background: var(--soft); }
        .contents .grave { color: var(--strong); border-color: #c2570c; background: var(--strong-soft); }
        .count { font-weight: 400; color: var(--muted); font-variant-numeric: tabular-nums; }
        .grave .count { color: inherit; }
        .filter { position: sticky; top: 0; z-index: 5; background: #fff; border-block: 1px solid var(--line);
          padding: .6rem 0; }
        .filter .wrap { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; }
        .filter label span { display: block; font-size: .82rem; color: var(--muted); }
        .filter .grow { flex: 1 1 18rem; }
        .filter input, .filter select { font: inherit; width: 100%; padding: .35rem .5rem; border: 1px solid #7b868e;
          border-radius: 2px; background: #fff; color: inherit; }
        .filter output { flex: 0 0 auto; min-width: 12rem; padding-bottom: .35rem; color: var(--muted); }
        .part { margin: 2.25rem 0; }
        h2 { font-size: 1.45rem; line-height: 1.25; margin: 0 0 .6rem; padding-bottom: .3rem;
          border-bottom: 2px solid var(--accent); }
        h3 { font-size: 1.1rem; margin: 1.6rem 0 .3rem; }
        table { width: 100%; border-collapse: collapse; font-size: .93rem; font-variant-numeric: tabular-nums; }
        caption { text-align: left; color: var(--muted); font-size: .88rem; padding: .25rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .32rem .6rem .32rem 0; border-bottom: 1px solid var(--line); }
        thead th { font-size: .82rem; color: var(--muted); font-weight: 600; border-bottom: 1px solid #8d989f;
          vertical-align: bottom; }
        td.n, th.n { text-align: right; white-space: nowrap; padding-right: 1.2rem; }
        th.n { white-space: normal; }
        th.limit { max-width: 6.5rem; }
        .rows th.text { width: 42%; }
        td.price { font-weight: 600; }
        td.code, td.word { white-space: nowrap; }
        td.word, th.word { padding-right: 1rem; }
        td.code { font-weight: 600; }
        td.id { font: .76rem/1.9 ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--muted);
          white-space: nowrap; }
        tr.group th { background: var(--soft); padding: .4rem .5rem; font-weight: 600; }
        tbody tr:hover td { background: #f7fafb; }
        tr:target td { background: #fff6d6; }
        .missing { border-left: 4px solid #c2570c; background: var(--strong-soft); padding: .7rem 1rem; margin: .6rem 0; }
        .missing h3 { margin: 0; color: var(--strong); }
        .missing p { margin: .35rem 0 .2rem; }
        .missing ul { margin: .2rem 0 0; padding-left: 1.2rem; }
        .missing ul.many { columns: 26rem auto; column-gap: 2.5rem; }
        .missing li { break-inside: avoid; }
        .complete { border-left: 4px solid #2d7a4a; background: #edf6f0; padding: .6rem .9rem; margin: 0; }
        ul.plain { margin: 0; padding-left: 1.1rem; }
        .none { color: var(--muted); }
        .foot { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1.25rem; padding-bottom: 2.5rem;
          font-size: .88rem; color: var(--muted); }
        .foot h2 { font-size: 1.05rem; border: 0; color: var(--ink); }
        .sources div { margin-bottom: .35rem; }
        .sources dt { color: var(--ink); }
        .sources dd { margin: 0; overflow-wrap: anywhere; }

        """ + narrow + print

    /// On a telephone a row of prices becomes a card: code and text, the price at the right, the rest in a small line.
    private static let narrow = """
        @media (max-width: 62rem) { td.id, th.id { display: none; } }
        @media screen and (max-width: 44rem) {
          html { scroll-padding-top: 9.5rem; }
          .wrap { padding: 0 1rem; }
          .filter output { min-width: 0; padding: 0; font-size: .85rem; }
          .filter .grow { flex-basis: 11rem; }
          .rows thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
          .rows, .rows tbody, .rows tr, .rows caption, .rows tr.group th { display: block; }
          .rows tr:not(.group) { position: relative; padding: .5rem 7.2rem .5rem 0; border-bottom: 1px solid var(--line); }
          .rows td { display: inline; padding: 0; border: 0; color: var(--muted); font-size: .86rem; }
          .rows td.code, .rows td.text { color: var(--ink); font-size: .95rem; }
          .rows td.code::after { content: "  "; white-space: pre; }
          .rows td.text::after { content: ""; display: block; }
          .rows td.price { position: absolute; right: 0; top: .5rem; color: var(--ink); font-size: .95rem; }
          .rows td.price::after { content: " kr"; font-weight: 400; }
          .rows td.word:not(:empty)::after { content: " · "; }
          .rows td.word.last:not(:empty)::after { content: ""; }
          .rows td.mdc::before { content: "MDC "; }
          .rows td.weight::before { content: "vikt "; }
          .rows td.weight::after { content: " · "; }
          .rows td.cost:not(:empty)::before { content: "kostnadsgräns "; }
          .rows td.cost:not(:empty)::after { content: " kr · "; }
          .rows td.days:not(:empty)::after { content: " dagar"; }
          .rows td.id { display: none; }
          .stack thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
          .stack, .stack caption, .stack tbody, .stack tr, .stack th, .stack td { display: block; }
          .stack tr:not(.group) { padding: .5rem 0; border-bottom: 1px solid var(--line); }
          .stack th, .stack td { border: 0; padding: 0; text-align: left; }
          .stack tr.group th { padding: .4rem .5rem; }
          .stack td:empty { display: none; }
          .stack td::before { content: attr(data-h) ": "; color: var(--muted); font-weight: 400; }
        }

        """

    /// On A4: no search, heads of tables on every page, rows kept whole, page numbers.
    private static let print = """
        @media print {
          html { font-size: 8.5pt; }
          body { line-height: 1.35; }
          .wrap { max-width: none; padding: 0; }
          .filter, .contents, .skip, td.id, th.id { display: none; }
          .filter.active { display: block; position: static; border: 0; padding: 0; }
          .filter.active label { display: none; }
          .head { background: none; color: var(--ink); padding: 0 0 .5rem; border-bottom: 2pt solid var(--accent); }
          .stamp, .stamp.draft { border: 1pt solid currentColor; }
          h1 { font-size: 20pt; }
          h2, h3, caption, tr.group { break-after: avoid; }
          .part { margin: 1.2rem 0; }
          thead { display: table-header-group; }
          tr, .notice, .missing { break-inside: avoid; }
          th, td, td.word, th.word { padding: 1.6pt 5pt 1.6pt 0; }
          table { font-size: .92em; }
          .facts { grid-template-columns: repeat(3, 1fr); gap: .4rem 1.2rem; margin: .8rem 0; }
          .notice, .missing, .complete, tr.group th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          a { color: inherit; text-decoration: none; }
        }
        @page { size: A4; margin: 18mm 14mm 16mm;
          @top-left { font: 8pt system-ui, sans-serif; color: #55606a; }
          @bottom-right { content: counter(page) " (" counter(pages) ")"; font: 8pt system-ui, sans-serif; color: #55606a; } }

        """
}
