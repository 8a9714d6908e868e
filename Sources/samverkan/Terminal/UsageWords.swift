import ArgumentParser
import Foundation

/// Swedish words for what the argument parser says, which it only says in English. What it may say beyond this stays
/// as it is, under a Swedish lead.
struct UsageWords {
    /// The words of the command line that the message is about.
    let arguments: [String]

    /// Whether no known command was given, so that the first word was meant as one.
    private var isAboutCommands: Bool {
        let known = Samverkan.configuration.subcommands.compactMap { $0.configuration.commandName }
        return !arguments.contains { known.contains($0) }
    }

    /// The command that the words begin with, or one below it.
    private var command: any ParsableCommand.Type {
        var found: any ParsableCommand.Type = Samverkan.self
        for word in arguments {
            let below = found.configuration.subcommands
            guard let next = below.first(where: { $0.configuration.commandName == word }) else { break }
            found = next
        }
        return found
    }

    /// The message in Swedish, with what it means and how to find out more.
    func swedish(_ message: String) -> String {
        var lines = message.components(separatedBy: "\n")
        if let first = lines.first, first.hasPrefix("Error: ") {
            lines[0] = "Fel: " + (unknownOption(message) ?? sentence(String(first.dropFirst(7))))
        }
        return lines.map(label).joined(separator: "\n")
    }

    /// An option that the command has not: the parser sometimes takes it, and complains of the word after it.
    private func unknownOption(_ message: String) -> String? {
        guard message.contains("\nUsage: ") else { return nil }
        // The usage in the message leaves options out where they are many; the help has them all.
        let known = Set(Samverkan.helpMessage(for: command).matches(of: /--[a-z-]+/).map { String($0.0) })
        let given = arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("--") && $0.count > 2 }
        let names = given.map { String($0.prefix { $0 != "=" }) }
        return names.first { !known.contains($0) }.map { "kommandot har inget val \($0)" }
    }

    private func sentence(_ text: String) -> String {
        if let match = text.wholeMatch(of: /Missing value for '(.+)'/) { return "värde saknas för \(match.1)" }
        if let match = text.wholeMatch(of: /Missing expected argument '(.+)'/) { return "\(match.1) måste anges" }
        if let match = text.wholeMatch(of: /Unknown option '(.+?)'.*/) { return "kommandot har inget val \(match.1)" }
        if let match = text.wholeMatch(of: /Unexpected argument '(.+)'/) {
            if isAboutCommands {
                let known = Samverkan.configuration.subcommands.compactMap { $0.configuration.commandName }
                return "det finns inget kommando \(match.1); välj bland \(known.joined(separator: ", "))"
            }
            return "\(match.1) hör inte hit; kommandot tar inte emot det"
        }
        if let match = text.wholeMatch(of: /\d+ unexpected arguments: (.+)/) {
            return "\(match.1) hör inte hit; kommandot tar inte emot dem"
        }
        if let match = text.wholeMatch(
            of: /The value '(.*?)' is invalid for '(.+?)'\.? ?(?:Please provide one of (.+)\.)?/)
        {
            let choices = match.3.map { "; välj bland \($0.replacing(" and ", with: " och "))" } ?? ""
            return "värdet ”\(match.1)” duger inte för \(match.2)\(choices)"
        }
        return "kommandot kan inte läsas: \(text)"
    }

    /// The parser's own headings.
    private func label(_ line: String) -> String {
        let headings = [
            "Usage: ": "Så används det: ", "Help: ": "Hjälp: ", "OVERVIEW: ": "", "USAGE: ": "SÅ ANVÄNDS DET: ",
            "ARGUMENTS:": "ARGUMENT:", "OPTIONS:": "VAL:", "SUBCOMMANDS:": "KOMMANDON:",
        ]
        for (english, swedish) in headings where line.hasPrefix(english) {
            return swedish + line.dropFirst(english.count)
        }
        if let match = line.wholeMatch(of: #/  See '(.+)' for (?:more information|detailed help)\./#) {
            return "  Mer står i: \(match.1)"
        }
        return line.replacing("Show help information.", with: "Visa den här hjälpen.").replacing(
            "Show the version.", with: "Visa versionen.")
    }
}
