import Foundation
import Testing

@testable import Harvest

/// Fetching over TLS, from a real server of OpenSSL's on loopback.
struct TLSTests {
    @Test func `a delivery comes over TLS from a server whose authority is trusted`() async throws {
        let server = try TLSServer(name: "IP:127.0.0.1", file: ("prislista.xml", "<a/>"))
        let bench = try Bench(authorities: server.certificate)
        let parts = try await bench.download(server.url("/prislista.xml")).parts
        #expect(try bench.content(#require(parts.first)) == "<a/>")
    }

    @Test func `a server whose authority nobody named is not trusted, and not asked again`() async throws {
        let server = try TLSServer(name: "IP:127.0.0.1", file: ("prislista.xml", "<a/>"))
        let bench = try Bench()
        #expect(try await bench.failure(server.url("/prislista.xml")).code == "tls-failed")
        #expect(bench.attempts.count == 1)
    }

    @Test func `a redirect from https to http is refused, and nothing is sent there`() async throws {
        let plain = try ScriptedServer { _ in [.ok("x")] }
        let answer = "HTTP/1.1 302 Found\r\nLocation: \(plain.url("/prislista.xml"))\r\nContent-Length: 0\r\n\r\n"
        let server = try TLSServer(name: "IP:127.0.0.1", file: ("omdirigering", answer), mode: "-HTTP")
        let bench = try Bench(authorities: server.certificate)
        let failure = try await bench.failure(
            server.url("/omdirigering"), headers: ["Authorization": "Bearer hemligt"])
        #expect(failure.code == "redirect-refused")
        #expect(bench.attempts.map(\.status) == [302])
        #expect(plain.requests.isEmpty)
    }

    @Test func `a certificate for another name is not taken`() async throws {
        let server = try TLSServer(name: "DNS:region.example", file: ("prislista.xml", "<a/>"))
        let bench = try Bench(authorities: server.certificate)
        #expect(try await bench.failure(server.url("/prislista.xml")).code == "tls-failed")
    }
}

/// `openssl s_server` with a certificate made for the test, which serves the files of a folder.
private final class TLSServer {
    /// The file of the certificate, which is its own authority.
    let certificate: String
    private let folder: URL
    private let process = Process()
    private let port: Int

    /// With the mode `-HTTP` the file is the whole answer, head and all; with `-WWW` its body.
    init(name: String, file: (name: String, text: String), mode: String = "-WWW") throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tls-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: folder.appending(path: file.name))
        certificate = folder.appending(path: "certificate.pem").path
        let make = Process()
        try Self.prepare(
            make, in: folder,
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
                "key.pem", "-out", "certificate.pem", "-days", "2", "-subj", "/CN=test", "-addext",
                "subjectAltName=\(name)",
            ])
        try make.run()
        make.waitUntilExit()
        // It tells its port once it listens; in a file, so that nobody has to empty a pipe.
        let told = folder.appending(path: "told")
        try Data().write(to: told)
        try Self.prepare(
            process, in: folder,
            ["s_server", "-accept", "127.0.0.1:0", "-cert", "certificate.pem", "-key", "key.pem", mode])
        process.standardOutput = try FileHandle(forWritingTo: told)
        try process.run()
        var port: Int?
        for _ in 1...1_000 where port == nil {
            usleep(10_000)
            port = try String(contentsOf: told, encoding: .utf8).firstMatch(of: /ACCEPT [^\n]*:([0-9]+)\n/)
                .flatMap { Int($0.1) }
        }
        self.port = try #require(port)
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }

    func url(_ path: String) -> String { "https://127.0.0.1:\(port)\(path)" }

    private static func prepare(_ process: Process, in folder: URL, _ words: [String]) throws {
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.currentDirectoryURL = folder
        process.arguments = words
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
    }
}
