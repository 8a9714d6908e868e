/// The rule for slow servers: in each stretch of time a least number of bytes must come.
struct StallWatch {
    private let clock = ContinuousClock()
    private let stretch: Duration
    private let least: Int
    private var begin: ContinuousClock.Instant
    private var bytes = 0

    init(limits: FetchLimits) {
        stretch = .milliseconds(limits.stallMilliseconds)
        least = limits.lowSpeedBytes
        begin = clock.now
    }

    /// Takes note of bytes that came; enough of them begin a new stretch.
    mutating func count(_ more: Int) {
        bytes += more
        if bytes >= least { restart() }
    }

    /// Whether a stretch ended with too few bytes. Before the connection stands another limit rules.
    mutating func hasStalled(isConnected: Bool) -> Bool {
        guard isConnected else {
            restart()
            return false
        }
        return clock.now - begin >= stretch
    }

    /// Until the running stretch ends.
    var millisecondsLeft: Int {
        let left = stretch - (clock.now - begin)
        return max(0, Int(left / .milliseconds(1)) + 1)
    }

    private mutating func restart() {
        begin = clock.now
        bytes = 0
    }
}
