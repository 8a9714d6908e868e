import Synchronization
import Testing

/// What a site was asked and answered, to be held against `openapi.json`.
final class Encounters: Sendable {
    private struct Encounter: Hashable {
        let method: String
        let path: Substring
        let status: Int
    }

    private let met = Mutex<Set<Encounter>>([])

    /// Notes an answer to a request that was written as text. Every answer has a date.
    func note(_ reply: Reply, to text: String) {
        #expect(reply.isDated)
        let words = text.prefix { $0 != "\r\n" }.split(separator: " ")
        guard words.count == 3 else { return }
        let encounter = Encounter(
            method: String(words[0]), path: words[1].prefix { $0 != "?" }, status: reply.status)
        met.withLock { _ = $0.insert(encounter) }
    }

    /// Finds fault with each answer of a documented address whose status the document does not list.
    func check(against api: APIDocument) throws {
        for encounter in met.withLock({ $0 }) {
            guard let operation = try api.operation(encounter.method, encounter.path) else { continue }
            #expect(
                operation.statuses.contains(String(encounter.status)),
                "\(encounter.method) \(operation.path) answers \(encounter.status)")
        }
    }
}
