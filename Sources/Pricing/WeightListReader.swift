package import Federation

/// Something wrong in a weight list's file (fel i viktlista).
package struct WeightListFault: Error, Hashable, Sendable {
    /// The stable code, for example `weight-list-not-a-weight`.
    package let code: String
    /// The line in the file, from 1.
    package let line: Int
    /// The column's heading; nil where the whole row is meant.
    package let column: String?
    /// The field as it stands there.
    package let value: String
}

extension WeightList {
    /// The headings of the file, in order.
    package static let headings = [
        "DRG", "MDC", "Text", "Vikt", "Kostnadsytterfallsgräns", "Vårdtidsytterfallsgräns", "Vårdform",
    ]

    /// A row of the file: its line from 1 and its fields.
    package typealias Row = (line: Int, fields: [String])

    /// Builds the list from the rows of its file, the headings first; throws the faults of all rows together.
    package static func read(
        id: String, fingerprint: Fingerprint, rows: some Sequence<Row>
    ) throws(WeightListFaults) -> WeightList {
        var reader = WeightListReader()
        var rows = rows.makeIterator()
        reader.readHeadings(rows.next())
        while reader.headingsRead, let row = rows.next() { reader.read(row) }
        guard reader.faults.isEmpty else { throw WeightListFaults(faults: reader.faults) }
        return WeightList(id: id, fingerprint: fingerprint, weights: reader.weights)
    }
}

/// All faults of one weight list's file.
package struct WeightListFaults: Error, Hashable, Sendable {
    /// In order of line; at least one.
    package let faults: [WeightListFault]
}

/// Reads the rows of a weight list one by one.
private struct WeightListReader {
    private(set) var weights: [DRGWeight] = []
    private(set) var faults: [WeightListFault] = []
    private(set) var headingsRead = false
    /// The groups read so far, by DRG and kind of care.
    private var seen: Set<String> = []

    mutating func readHeadings(_ row: WeightList.Row?) {
        headingsRead = row?.fields.map(\.normalized) == WeightList.headings
        guard !headingsRead else { return }
        report("weight-list-headings", row?.line ?? 1, nil, row?.fields.joined(separator: ";") ?? "")
    }

    mutating func read(_ row: WeightList.Row) {
        guard row.fields.count == WeightList.headings.count else {
            return report("weight-list-fields", row.line, nil, String(row.fields.count))
        }
        let before = faults.count
        let fields = row.fields
        if !Self.isDRG(fields[0]) { report("weight-list-not-a-group", row.line, 0, fields[0]) }
        let weight = field(fields[3], "weight-list-not-a-weight", row.line, 3, read: Self.weight)
        let cost = field(fields[4], "weight-list-not-a-limit", row.line, 4, read: Self.costLimit)
        let days = field(fields[5], "weight-list-not-a-limit", row.line, 5, read: Self.daysLimit)
        guard let typeOfCare = TypeOfCare(rawValue: fields[6]) else {
            return report("weight-list-unknown-type-of-care", row.line, 6, fields[6])
        }
        if !seen.insert("\(fields[0]) \(fields[6])").inserted {
            report("weight-list-group-twice", row.line, 0, fields[0])
        }
        guard faults.count == before else { return }
        weights.append(
            DRGWeight(
                drg: fields[0], mdc: fields[1], text: fields[2].normalized, weight: weight,
                costLimit: cost == Self.noCostLimit ? nil : cost, daysLimit: days, typeOfCare: typeOfCare,
                line: row.line))
    }

    /// An empty field is absent; one that cannot be read is reported.
    private mutating func field<Value>(
        _ text: String, _ code: String, _ line: Int, _ column: Int, read: (String) -> Value?
    ) -> Value? {
        guard !text.isEmpty else { return nil }
        let value = read(text)
        if value == nil { report(code, line, column, text) }
        return value
    }

    private mutating func report(_ code: String, _ line: Int, _ column: Int?, _ value: String) {
        faults.append(
            WeightListFault(code: code, line: line, column: column.map { WeightList.headings[$0] }, value: value))
    }

    /// 99 999 999 kr is how the national lists write that there is no limit.
    private static let noCostLimit = Amount(kronor: 99_999_999)

    /// One letter, two digits, one letter.
    private static func isDRG(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let letters: ClosedRange<UInt8> = 65...90
        let digits: ClosedRange<UInt8> = 48...57
        return bytes.count == 4 && letters.contains(bytes[0]) && digits.contains(bytes[1])
            && digits.contains(bytes[2]) && letters.contains(bytes[3])
    }

    /// `1,210` with decimal comma, at most four decimals, not negative.
    private static func weight(_ text: String) -> ExactDecimal? {
        guard !text.contains("."), let number = ExactDecimal(text.replacing(",", with: ".")) else { return nil }
        return number.units >= 0 && number.scale <= 4 ? number : nil
    }

    /// Whole kronor, above zero.
    private static func costLimit(_ text: String) -> Amount? {
        daysLimit(text).flatMap { Amount(kronor: Int64($0)) }
    }

    /// Whole days, above zero.
    private static func daysLimit(_ text: String) -> Int? {
        guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text), number > 0 else { return nil }
        return number
    }
}
