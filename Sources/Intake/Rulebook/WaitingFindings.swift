import Federation

/// Findings of one code that are told later: how many there are, and no more of them than a report shows.
struct WaitingFindings {
    private(set) var total = 0
    private(set) var samples: [Finding] = []
    private var last: Finding?

    init() {}

    /// Findings that are counted already.
    init(total: Int, samples: [Finding]) {
        self.total = total
        self.samples = Array(samples.prefix(FindingsReport.samplesPerCode))
    }

    /// Several such, in the order of the delivery.
    init(_ several: [WaitingFindings]) {
        let samples = several.flatMap(\.samples).sorted { $0.order < $1.order }
        self.init(total: several.reduce(0) { $0 + $1.total }, samples: samples)
    }

    /// Counts a finding. What is said again of the same inherited value is the same finding.
    mutating func add(_ finding: Finding) {
        guard finding.place == nil || finding != last else { return }
        last = finding
        total += 1
        if samples.count < FindingsReport.samplesPerCode { samples.append(finding) }
    }
}

extension FindingsReport {
    /// The report with findings of one code that waited; of those without a sample only the number is known.
    func adding(_ waiting: WaitingFindings) -> FindingsReport {
        var report = self
        for finding in waiting.samples { report.add(finding) }
        guard let code = waiting.samples.first?.code, waiting.total > waiting.samples.count else { return report }
        let more = [code: waiting.total - waiting.samples.count]
        return FindingsReport(totals: report.totals.merging(more, uniquingKeysWith: +), samples: report.samples)
    }
}

extension Finding {
    /// The part and the byte that it stands at.
    fileprivate var order: (Int, Int) { (place?.part ?? 0, place?.bytes.lowerBound ?? 0) }
}
