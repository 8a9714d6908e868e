import Federation
import Foundation
import Reading
import Storage
import Testing

@testable import samverkan

@Suite struct FileTroubleTests {
    @Test func `a data folder that is a file is told by its path, and is the person's mistake`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = try folder.file("data")
        let run = try Program(["status", "--data", file])
        #expect(run.code == 2)
        #expect(run.err.contains("--data \(file): \(file) är en fil, men här ska vara en mapp"))
        #expect(
            try Program(["status", "--data", file, "--lang", "en"]).err.contains("is a file, but a folder is wanted"))
    }

    @Test func `a folder below a file is told by that file`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = try folder.file("x")
        let run = try Program(["build", "2017", "--data", folder.path + "/d", "--out", file + "/ut"])
        #expect(run.code == 2)
        #expect(run.err.contains("--out \(file)/ut: \(file) är en fil"))
        // Nothing is computed for files that cannot be written.
        #expect(run.out.isEmpty)
    }

    @Test func `a folder that cannot be made is told by its path`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let run = try Program(["build", "2017", "--data", folder.path + "/d", "--out", "/proc/samverkan"])
        #expect(run.code == 2)
        #expect(run.err.contains("--out /proc/samverkan: mappen finns inte och kan inte skapas där"))
    }

    @Test func `a file that is no database is named, with what to do`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = try folder.file("samverkan.sqlite", String(repeating: "inte en databas ", count: 100))
        let run = try Program(["status", "--data", folder.path])
        #expect(run.code == 70)
        #expect(run.err.hasPrefix("Databasen \(file) är skadad, eller är ingen databas. Lägg tillbaka den"))
        let english = try Program(["status", "--data", folder.path, "--lang", "en"])
        #expect(english.err.hasPrefix("The database \(file) is broken, or is no database. Put it back"))
    }

    @Test func `a database that is torn inside is named, and keeps its bytes`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        #expect(try Program(["build", "2017", "--data", folder.path]).code == 0)
        let file = folder.path + "/samverkan.sqlite"
        var bytes = try Data(contentsOf: URL(filePath: file))
        for index in bytes.indices.dropFirst(100) where index % 3 == 0 { bytes[index] = 0x5A }
        try bytes.write(to: URL(filePath: file))
        let run = try Program(["build", "2017", "--data", folder.path])
        #expect(run.code == 70)
        #expect(run.err.contains(file))
        #expect(!run.err.contains("Internt fel"))
        #expect(try Data(contentsOf: URL(filePath: file)) == bytes)
    }

    @Test func `an archive that is a file is named`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        _ = try folder.file("archive")
        let run = try Program(["status", "--data", folder.path])
        #expect(run.code == 2)
        #expect(run.err.contains(folder.path + "/archive"))
    }

    @Test(arguments: [(ENOSPC, 70), (EIO, 70), (EACCES, 2), (EROFS, 2), (ENOTDIR, 2)] as [(Int32, Int32)])
    func `a full disk is the machine's fault, a path without right the person's`(number: Int32, code: Int32) throws {
        let trouble = try #require(FileTrouble(FileFault(path: "/srv/data/x", number: number)))
        #expect(trouble.code.rawValue == code)
        #expect(trouble.swedish.contains("/srv/data/x"))
        #expect(trouble.english.contains("/srv/data/x"))
    }

    @Test func `who acts at the same time as somebody else is told to look and try again`() throws {
        let year = try #require(Year(2023))
        let act = try #require(FileTrouble(StoreError.overtaken(year)))
        #expect(act.code.rawValue == 2)
        #expect(
            act.swedish
                == "Någon annan hann före: läget för 2023 har ändrats. Se samverkan status och försök igen.")
        let key = try #require(FileTrouble(StoreError.keysOvertaken))
        #expect(key.code.rawValue == 2 && key.swedish.contains("samverkan keys list"))
        #expect(try #require(FileTrouble(StoreError.unreadable("year"))).code.rawValue == 70)
    }

    @Test func `an error that is about no file is no file trouble`() {
        #expect(FileTrouble(CancellationError()) == nil)
    }
}
