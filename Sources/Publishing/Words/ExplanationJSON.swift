import Federation
package import Pricing
package import Sealing

/// An explanation as JSON: every step with its numbers, every number with where it comes from, and the same in words.
package enum ExplanationJSON {
    /// A whole explanation.
    package static func value(_ explanation: Explanation) -> CanonicalValue {
        .members(
            ("line", .string(explanation.line.description)), ("subject", value(explanation.subject)),
            ("steps", .array(explanation.steps.map(value))), ("result", .string(explanation.result.wire)),
            (
                "words",
                [
                    "sv": .string(ExplanationText(.swedish).write(explanation)),
                    "en": .string(ExplanationText(.english).write(explanation)),
                ]
            ))
    }

    private static func value(_ subject: ExplanationSubject) -> CanonicalValue {
        .members(
            ("code", .string(subject.code)), ("text", .string(subject.text)),
            ("typeOfCare", .text(subject.typeOfCare?.rawValue)), ("region", .text(subject.region?.text)),
            ("provider", .text(subject.provider)), ("unit", .text(subject.unit)))
    }

    /// One step with its numbers and their origins.
    package static func value(_ step: ExplanationStep) -> CanonicalValue {
        numbers(of: step.operation).adding(
            ("number", .integer(step.number)), ("operation", .string(step.operation.code)),
            ("inputs", .array(step.inputs.map(value))))
    }

    private static func numbers(of operation: ExplanationStep.Operation) -> CanonicalValue {
        switch operation {
        case .multiply(let weight, let pointPrice, let product):
            [
                "weight": .string(weight.text), "pointPrice": .string(pointPrice.wire),
                "product": .string(product.text),
            ]
        case .raise(let previous, let index, let percent, let product):
            [
                "previousAmount": .string(previous.wire), "index": .string(index), "percent": .string(percent.text),
                "product": .string(product.text),
            ]
        case .round(let product, let rule, let result):
            ["product": .string(product.text), "rule": .string(rule.id), "result": .string(result.wire)]
        case .takeOver(let amount), .decide(let amount):
            ["result": .string(amount.wire)]
        case .times(let count, let price, let product):
            ["count": .integer(count), "price": .string(price.text), "product": .string(product.text)]
        case .perDay(let days, let amount, let product):
            ["days": .integer(days), "amount": .string(amount.wire), "product": .string(product.text)]
        case .sum(let parts, let result):
            ["parts": .array(parts.map { .string($0.text) }), "product": .string(result.text)]
        case .leaveOut(let code, let obstacle): ["surcharge": .string(code), "rule": .string(obstacle.path)]
        }
    }

    private static func value(_ input: ExplanationInput) -> CanonicalValue {
        let (kind, text) = words(for: input.value)
        return .members(
            ("kind", .string(kind)), ("value", .text(text)), ("origin", value(input.origin)),
            ("excerpt", input.excerpt.map(value)))
    }

    private static func value(_ excerpt: RawExcerpt) -> CanonicalValue {
        .members(
            ("path", .text(excerpt.path)), ("before", .string(excerpt.before)), ("text", .string(excerpt.text)),
            ("after", .string(excerpt.after)), ("isCut", .bool(excerpt.isCut)),
            ("isClosed", excerpt.isClosed ? .bool(true) : nil), ("foundAt", excerpt.foundAt.map(value)))
    }

    private static func value(_ found: RawExcerpt.FilePlace) -> CanonicalValue {
        .members(("file", .string(found.file.hex))).adding(found.place)
    }

    private static func words(for value: ExplanationInput.Value) -> (kind: String, text: String?) {
        switch value {
        case .weight(let weight): ("weight", weight.text)
        case .pointPrice(let amount): ("pointPrice", amount.wire)
        case .previousAmount(let amount): ("previousAmount", amount.wire)
        case .percent(let percent): ("percent", percent.text)
        case .rounding(let rule): ("rounding", rule.id)
        case .deliveredAmount(let amount): ("deliveredAmount", amount.wire)
        case .asLastYear: ("asLastYear", nil)
        case .decidedAmount(let amount): ("decidedAmount", amount.wire)
        case .decidedWord(let word): ("decidedWord", word)
        case .count(let count): ("count", String(count))
        case .price(let price): ("price", price.text)
        case .daysLimit(let days): ("daysLimit", String(days))
        }
    }

    private static func value(_ origin: ExplanationInput.Origin) -> CanonicalValue {
        switch origin {
        case .priceModel(let year, let version, let path, let name):
            [
                "kind": "priceModel", "year": .integer(year.number), "path": .string(path), "name": .string(name),
                "version": .string(version.hex),
            ]
        case .weightList(let file, let version, let line):
            .members(
                ("kind", "weightList"), ("file", .string(file)), ("line", .integer(line)),
                ("version", .text(version?.hex)))
        case .delivery(let region, let version, let place):
            .members(
                ("kind", "delivery"), ("region", .string(region.text)), ("version", .text(version?.hex)),
                ("part", .integer(Int(place.part)))
            ).adding(place)
        case .previousEdition(let edition, let line):
            [
                "kind": "previousEdition", "year": .integer(edition.year.number),
                "number": .integer(edition.number), "basis": .string(edition.basis.rawValue),
                "decision": .string(edition.decision.reference),
                "decisionDate": .string(edition.decision.day.description),
                "lineId": .string(line.description),
            ]
        case .careCase(let path): ["kind": "case", "path": .string(path)]
        case .line(let line): ["kind": "line", "lineId": .string(line.description)]
        }
    }
}

extension CanonicalValue {
    /// This object with the line, column and bytes of a place.
    fileprivate func adding(_ place: RecordOrigin) -> CanonicalValue {
        adding(
            ("line", .integer(Int(place.line))), ("column", .integer(Int(place.column))),
            ("offset", .integer(Int(place.offset))), ("length", .integer(Int(place.length))))
    }
}
