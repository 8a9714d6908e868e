package import Logging

/// Tells the log how long each step of a long job took, at level `debug`.
package struct Stopwatch {
    private let logger: Logger
    private var began = ContinuousClock.now

    /// Starts the first step.
    package init(_ logger: Logger) { self.logger = logger }

    /// Ends a step, tells its milliseconds, and starts the next.
    package mutating func ended(_ step: String) {
        let now = ContinuousClock.now
        let (seconds, attoseconds) = (now - began).components
        let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        logger.debug("step ended", metadata: ["step": "\(step)", "milliseconds": "\(milliseconds)"])
        began = now
    }
}
