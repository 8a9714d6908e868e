import Federation

extension PriceList {
    /// How the line of that id got its price; nil where the list has no such line.
    package func explain(_ id: LineID) -> Explanation? {
        switch id.section {
        case .drg: drg.first { $0.id == id }.map(explain)
        case .careService: careServices.first { $0.id == id }.map(explain)
        case .surcharge: surcharges.first { $0.id == id }.map(explain)
        case .drgFixedPrice: drgFixedPrices.first { $0.id == id }.map(explain)
        }
    }

    /// How a DRG line of this list got its price.
    package func explain(_ line: DRGLine) -> Explanation {
        let model = header.model
        let point = model.pointPrices.firstIndex { $0.id == line.pointPrice } ?? 0
        let list = model.weightLists.first { $0.id == line.weightList }
        let price = model.pointPrices[point].amount
        let product = ExactProduct(price, times: line.weight)
        let inputs = [
            ExplanationInput(
                value: .weight(line.weight),
                origin: .weightList(
                    file: list?.file ?? line.weightList, version: list?.sha256, line: line.group.line)),
            ExplanationInput(
                value: .pointPrice(price),
                origin: rule("/pointPrices/\(point)/amount", "pointPrices \"\(line.pointPrice)\"")),
        ]
        let step = ExplanationStep(
            number: 1, operation: .multiply(weight: line.weight, pointPrice: price, product: product), inputs: inputs)
        return Explanation(
            line: line.id, subject: ExplanationSubject(line), steps: [step, rounding(product, to: line.amount)],
            result: line.amount)
    }

    /// How a care service of this list got its price.
    package func explain(_ line: CareServiceLine) -> Explanation {
        let subject = ExplanationSubject(line)
        guard case .indexed(let last) = line.basis, let indexation = header.model.indexation else {
            return delivered(line.id, subject, line.amount, line.region, line.service.origin)
        }
        let applied = indexation.applied(to: line.service, of: line.region)
        let index = applied.index
        let product = index.raise(last)
        var inputs = [input(.asLastYear, line.region, line.service.origin)]
        if let previous = header.previous {
            inputs.append(
                ExplanationInput(value: .previousAmount(last), origin: .previousEdition(previous, line: line.id)))
        }
        inputs.append(
            ExplanationInput(
                value: .percent(index.percent), origin: rule(applied.path + "/percent", indexation.words(for: applied)))
        )
        let step = ExplanationStep(
            number: 1,
            operation: .raise(previous: last, index: index.name, percent: index.percent, product: product),
            inputs: inputs)
        return Explanation(
            line: line.id, subject: subject, steps: [step, rounding(product, to: line.amount)], result: line.amount)
    }

    /// How a surcharge of this list got its price.
    package func explain(_ line: SurchargeLine) -> Explanation {
        delivered(line.id, ExplanationSubject(line), line.amount, line.region, line.surcharge.origin)
    }

    /// How a fixed DRG price of this list got its price.
    package func explain(_ line: DRGFixedPriceLine) -> Explanation {
        switch line.source {
        case .region(let origin):
            return delivered(line.id, ExplanationSubject(line), line.amount, line.region, origin)
        case .model(let path):
            let input = ExplanationInput(
                value: .decidedAmount(line.amount), origin: rule(path + "/amount", "fixedPrices \"\(line.drg)\""))
            let step = ExplanationStep(number: 1, operation: .decide(line.amount), inputs: [input])
            return Explanation(
                line: line.id, subject: ExplanationSubject(line), steps: [step], result: line.amount)
        }
    }

    private func delivered(
        _ id: LineID, _ subject: ExplanationSubject, _ amount: Amount, _ region: RegionSlug, _ place: RecordOrigin
    ) -> Explanation {
        let inputs = [input(.deliveredAmount(amount), region, place)]
        let step = ExplanationStep(number: 1, operation: .takeOver(amount), inputs: inputs)
        return Explanation(line: id, subject: subject, steps: [step], result: amount)
    }

    private func rounding(_ product: ExactProduct, to result: Amount) -> ExplanationStep {
        ExplanationStep(
            number: 2, operation: .round(product, rule: header.model.rounding, result: result),
            inputs: [roundingInput])
    }

    /// The year's rounding as an input of a step.
    var roundingInput: ExplanationInput {
        let rounding = header.model.rounding
        return ExplanationInput(
            value: .rounding(rounding), origin: rule("/rounding", "rounding \"\(rounding.id)\""))
    }

    /// A rule of the year as the origin of an input; the path is a JSON Pointer.
    func rule(_ path: String, _ name: String) -> ExplanationInput.Origin {
        .priceModel(year: header.model.year, version: header.modelFingerprint, path: path, name: name)
    }

    private func input(
        _ value: ExplanationInput.Value, _ region: RegionSlug, _ place: RecordOrigin
    ) -> ExplanationInput {
        let version = header.submissions.first { $0.region == region }?.version
        return ExplanationInput(value: value, origin: .delivery(region: region, version: version, place: place))
    }
}

extension ExplanationSubject {
    fileprivate init(_ line: DRGLine) {
        self.init(
            code: line.group.drg, text: line.group.text, typeOfCare: line.group.typeOfCare, region: nil,
            provider: nil, unit: nil)
    }

    fileprivate init(_ line: CareServiceLine) {
        self.init(
            code: line.service.code, text: line.service.text, typeOfCare: line.service.typeOfCare,
            region: line.region, provider: line.service.provider, unit: line.service.unit)
    }

    fileprivate init(_ line: SurchargeLine) {
        self.init(
            code: line.surcharge.code, text: line.surcharge.text, typeOfCare: nil, region: line.region,
            provider: line.surcharge.provider, unit: line.surcharge.unit)
    }

    fileprivate init(_ line: DRGFixedPriceLine) {
        self.init(
            code: line.drg, text: line.reason, typeOfCare: line.typeOfCare, region: line.region,
            provider: line.provider, unit: nil)
    }
}

extension Indexation {
    /// What an explanation calls an index: its name, where the percentage stands, and the table's day.
    fileprivate func words(for applied: AppliedIndex) -> String {
        let index = applied.index
        let words = "\(applied.path.dropFirst()) \"\(index.name)\""
        let stated = [index.source, index.date?.description].compactMap { $0 }.joined(separator: ", ")
        return words + " (\(stated))"
    }
}
