import Federation
import Testing

struct IdentityTests {
    @Test func `an organisation number must have its check digit`() {
        #expect(OrganisationNumber("232100-0156")?.digits == "2321000156")
        #expect(OrganisationNumber("2321000156")?.description == "232100-0156")
        #expect(OrganisationNumber("232100-0157") == nil)
        #expect(OrganisationNumber("23210-00156") == nil)
    }

    @Test func `a fingerprint is the SHA-256 that everyone else gets`() {
        #expect(
            Fingerprint(of: "abc".utf8).hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Fingerprint(hex: String(repeating: "A", count: 64)) == nil)
    }

    @Test func `a version of one part has the part's name, one of several the manifest's, without addresses`() throws {
        let region = try #require(RegionSlug("dalarna"))
        let parts = ["a", "b"].map { text in
            VersionPart(
                role: "page", wire: Fingerprint(of: (text + "wire").utf8), content: Fingerprint(of: text.utf8),
                wireLength: 5, contentLength: 1, coding: .gzip, mediaType: nil)
        }
        #expect(FeedVersion(region: region, kind: .plan, parts: [parts[0]]).fingerprint == parts[0].content)
        let both = FeedVersion(region: region, kind: .plan, parts: parts)
        #expect(both.fingerprint == Fingerprint(of: FeedVersion.manifest(of: parts).utf8))
        #expect(both.fingerprint != FeedVersion(region: region, kind: .plan, parts: parts.reversed()).fingerprint)
    }

    @Test func `texts are ordered by their bytes and compared in one normal form`() {
        #expect("Z".precedes("a"))
        #expect("z".precedes("å"))
        #expect(Array("a\u{30A}".normalized.utf8) == Array("å".utf8))
    }

    @Test func `a report keeps a thousand samples of a code and counts them all`() {
        var report = FindingsReport()
        for _ in 0..<1500 { report.add(Finding("amount-zero")) }
        report.add(Finding("late-delivery"))
        #expect(report.totals == ["amount-zero": 1500, "late-delivery": 1])
        #expect(report.samples.count == 1001)
    }
}
