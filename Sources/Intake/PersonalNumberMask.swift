import Federation

extension FindingsReport {
    /// The same findings without personal identity numbers in what they quote: a dot stands for each digit there.
    var withoutPersonalNumbers: FindingsReport {
        FindingsReport(
            totals: totals,
            samples: samples.map { finding in
                Finding(
                    finding.code, finding.arguments.mapValues(\.withoutPersonalNumbers), at: finding.place,
                    sample: finding.sample?.withoutPersonalNumbers)
            })
    }
}

extension String {
    /// The text, with a dot for each digit where it holds a personal identity number.
    fileprivate var withoutPersonalNumbers: String {
        var scan = PersonalNumberScan()
        Array(utf8).withUnsafeBytes { scan.take($0) }
        scan.endOfWord()
        return scan.found.isEmpty ? self : String(map { $0.isNumber ? "•" : $0 })
    }
}
