/// How long to wait before trying again (väntetid): doubling from try to try up to the longest wait, half of it by lot so
/// that many do not come back at once, and no shorter than the server asks.
struct RetryWait {
    let limits: FetchLimits
    /// A number from 0 up to but not including its argument, drawn by lot.
    let jitter: (Int) -> Int

    /// The wait in milliseconds before retry number `number`, counted from 1; nil where the server asks for more than
    /// the longest wait.
    func milliseconds(before number: Int, asked: Int) -> Int? {
        guard asked <= limits.longestWaitMilliseconds else { return nil }
        let doublings = min(number - 1, 30)
        let full = min(limits.retryBaseMilliseconds << doublings, limits.longestWaitMilliseconds)
        return max(asked, full / 2 + jitter(full / 2 + 1))
    }
}
