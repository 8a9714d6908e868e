/// How the minutes look: A4, a serious face, page numbers, tables whose headings come again on each page.
enum MinutesStyle {
    static let text: StaticString = """
        @page { size: A4; margin: 22mm 16mm 18mm;
          @top-left { content: string(title); font: 8pt "DejaVu Sans"; color: #444; }
          @top-right { content: string(stamp); font: 8pt "DejaVu Sans"; color: #444; }
          @bottom-left { content: string(publisher); font: 8pt "DejaVu Sans"; color: #444; }
          @bottom-right { content: "Sida " counter(page) " av " counter(pages); font: 8pt "DejaVu Sans"; color: #444; } }
        @page :first { @top-left { content: none; } @top-right { content: none; } }
        @page wide { size: A4 landscape; }
        html { font: 9pt/1.4 "DejaVu Sans"; color: #14181c; }
        body { margin: 0; }
        h1 { font-size: 24pt; line-height: 1.15; margin: 6mm 0 4mm; string-set: title content(); }
        h2 { font-size: 15pt; margin: 0 0 3mm; break-after: avoid; }
        h3 { font-size: 10.5pt; margin: 5mm 0 1.5mm; break-after: avoid; }
        p { margin: 0 0 2mm; }
        code { font: 7.5pt "DejaVu Sans Mono"; }
        header { break-after: page; }
        .publisher { margin-top: 24mm; font-size: 11pt; string-set: publisher content(); }
        .stamp { font-size: 12pt; font-weight: bold; string-set: stamp content(); }
        .facts { margin: 10mm 0; }
        .facts div, .rules div { display: flex; padding: 1mm 0; border-bottom: .3pt solid #bbb; }
        dt { width: 60mm; color: #444; }
        dd { margin: 0; flex: 1; }
        .notice { border-left: 2pt solid #9b1c1c; padding: 1mm 3mm; }
        .fingerprint { margin-top: 10mm; }
        nav { break-after: page; }
        nav ol { padding: 0 0 0 6mm; }
        nav li { padding: .8mm 0; }
        nav a { color: inherit; text-decoration: none; }
        nav a::after { content: leader(".") " " target-counter(attr(href url), page); }
        section { margin: 0 0 9mm; }
        #fullstandighet, #drg, #ursprung { break-before: page; }
        #drg, #vardtjanster, #fasta, #tillagg, #forandringar, #avvikelser { page: wide; }
        table { width: 100%; border-collapse: collapse; font-size: 7.5pt; line-height: 1.2; margin: 0 0 4mm; }
        caption { text-align: left; font-weight: bold; padding: 1mm 0; }
        th { text-align: left; vertical-align: bottom; }
        thead th { border-bottom: .8pt solid #14181c; }
        th, td { padding: .5mm 2.5mm .5mm 0; }
        td, tbody th { vertical-align: top; border-bottom: .3pt solid #ccc; font-weight: normal; }
        tr { break-inside: avoid; }
        .stack tbody { break-inside: avoid; }
        tr.group th { font-weight: bold; padding-top: 2.5mm; border-bottom: .5pt solid #777; break-after: avoid; }
        table.lines { table-layout: fixed; border-collapse: separate; border-spacing: 0; }
        .lines th, .lines td { font: 6.4pt/1.3 "DejaVu Sans Mono"; white-space: pre; padding: .6mm 0; }
        .lines th { font-weight: bold; }
        .lines b { font: bold 7.5pt/2.2 "DejaVu Sans"; }
        .n { text-align: right; white-space: nowrap; }
        .code { white-space: nowrap; }
        td.id, th.id { font-size: 6.5pt; white-space: nowrap; }
        .sums th.id { font-size: 7.5pt; }
        .count { font-weight: normal; color: #444; }
        ul { margin: 0 0 2mm; padding-left: 5mm; }
        ul.plain { list-style: none; padding: 0; margin: 0; }
        .missing { break-inside: auto; }

        """
}
