import Federation
import Pipeline

/// Days as people write them on the command line.
enum DayOption {
    /// The day that an option gives. Throws where it is none.
    static func day(_ text: String, _ option: String) throws -> Day {
        guard let day = Day(text) else {
            throw CommandError(
                "\(option) \(text) är ingen dag. Skriv till exempel 2023-03-01.",
                "\(option) \(text) is no day. Write for example 2023-03-01.")
        }
        return day
    }
}
