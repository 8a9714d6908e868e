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
    var withoutPersonalNumbers: String {
        namesAPerson ? String(map { $0.isNumber ? "•" : $0 }) : self
    }

    /// Whether the text holds what looks like a personal identity number.
    fileprivate var namesAPerson: Bool {
        Array(utf8).withUnsafeBufferPointer { PersonalNumberScan.count(in: $0) } > 0
    }
}

extension Record {
    /// Whether any of its fields holds what looks like a personal identity number, as delivered or as it is read.
    var namesAPerson: Bool {
        values.contains { field in
            field.map { $0.raw.namesAPerson || $0.value?.namesAPerson == true } ?? false
        }
    }
}
