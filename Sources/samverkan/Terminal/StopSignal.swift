import UnixSignals

/// Waits for SIGINT or SIGTERM.
struct StopSignal {
    private let signals: UnixSignalsSequence

    /// Begins to listen.
    init() async { signals = await UnixSignalsSequence(trapping: .sigint, .sigterm) }

    /// Returns when a signal has come.
    func wait() async {
        for await _ in signals { return }
    }
}
