import Federation

/// Adds up what is paid for a case, and writes down every step.
///
/// Prices are those that the list says. A number of services is exactly that many times the price (rule ÖR26 of the
/// invoicing contract), öre too, and never rounded. Only the days past a limit are computed anew: where the model rounds
/// each step, their product is rounded before it is added to the DRG price; where it rounds at the end, both are added
/// as they are, and the sum is rounded.
struct QuoteTally {
    private let list: PriceList
    private let rounding: Rounding
    private(set) var parts: [QuotePart] = []
    private(set) var steps: [ExplanationStep] = []
    private(set) var total = Amount(ore: 0)
    /// What must be told of what was asked for: what the price model does not let count, what is another unit's.
    private(set) var told: [QuoteReservation] = []

    init(list: PriceList) {
        self.list = list
        rounding = list.header.model.rounding
    }

    /// The DRG price of the group at the hospital; as it is before its rounding, where days past a limit are added to it
    /// and the model rounds at the end.
    mutating func add(_ claim: DRGClaim, withDaysPast: Bool) {
        guard let explanation = claim.fixed.map(list.explain) ?? claim.group.map(list.explain) else { return }
        let amount = take(explanation, isRounded: !(withDaysPast && rounding.at == .end))
        parts.append(
            QuotePart(
                kind: .drg, line: claim.price.line, code: explanation.subject.code, text: explanation.subject.text,
                count: 1, price: claim.price.amount, amount: amount))
    }

    /// The amount a day for the days past the limit.
    mutating func add(daysPast days: Int, _ claim: DRGClaim) throws(QuoteRefusal) {
        guard let group = claim.group, case .perDay(let amount)? = list.header.model.outliers?.payment else { return }
        guard let product = ExactProduct(amount).times(days) else { throw .amountTooLarge }
        append(
            .perDay(days: days, amount: amount, product: product),
            [
                ExplanationInput(value: .count(days + (group.group.daysLimit ?? 0)), origin: .careCase(path: "/days")),
                ExplanationInput(value: .daysLimit(group.group.daysLimit ?? 0), origin: .line(group.id)),
                ExplanationInput(
                    value: .decidedAmount(amount), origin: list.rule("/outliers/amount", "outliers \"perDay\"")),
            ])
        parts.append(
            QuotePart(
                kind: .daysPast, line: nil, code: group.group.drg, text: group.group.text, count: days, price: amount,
                amount: try settle(product)))
    }

    /// So many of a care service or surcharge.
    mutating func add(
        _ service: PricedService, _ asked: CountedService, path: String
    ) throws(QuoteRefusal) {
        let (kind, explanation): (QuotePart.Kind, Explanation) =
            switch service {
            case .careService(let line): (.careService, list.explain(line))
            case .surcharge(let line): (.surcharge, list.explain(line))
            }
        let price = take(explanation, isRounded: true)
        guard let product = price.times(asked.count) else { throw .amountTooLarge }
        append(
            .times(count: asked.count, price: price, product: product),
            [
                ExplanationInput(value: .count(asked.count), origin: .careCase(path: path + "/count")),
                ExplanationInput(value: .price(price), origin: .line(explanation.line)),
            ])
        parts.append(
            QuotePart(
                kind: kind, line: explanation.line, code: explanation.subject.code, text: explanation.subject.text,
                count: asked.count, price: explanation.result, amount: product))
    }
}

extension QuoteTally {
    /// A surcharge that the price model does not let count: told, with its rule, and not added.
    mutating func leaveOut(_ line: SurchargeLine, _ obstacle: SurchargeRule.Obstacle) {
        let code = line.surcharge.code
        append(
            .leaveOut(code, obstacle),
            [
                ExplanationInput(value: .price(ExactProduct(line.amount)), origin: .line(line.id)),
                ExplanationInput(value: obstacle.value, origin: list.rule(obstacle.path, "surcharges")),
            ])
        tell(.surchargeNotCounted(code: code, obstacle))
    }

    /// Tells something of what was asked for.
    mutating func tell(_ reservation: QuoteReservation) { told.append(reservation) }

    /// Sets the total, when all is added.
    mutating func finish() throws(QuoteRefusal) {
        let amounts = parts.map(\.amount)
        guard let sum = ExactProduct.sum(amounts) else { throw .amountTooLarge }
        if amounts.count > 1 { append(.sum(amounts, result: sum), []) }
        let isComputed = parts.contains { $0.kind == .daysPast }
        let result = rounding.at == .end && isComputed ? try round(sum) : sum
        guard let amount = result.amount else { throw .amountTooLarge }
        total = amount
    }

    /// Takes over the steps of a line of the list, with or without its rounding.
    private mutating func take(_ explanation: Explanation, isRounded: Bool) -> ExactProduct {
        for step in explanation.steps {
            if case .round(let product, _, _) = step.operation, !isRounded { return product }
            append(step.operation, step.inputs)
        }
        return ExactProduct(explanation.result)
    }

    /// A product as it is added: rounded where the model rounds each step.
    private mutating func settle(_ product: ExactProduct) throws(QuoteRefusal) -> ExactProduct {
        rounding.at == .eachStep ? try round(product) : product
    }

    private mutating func round(_ product: ExactProduct) throws(QuoteRefusal) -> ExactProduct {
        guard let amount = rounding.round(product) else { throw .amountTooLarge }
        append(.round(product, rule: rounding, result: amount), [list.roundingInput])
        return ExactProduct(amount)
    }

    private mutating func append(_ operation: ExplanationStep.Operation, _ inputs: [ExplanationInput]) {
        steps.append(ExplanationStep(number: steps.count + 1, operation: operation, inputs: inputs))
    }
}
