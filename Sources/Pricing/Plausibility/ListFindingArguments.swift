package import Federation

extension ListFinding {
    /// The finding with its amounts and names as a person reads them in a language, ready for the catalogue's sentences.
    /// `measure` says what a measure is called.
    package func worded(in language: Language, measure: @escaping (Measure) -> String) -> Finding {
        let words = Words(number: NumberText(language: language), measure: measure)
        return Finding(code, subject.arguments.merging(words.arguments(of: facts), uniquingKeysWith: { one, _ in one }))
    }

    /// Writes facts as a person reads them.
    private struct Words {
        let number: NumberText
        let measure: (Measure) -> String

        func arguments(of facts: ListFacts) -> [String: String] {
            switch facts {
            case .change(let change): arguments(of: change)
            case .measureChanged(let change, let last):
                arguments(of: change).merging(["lastMeasure": measure(last)], uniquingKeysWith: { one, _ in one })
            case .price(let amount, let measure): arguments(amount, measure)
            case .deviation(let deviation):
                arguments(deviation.amount, deviation.measure).merging(
                    [
                        "median": money(deviation.median.text), "distance": money(deviation.medianDistance.text),
                        "regions": String(deviation.regions),
                    ], uniquingKeysWith: { one, _ in one })
            case .missing(let item):
                [
                    "text": item.text ?? "", "lastYear": item.lastAmount.map { money($0.wire) } ?? "",
                    "row": item.weightListLine.map { String($0) } ?? "", "version": item.version?.short ?? "",
                ]
            case .year(let year, let count): ["year": year.description, "count": number.decimal(String(count))]
            case .name(let name): ["name": name]
            }
        }

        private func arguments(of change: PriceChange) -> [String: String] {
            var arguments = arguments(change.amount, change.measure)
            arguments["lastYear"] = money(change.last.wire)
            arguments["change"] = signed(AmountSum(from: change.last, to: change.amount).wire, money)
            arguments["percent"] = change.ratio?.percent.map { signed($0.text, number.decimal) } ?? "–"
            arguments["reason"] = change.reason ?? ""
            return arguments
        }

        private func arguments(_ amount: Amount, _ measure: Measure?) -> [String: String] {
            ["amount": money(amount.wire), "measure": measure.map(self.measure) ?? "DRG"]
        }

        private func money(_ plain: String) -> String { number.money(plain) }

        /// A number with its sign, also where it is above zero.
        private func signed(_ plain: String, _ write: (String) -> String) -> String {
            plain.hasPrefix("-") ? "−" + write(String(plain.dropFirst())) : "+" + write(plain)
        }
    }
}

extension ListFinding.Subject {
    /// The ids that it is named by.
    fileprivate var arguments: [String: String] {
        switch self {
        case .list: [:]
        case .region(let region): ["region": region.text]
        case .hospital(let region, let provider): ["region": region.text, "provider": provider]
        case .weightList(let id): ["weightList": id]
        case .group(let list, let drg, let typeOfCare):
            ["weightList": list, "code": drg, "typeOfCare": typeOfCare.rawValue]
        case .line(let id, let key):
            [
                "line": id.description, "region": key.region?.text ?? "", "provider": key.provider ?? "",
                "unit": key.unit ?? "–", "code": key.code,
            ]
        }
    }
}
