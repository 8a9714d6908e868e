/// How grave a finding is: an error blocks, a warning must be acknowledged by a person, an info is told.
package enum Severity: String, Sendable, CaseIterable, Comparable {
    case info, warning, error

    package static func < (left: Severity, right: Severity) -> Bool {
        allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
}

/// Where something stands in a delivered version (plats).
package struct Place: Hashable, Sendable {
    /// The part of the version, from 0.
    package let part: Int
    /// The bytes in the content, before any transcoding.
    package let bytes: Range<Int>
    /// The line, from 1.
    package let line: Int
    /// The column in characters, from 1.
    package let column: Int
    /// An XPath or a JSON Pointer; empty where only the line is known.
    package let path: String

    package init(part: Int = 0, bytes: Range<Int>, line: Int, column: Int, path: String) {
        self.part = part
        self.bytes = bytes
        self.line = line
        self.column = column
        self.path = path
    }
}

/// Something wrong or noteworthy in the data (anmärkning): a value, collected, never thrown.
/// Severity and sentences stand in `Contracts/findings.json` under the code.
package struct Finding: Hashable, Sendable {
    /// The stable code, for example `amount-not-a-number`.
    package let code: String
    /// The named values that the sentences are filled with.
    package let arguments: [String: String]
    package let place: Place?
    /// The offending text as delivered, at most 200 characters, cut with `…`; never a personal identity number.
    package let sample: String?

    package init(_ code: String, _ arguments: [String: String] = [:], at place: Place? = nil, sample: String? = nil) {
        self.code = code
        self.arguments = arguments
        self.place = place
        self.sample = sample.map { $0.dropFirst(200).isEmpty ? $0 : $0.prefix(199) + "…" }
    }
}

/// What became of a version after its examination (granskning).
package enum Verdict: String, Sendable, CaseIterable {
    /// It is the region's submission.
    case accepted
    /// A person decides whether it is.
    case held
    /// It never becomes one.
    case refused
}

/// The findings of one examination: true totals per code, and the first of each code as samples.
package struct FindingsReport: Hashable, Sendable {
    /// Samples kept of one code.
    package static let samplesPerCode = 1000

    package private(set) var totals: [String: Int]
    package private(set) var samples: [Finding]

    /// A report with nothing in it.
    package init() {
        totals = [:]
        samples = []
    }

    /// A report read back from where it was kept.
    package init(totals: [String: Int], samples: [Finding]) {
        self.totals = totals
        self.samples = samples
    }

    /// Counts a finding, and keeps it while fewer than the cap of its code are kept.
    package mutating func add(_ finding: Finding) {
        let total = totals[finding.code, default: 0] + 1
        totals[finding.code] = total
        if total <= FindingsReport.samplesPerCode { samples.append(finding) }
    }

    /// Forgets everything but findings of these codes.
    package mutating func keepOnly(_ codes: Set<String>) {
        totals = totals.filter { codes.contains($0.key) }
        samples.removeAll { !codes.contains($0.code) }
    }
}
