import Federation

extension FindingsReport {
    /// The same findings without personal identity numbers in what they quote and in their paths: a dot stands for each digit there.
    var withoutPersonalNumbers: FindingsReport {
        FindingsReport(
            totals: totals,
            samples: samples.map { finding in
                Finding(
                    finding.code, finding.arguments.mapValues(\.withoutPersonalNumbers),
                    at: finding.place?.withoutPersonalNumbers,
                    sample: finding.sample?.withoutPersonalNumbers)
            })
    }
}

extension Place {
    /// The same place; a name in its path may be a personal identity number.
    fileprivate var withoutPersonalNumbers: Place {
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        return Place(
            part: part, bytes: bytes, line: line, column: column,
            path: steps.map { String($0).withoutPersonalNumbers }.joined(separator: "/"))
    }
}

extension String {
    /// The text, with a dot for each digit where it holds a personal identity number.
    fileprivate var withoutPersonalNumbers: String {
        let count = Array(utf8).withUnsafeBufferPointer { PersonalNumberScan.count(in: $0) }
        return count == 0 ? self : String(map { $0.isNumber ? "•" : $0 })
    }
}
