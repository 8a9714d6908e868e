import ArgumentParser
import Federation
import Foundation
import Pipeline
import ServiceLifecycle
import Web

/// `samverkan serve`: the API and the pages.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Visa läget, prislistan och målen i webbläsaren, och svara andra system.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Port att lyssna på.") var port: Int = 8080

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port \(port): skriv 0–65535 (write 0–65535)")
        }
    }

    func run() async throws { try await ServeCommand.serve(try options.workplace(), port: port) }

    /// Serves until SIGTERM or SIGINT; requests in flight are finished first, within half a minute.
    static func serve(_ place: Workplace, port: Int) async throws {
        let host = try place.settings.serveHost()
        let logger = try place.settings.logger()
        let language = place.language
        let server = try WebServer(
            gateway: try place.gateway(), host: host, port: port, allowedHosts: place.settings.serveHosts(),
            logger: logger
        ) { port in
            let address = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/"
            let words = language.pick(
                "Svarar på \(address)  (Ctrl-C avslutar)", "Serving at \(address)  (Ctrl-C stops)")
            Console.say(words)
        }
        var configuration = ServiceGroupConfiguration(
            services: [server], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(30)
        try await ServiceGroup(configuration: configuration).run()
    }
}

extension Settings {
    /// The address to listen on. Throws where it is not loopback and nobody has allowed that.
    fileprivate func serveHost() throws -> String {
        let host = text("SAMVERKAN_SERVE_HOST") ?? "127.0.0.1"
        let isIPv4 = host.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
        let isLoopback = host == "localhost" || host == "::1" || (isIPv4 && host.hasPrefix("127."))
        let allowed = text("SAMVERKAN_SERVE_ALLOW_REMOTE") ?? "false"
        guard ["true", "false"].contains(allowed) else {
            throw SettingError(name: "SAMVERKAN_SERVE_ALLOW_REMOTE", value: allowed, expected: "true | false")
        }
        guard isLoopback || allowed == "true" else {
            throw CommandError(
                "Servern talar http utan kryptering och lyssnar därför bara på loopback. Ska den nås utifrån, sätt en "
                    + "omvänd proxy med TLS framför, eller SAMVERKAN_SERVE_ALLOW_REMOTE=true för \(host).",
                "The server speaks http without encryption and so listens on loopback only. To reach it from outside, "
                    + "put a reverse proxy with TLS in front, or set SAMVERKAN_SERVE_ALLOW_REMOTE=true for \(host).")
        }
        return host
    }

    /// The host names that the server answers for.
    fileprivate func serveHosts() -> Set<String> {
        let text = text("SAMVERKAN_SERVE_HOSTS") ?? "localhost,127.0.0.1,[::1]"
        return Set(text.split(separator: ",").map { $0.filter { $0 != " " } })
    }
}
