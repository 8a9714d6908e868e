import Adoption
import Federation
import Testing

/// What a version is after a person has decided about it.
@Suite struct VersionStateTests {
    let version = Fingerprint(of: "version".utf8)

    func decision(_ kind: VersionDecision.Kind, seen: Set<String>) -> VersionDecision {
        VersionDecision(
            kind: kind, version: version, by: "anna", reason: "Provad", seen: seen, at: Instant(milliseconds: 0))
    }

    @Test func `a release holds only while the version shows nothing new`() {
        let released = [decision(.release, seen: ["lines-dropped"])]
        let verdict = { (codes: Set<String>) in
            VersionState.verdict(examined: .held, codes: codes, hasSubmission: true, decisions: released)
        }
        #expect(verdict(["lines-dropped"]) == .accepted)
        #expect(verdict(["lines-dropped", "no-lines"]) == .held)
    }

    @Test func `the last decision counts`() {
        let decisions = [decision(.release, seen: []), decision(.refuse, seen: [])]
        #expect(
            VersionState.verdict(examined: .held, codes: [], hasSubmission: true, decisions: decisions) == .refused)
    }
}
