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

    @Test func `whoever stops reading has read what it wanted, and that is no error`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let ended = try Program(
            shell: "exec 3> >(exec true); wait $!; exec \"$PROGRAM\" build 2017 --data \"$FOLDER\" >&3",
            folder: folder.path)
        #expect(ended.code == 0, "\(ended.code) \(ended.err)")
    }

    @Test func `a full disk that the output goes to is told, with the code of an internal error`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let ended = try Program(
            shell: "\"$PROGRAM\" build 2017 --data \"$FOLDER\" > /dev/full", folder: folder.path)
        #expect(ended.code == 70 && !ended.err.isEmpty, "\(ended.code) \(ended.err)")
    }

    @Test func `the server that cannot say its address serves all the same`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        // It ends in order when it is asked to; a write that nobody reads must not have ended it before.
        let script = """
            exec 3> >(exec true); wait $!
            "$PROGRAM" serve --port 0 --data "$FOLDER" >&3 & server=$!
            for number in $(seq 100); do [ -e "$FOLDER/samverkan.sqlite" ] && break; sleep 0.05; done
            sleep 0.5; kill -TERM $server; wait $server
            """
        let ended = try Program(shell: script, folder: folder.path)
        #expect(ended.code == 0, "\(ended.code) \(ended.err)")
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
