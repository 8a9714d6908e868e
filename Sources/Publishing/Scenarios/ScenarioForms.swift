package import Federation
import Pricing
import Sealing

extension ScenarioDocument {
    /// The scenario as files: all of it as JSON, and every line as CSV for machines and for Swedish Excel.
    package func renderings() throws -> [Rendering] {
        [
            Rendering(suffix: "json", mediaType: "application/json", bytes: try json()),
            Rendering(suffix: "csv", mediaType: "text/csv; charset=utf-8; header=present", bytes: csv(.machine)),
            Rendering(suffix: "excel.csv", mediaType: "text/csv; charset=utf-8; header=present", bytes: csv(.excel)),
        ]
    }

    /// Canonical JSON, whole.
    package func json() throws -> [UInt8] {
        var writer = CanonicalJSONWriter()
        writer.object { object in
            object.key("changes")
            object.array { array in
                for change in scenario.changes {
                    let value: CanonicalValue = [
                        "sv": .string(change.text(.swedish)), "en": .string(change.text(.english)),
                    ]
                    value.write(to: &array)
                }
            }
            object.key("difference")
            object.object { DifferenceJSON.write(scenario.difference, to: &$0) }
            object.member("format", "scenario-1")
            object.key("lines")
            object.array { array in
                for line in scenario.lines { value(line).write(to: &array) }
            }
            object.key("marks")
            CanonicalValue.texts(["scenario"] + scenario.proposal.marks.map(\.rawValue)).write(to: &object)
            object.member("name", scenario.name)
            object.key("regions")
            CanonicalValue.array(scenario.regions.map(value)).write(to: &object)
            object.key("total")
            (scenario.total.map(value) ?? .null).write(to: &object)
            object.key("warning")
            let warning: CanonicalValue = [
                "sv": .string(scenario.banner(.swedish)), "en": .string(scenario.banner(.english)),
            ]
            warning.write(to: &object)
            object.member("year", scenario.model.year.number)
        }
        return try writer.finish()
    }

    private func value(_ line: ScenarioLine) -> CanonicalValue {
        let key = line.line.key
        return .members(
            ("id", .string(line.line.id.description)), ("section", .string(key.section.member)),
            ("region", .text(key.region?.text)), ("provider", .text(key.provider)), ("unit", .text(key.unit)),
            ("code", .string(key.code)), ("text", .string(line.line.text)), ("proposed", .text(line.proposed?.wire)),
            ("scenario", .text(line.scenario?.wire)), ("change", .text(line.change?.wire)),
            ("cases", line.cases.map { .integer(Int($0)) }), ("effect", .text(line.effect?.wire)))
    }

    private func value(_ sums: ScenarioSums) -> CanonicalValue {
        .members(
            ("region", .text(sums.region?.text)), ("rows", .integer(sums.rows)),
            ("rowsWithoutPrice", .integer(sums.rowsWithoutPrice)), ("cases", .integer(Int(sums.cases))),
            ("proposed", .string(sums.proposed.wire)), ("scenario", .string(sums.scenario.wire)),
            ("effect", .string(sums.effect.wire)))
    }
}
