import ArgumentParser
import Foundation

/// The command line: one subcommand per station.
struct Samverkan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "samverkan",
        abstract: "Sjukvårdsregionens prislista och planer: hämta, granska, räkna, visa.",
        discussion: "Inställningar (miljövariabler, standard inom parentes):\n"
            + Settings.known.map { "  \($0.name)  \($0.meaning) (\($0.fallback))" }.joined(separator: "\n"),
        subcommands: [
            DemoCommand.self, FetchCommand.self, CheckCommand.self, SubmitCommand.self, ReleaseCommand.self,
            RefuseCommand.self, OpenCommand.self, BuildCommand.self, ExplainCommand.self, QuoteCommand.self,
            DiffCommand.self, WhatIfCommand.self, StatusCommand.self,
            GoalsCommand.self, AcknowledgeCommand.self, ProposeCommand.self, ReturnCommand.self, AdoptCommand.self,
            PublishCommand.self, CorrectCommand.self, CommitteePackCommand.self, KeysCommand.self, VerifyCommand.self,
            SimulateCommand.self,
            ServeCommand.self,
        ])
}

/// Where the program begins and where every error ends up.
@main enum Program {
    static func main() async {
        // A reader that goes away, or a full file size quota, is an error of one write and no reason to die.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        // What is not published is nobody else's: neither database nor files are made for all to read.
        umask(0o027)
        do {
            var command = try Samverkan.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            exit(Failure.ended(0))
        } catch {
            exit(Failure.ended(Failure.tell(error)))
        }
    }
}
