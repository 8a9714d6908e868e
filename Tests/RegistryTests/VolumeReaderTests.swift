import Federation
import Foundation
import Pricing
import Testing

@testable import Registry

/// A volume file is read row by row; what cannot be read is told with its line.
@Suite struct VolumeReaderTests {
    func read(_ text: String) -> ([String], [String]) {
        let (rows, report) = VolumeReader.read(Array(text.utf8))
        return (
            rows.map { "\($0.code) \($0.provider) \($0.cases)" },
            report.samples.map { "\($0.place?.line ?? 0) \($0.code)" }
        )
    }

    @Test func `rows are read as they stand, with or without a line end last`() {
        let (rows, told) = read("\u{FEFF}Kod;Sjukhus;Antal\r\nT10N;karlstad;12\r\nKIR01;varmland/arvika;0")
        #expect(rows == ["T10N karlstad 12", "KIR01 varmland/arvika 0"])
        #expect(told.isEmpty)
    }

    @Test func `a count that is none is told, and the other rows are read`() {
        let counts = ["", "-1", "1,5", "1 000", "1000000001", "99999999999999999999", "٣"]
        let text =
            "Kod;Sjukhus;Antal\n" + counts.map { "T10N;karlstad;\($0)\n" }.joined() + "T11N;karlstad;1000000000\n"
        let (rows, told) = read(text)
        #expect(rows == ["T11N karlstad 1000000000"])
        #expect(told == (2...8).map { "\($0) volume-not-a-count" })
    }

    @Test func `a file of another shape is told once`() {
        #expect(read("DRG;Sjukhus;Antal\nT10N;karlstad;1\n").1 == ["1 volume-headings"])
        #expect(read("").1 == ["1 volume-file-unreadable"])
        #expect(read("Kod;Sjukhus;Antal\nT10N;karlstad\n").1 == ["2 volume-file-unreadable"])
        let tooLarge = VolumeReader.read([UInt8](repeating: 65, count: VolumeReader.mostBytes + 1))
        #expect(tooLarge.report.samples.map(\.code) == ["volume-file-too-large"])
    }

    @Test func `every finding on volumes has its sentences`() throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let premises = try Premises.load(
            regionsFolder: root.appending(path: "Regions").path(),
            contractsFolder: root.appending(path: "Contracts").path(), setting: { _ in nil })
        #expect(Set(Volumes.findingCodes).isSubset(of: Set(premises.catalogue.codes)))
        let report = VolumeReader.read(Array("Kod;Sjukhus;Antal\nT10N;karlstad;x\n\"".utf8)).report
        for finding in report.samples + VolumeReader.read(Array("Kod;Sjukhus;Antal\nA;b;x\n".utf8)).report.samples {
            for language in Language.allCases {
                let told = premises.catalogue.sentences(of: finding, in: language)
                #expect(!(told.wrong + told.whatToDo).contains("{"), "\(told.wrong)")
            }
        }
    }
}
