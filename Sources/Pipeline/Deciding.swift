package import Adoption
import Federation
import Registry
package import Storage

extension Gateway {
    /// Decides a held version, named by the first digits of its fingerprint (at least six).
    ///
    /// A version in which something looks like a personal identity number is released only by a person who states that
    /// it is none (`statingNoPersonalNumbers`), and only where it stands in no record. Throws `CommandError` where it
    /// cannot be decided so.
    package func decide(
        _ kind: VersionDecision.Kind, digits: String, by person: String, reason: String,
        statingNoPersonalNumbers: Bool = false
    ) async throws -> KeptExamination {
        let version = try await version(startingWith: digits)
        let (descriptor, feed) = try self.feed(version.region, version.kind)
        var examination = try await examine(version, feed: feed, region: descriptor)
        guard examination.examined == .held else {
            throw CommandError(
                "Versionen är inte kvarhållen, så det finns inget att avgöra.",
                "The version is not held, so there is nothing to decide.")
        }
        if kind == .release {
            try requireStatement(statingNoPersonalNumbers, about: examination)
            examination = try await examine(
                version, feed: feed, region: descriptor, numbersAreCleared: statingNoPersonalNumbers)
            try await requireReleasable(examination, of: version)
        }
        let decision = VersionDecision(
            kind: kind, version: version.fingerprint, by: person, reason: reason,
            seen: Set(examination.report.totals.keys), statesNoPersonalNumbers: statingNoPersonalNumbers, at: now())
        try await store.record(decision, on: version)
        return try await examine(version, feed: feed, region: descriptor)
    }

    /// The only version whose fingerprint begins with these digits.
    private func version(startingWith digits: String) async throws -> FeedVersion {
        guard digits.utf8.count >= 6 else {
            throw CommandError(
                "Skriv minst sex tecken av versionens fingeravtryck.",
                "Give at least six digits of the version's fingerprint.")
        }
        let found = try await store.versions(startingWith: digits)
        guard let version = found.first?.version, found.count == 1 else {
            throw found.isEmpty
                ? CommandError("Ingen version börjar med \(digits).", "No version begins with \(digits).")
                : CommandError(
                    "Flera versioner börjar med \(digits); skriv fler tecken.",
                    "Several versions begin with \(digits); give more digits.")
        }
        return version
    }

    /// A release must say of personal identity numbers what there is to say, and nothing else.
    private func requireStatement(_ isStated: Bool, about examination: KeptExamination) throws {
        guard examination.mayNameAPerson != isStated else { return }
        throw isStated
            ? CommandError(
                "Inget i versionen ser ut som ett personnummer; ta bort --not-personal-numbers.",
                "Nothing in the version looks like a personal identity number; leave out --not-personal-numbers.")
            : CommandError(
                "I versionen står något som ser ut som ett personnummer. Se efter i källan tillsammans med regionen. Är "
                    + "det inget personnummer, intyga det med --not-personal-numbers; annars avvisa versionen och be "
                    + "om en ny leverans.",
                "What looks like a personal identity number stands in the version. Look in the source together with "
                    + "the region. If it is none, state so with --not-personal-numbers; else refuse the version and "
                    + "ask for a new delivery.")
    }

    /// Refuses to release what could never be part of a list.
    private func requireReleasable(_ examination: KeptExamination, of version: FeedVersion) async throws {
        guard examination.hasSubmission else {
            let codes = examination.report.totals.keys
            let hasError = codes.contains { premises.catalogue[$0].severity == .error && !premises.catalogue[$0].holds }
            throw examination.mayNameAPerson && !hasError
                ? CommandError(
                    "Det som ser ut som ett personnummer står i en uppgift som skulle publiceras. Versionen kan bara "
                        + "avvisas. Be regionen skriva uppgiften på annat sätt och leverera på nytt.",
                    "What looks like a personal identity number stands in a field that would be published. The version "
                        + "can only be refused. Ask the region to write the field otherwise and to deliver again.")
                : CommandError(
                    "Versionen har fel som hindrar att den används; den kan bara avvisas. Be regionen om en ny leverans.",
                    "The version has errors that forbid its use; it can only be refused. Ask the region for a new "
                        + "delivery.")
        }
        guard version.kind == .priceList else { return }
        if try await store.priceHeader(examination: examination.id, region: version.region).testData {
            throw CommandError(
                "Versionen är märkt som provdata och kan aldrig ingå i en lista. Be regionen om en skarp leverans.",
                "The version is marked as test data and can never be part of a list. Ask the region for a real delivery."
            )
        }
    }
}
