package import Federation

/// Why there is no PDF; every other rendering can be made all the same.
package enum PDFFailure: Error, Hashable, Sendable {
    /// WeasyPrint is not on this machine.
    case notInstalled
    /// The program ended with an error; `detail` is the end of what it said.
    case failed(detail: String)
    /// The program was ended after this many seconds.
    case tookTooLong(seconds: Int)
    /// The file has more bytes than are taken.
    case tooLarge(most: Int)
    /// What the program wrote is not a whole PDF/A-3b.
    case notArchival

    /// The failure as a sentence for a person, with what to do.
    package func words(in language: Language) -> String {
        switch self {
        case .notInstalled:
            language.pick(
                "Ingen PDF: WeasyPrint finns inte på den här datorn. Installera paketen weasyprint och fonts-dejavu-core "
                    + "(Scripts/setup gör det). Alla andra former görs ändå.",
                "No PDF: WeasyPrint is not on this machine. Install the packages weasyprint and fonts-dejavu-core "
                    + "(Scripts/setup does). Every other form is made all the same.")
        case .failed(let detail):
            language.pick(
                "Ingen PDF: WeasyPrint avslutades med fel. Det sade: \(detail)",
                "No PDF: WeasyPrint ended with an error. It said: \(detail)")
        case .tookTooLong(let seconds):
            language.pick(
                "Ingen PDF: WeasyPrint blev inte klart på \(seconds) s och avbröts. Försök igen när datorn är mindre "
                    + "belastad.",
                "No PDF: WeasyPrint was not done in \(seconds) s and was ended. Try again when the machine is less busy."
            )
        case .tooLarge(let most):
            language.pick(
                "Ingen PDF: filen blev större än \(most >> 20) MiB.", "No PDF: the file grew beyond \(most >> 20) MiB.")
        case .notArchival:
            language.pick(
                "Ingen PDF: det WeasyPrint skrev är inte en hel PDF/A-3b. Version 57 eller senare behövs.",
                "No PDF: what WeasyPrint wrote is not a whole PDF/A-3b. Version 57 or later is needed.")
        }
    }
}
