import Foundation
import Testing

/// The program where the machine or the person will not let it go on.
struct HardStopTests {
    @Test func `a disk that takes no more ends the run in words, with the file, and the next run needs no repair`()
        throws
    {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let words = ["build", "2017", "--data", folder.path + "/data"]
        // The database outgrows this while its tables are made; the signal that comes with it must not kill.
        let stopped = try Program(words, fileBytes: 40_000)
        #expect(stopped.code == 70, "\(stopped.code) \(stopped.err)")
        #expect(stopped.err.contains(folder.path + "/data"))
        let again = try Program(words)
        #expect(again.code == 0 && again.out.contains("56 109"), "\(again.code) \(again.err)")
    }

    @Test(arguments: ["0.0.0.0", "::", "192.0.2.1", "127.example.org"])
    func `the server speaks plain HTTP and refuses to listen beyond loopback unless told to`(host: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let refused = try Program(
            ["serve", "--port", "0", "--data", folder.path + "/data"], settings: ["SAMVERKAN_SERVE_HOST": host])
        #expect(refused.code == 2 && refused.err.contains("SAMVERKAN_SERVE_ALLOW_REMOTE=true"))
    }
}
