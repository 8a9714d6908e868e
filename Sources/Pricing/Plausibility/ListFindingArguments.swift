package import Federation

extension ListFinding {
    /// What things are called (namn), for whoever words a finding.
    package struct Names {
        package let measure: (Measure) -> String
        package let region: (RegionSlug) -> String
        /// A hospital by its region and id.
        package let hospital: (RegionSlug, String) -> String
        /// A unit by its region, hospital and id.
        package let unit: (RegionSlug, String, String) -> String

        package init(
            measure: @escaping (Measure) -> String, region: @escaping (RegionSlug) -> String,
            hospital: @escaping (RegionSlug, String) -> String, unit: @escaping (RegionSlug, String, String) -> String
        ) {
            self.measure = measure
            self.region = region
            self.hospital = hospital
            self.unit = unit
        }
    }

    /// The finding with its amounts and names as a person reads them in a language, ready for the catalogue's sentences.
    package func worded(in language: Language, names: Names) -> Finding {
        let words = Words(number: NumberText(language: language), names: names)
        let arguments = subject.arguments(names, in: language)
        return Finding(code, arguments.merging(words.arguments(of: facts), uniquingKeysWith: { one, _ in one }))
    }

    /// Writes facts as a person reads them.
    private struct Words {
        let number: NumberText
        let names: Names

        func arguments(of facts: ListFacts) -> [String: String] {
            switch facts {
            case .change(let change): arguments(of: change)
            case .measureChanged(let change, let last):
                arguments(of: change).merging(["lastMeasure": names.measure(last)], uniquingKeysWith: { one, _ in one })
            case .price(let amount, let measure, _): arguments(amount, measure)
            case .belowLeast(let amount, let measure, let least, _):
                arguments(amount, measure).merging(["least": money(least.wire)], uniquingKeysWith: { one, _ in one })
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
            case .index(let applied):
                [
                    "name": applied.index.name, "percent": number.decimal(applied.index.percent.text),
                    "place": Self.dotted(applied.path),
                ]
            case .moved(let moved): arguments(of: moved)
            case .unfielded(let used, let others):
                arguments(of: .index(used)).merging(
                    ["others": others.map(words).joined(separator: ", ")], uniquingKeysWith: { one, _ in one })
            case .leftOut(let price): arguments(of: price)
            }
        }

        private func arguments(of change: PriceChange) -> [String: String] {
            var arguments = arguments(change.amount, change.measure)
            arguments["lastYear"] = money(change.last.wire)
            arguments["change"] = signed(AmountSum(from: change.last, to: change.amount).wire, money)
            arguments["percent"] = change.ratio?.percent.map { signed($0.text, number.decimal) } ?? "–"
            arguments["reason"] = change.reason ?? ""
            arguments["because"] =
                change.reason.map { number.language.pick(" Skäl: ", " Reason: ") + $0 } ?? ""
            return arguments
        }

        private func arguments(of moved: MovedPrices) -> [String: String] {
            arguments(of: moved.greatest).merging(
                [
                    "count": number.decimal(String(moved.count)), "all": number.decimal(String(moved.all)),
                    "pointPrice": moved.pointPrice, "code": moved.greatestCode,
                ], uniquingKeysWith: { one, _ in one })
        }

        private func arguments(of price: LeftOutFixedPrice) -> [String: String] {
            let told = [
                "amount": money(price.line.amount.wire), "typeOfCare": price.line.typeOfCare.word(in: number.language),
                "source": words(for: price.line.source),
            ]
            let rule: [String: String] =
                switch price.obstacle {
                case .undeclared: [:]
                case .excepted(let applied):
                    ["rule": Self.dotted(applied.path), "reason": applied.exception.reason]
                case .decided(let line): ["rule": words(for: line.source), "decided": money(line.amount.wire)]
                }
            return told.merging(rule, uniquingKeysWith: { one, _ in one })
        }

        /// Where a fixed price stands: a line of the delivery, or a rule of the price model.
        private func words(for source: DRGFixedPriceLine.Source) -> String {
            switch source {
            case .region(let origin):
                let part =
                    origin.part == 0 ? "" : number.language.pick("del", "part") + " \(origin.part + 1), "
                return number.language.pick("underlaget, \(part)rad", "the delivery, \(part)line") + " \(origin.line)"
            case .model(let path):
                return number.language.pick("prismodellen, ", "the price model, ") + Self.dotted(path)
            }
        }

        private func words(for applied: AppliedIndex) -> String {
            "\(applied.index.name) \(number.decimal(applied.index.percent.text)) % (\(Self.dotted(applied.path)))"
        }

        /// A JSON Pointer as people write places: `indexation.others.0`.
        private static func dotted(_ path: String) -> String {
            path.split(separator: "/").joined(separator: ".")
        }

        private func arguments(_ amount: Amount, _ measure: Measure?) -> [String: String] {
            ["amount": money(amount.wire), "measure": measure.map(names.measure) ?? "DRG"]
        }

        private func money(_ plain: String) -> String { number.money(plain) }

        /// A number with its sign, also where it is above zero.
        private func signed(_ plain: String, _ write: (String) -> String) -> String {
            plain.hasPrefix("-") ? "−" + write(String(plain.dropFirst())) : "+" + write(plain)
        }
    }
}

extension ListFinding.Subject {
    /// What it is about, as a person reads it: `Centralsjukhuset i Karlstad, Kirurgkliniken, KIR01`.
    package func words(_ names: ListFinding.Names, in language: Language) -> String {
        switch self {
        case .list: language.pick("Hela listan", "The whole list")
        case .region(let region): names.region(region)
        case .hospital(let region, let provider): names.hospital(region, provider)
        case .weightList(let id): language.pick("Viktlistan \(id)", "The weight list \(id)")
        case .pointPrice(let id): language.pick("Poängpriset \(id)", "The point price \(id)")
        case .index(let id): language.pick("Indexet \(id)", "The index \(id)")
        case .group(_, let drg, let typeOfCare): "\(drg), \(typeOfCare.word(in: language))"
        case .line(_, let key): "\(Self.place(of: key, names, in: language)), \(key.code)"
        }
    }

    /// The names that it is told by.
    fileprivate func arguments(_ names: ListFinding.Names, in language: Language) -> [String: String] {
        switch self {
        case .list: [:]
        case .region(let region): ["region": names.region(region)]
        case .hospital(let region, let provider):
            ["region": names.region(region), "provider": names.hospital(region, provider)]
        case .weightList(let id): ["weightList": id]
        case .pointPrice(let id): ["pointPrice": id]
        case .index: [:]
        case .group(let list, let drg, let typeOfCare):
            ["weightList": list, "code": drg, "typeOfCare": typeOfCare.word(in: language)]
        case .line(let id, let key):
            ["line": id.description, "where": Self.place(of: key, names, in: language), "code": key.code]
        }
    }

    /// Region, hospital and unit of a line; DRG prices are common to all.
    private static func place(of key: ListedLineKey, _ names: ListFinding.Names, in language: Language) -> String {
        guard let region = key.region, let provider = key.provider else {
            let care = key.typeOfCare.map { ", " + $0.word(in: language) } ?? ""
            return language.pick("Gemensamt DRG-pris", "Common DRG price") + care
        }
        let unit = key.unit.map { names.unit(region, provider, $0) }
        return [names.region(region), names.hospital(region, provider), unit].compactMap { $0 }.joined(separator: ", ")
    }
}
