import ArgumentParser
import Federation
import Pipeline
import Pricing
import Registry

/// What a what-if changes, as a person writes it.
struct ScenarioOptions: ParsableArguments {
    @Option(help: "Ett poängpris: ID=KRONOR, till exempel region=76000; kan upprepas.") var pointPrice: [String] = []
    @Option(
        help: "Uppräkningen i procent, till exempel 3,1, eller ett beslutat index: ID=PROCENT; kan upprepas."
    )
    var index: [String] = []
    @Option(help: "En annan viktlista: ID=FIL; kan upprepas.") var weightList: [String] = []
    @Option(
        help:
            "En grupps gränser: DRG/VÅRDFORM=KOSTNAD/DAGAR, till exempel T10N/02=200000/35; - är ingen gräns; kan upprepas."
    )
    var limits: [String] = []
    @Option(
        help:
            "Ytterfall: careServices eller perDay=KRONOR; med ,costLimit eller ,noCostLimit sist sägs om kostnadsgränsen räknas."
    )
    var outliers: String?
    @Option(
        help: "Avrundning: krona eller öre, sedan halfAwayFromZero eller halfEven, sedan eachStep eller end, med komma."
    )
    var rounding: String?

    /// The changes. Throws `CommandError` where one cannot be read, and `PremisesError` for a weight list's file.
    func read() throws -> [ScenarioChange] {
        var changes = try pointPrice.map(Self.pointPrice)
        changes += try index.map(Self.index)
        changes += try weightList.map(Self.weightList)
        changes += try limits.map(Self.limits)
        if let outliers { changes.append(.outliers(try Self.outliers(outliers))) }
        if let rounding { changes.append(.rounding(try Self.rounding(rounding))) }
        return changes
    }

    private static func pointPrice(_ text: String) throws -> ScenarioChange {
        guard let (id, value) = MoneyOption.pair(text), let amount = MoneyOption.amount(value), amount.ore > 0 else {
            throw wrong("--point-price", text, "region=76000")
        }
        return .pointPrice(id: id, amount: amount)
    }

    private static func index(_ text: String) throws -> ScenarioChange {
        let named = MoneyOption.pair(text)
        // No year's prices were ever raised, or lowered, by a hundred per cent.
        guard let percent = MoneyOption.decimal(named?.1 ?? text), percent.scale <= 4,
            percent.units.magnitude < 1_000_000, let tenThousandths = percent.rescaled(to: 4),
            tenThousandths.units.magnitude < 1_000_000
        else { throw wrong("--index", text, "3,1") }
        return .indexPercent(percent, of: named?.0)
    }

    private static func weightList(_ text: String) throws -> ScenarioChange {
        guard let (id, file) = MoneyOption.pair(text) else { throw wrong("--weight-list", text, "klinik=vikter.csv") }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return .weightList(id: id, weights: try WeightList.read(id, file: file), file: name)
    }

    private static func limits(_ text: String) throws -> ScenarioChange {
        let fault = wrong("--limits", text, "T10N/02=200000/35")
        guard let (group, values) = MoneyOption.pair(text) else { throw fault }
        let names = group.split(separator: "/").map(String.init)
        let parts = values.split(separator: "/").map(String.init)
        guard names.count == 2, parts.count == 2, let kind = TypeOfCare(rawValue: names[1]) else { throw fault }
        let cost = parts[0] == "-" ? nil : MoneyOption.amount(parts[0])
        let days = parts[1] == "-" ? nil : Int(parts[1])
        guard parts[0] == "-" || (cost?.ore ?? 0) > 0, parts[1] == "-" || (days ?? 0) > 0 else { throw fault }
        return .limits(drg: names[0], typeOfCare: kind, costLimit: cost, daysLimit: days)
    }

    private static func outliers(_ text: String) throws -> OutlierRule {
        let fault = wrong("--outliers", text, "perDay=2500,noCostLimit")
        // A comma also stands in amounts, so the word is taken from the end.
        let ending = [",costLimit", ",noCostLimit"].first { text.hasSuffix($0) }
        let rule = text.dropLast(ending?.count ?? 0)
        let usual: OutlierRule
        if rule == "careServices" {
            usual = .careServices
        } else if let (name, value) = MoneyOption.pair(String(rule)), name == "perDay",
            let amount = MoneyOption.amount(value), amount.ore >= 0
        {
            usual = .perDay(amount)
        } else {
            throw fault
        }
        return ending.map { OutlierRule(usual.payment, costLimit: $0 == ",costLimit") } ?? usual
    }

    private static func rounding(_ text: String) throws -> Rounding {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let at = parts.count < 3 ? Rounding.Moment.eachStep : Rounding.Moment(rawValue: parts[2])
        guard (2...3).contains(parts.count), let unit = Rounding.Unit(rawValue: parts[0]),
            let mode = Rounding.Mode(rawValue: parts[1]), let at
        else { throw wrong("--rounding", text, "krona,halfEven,end") }
        let id = "scenario-\(unit == .krona ? "krona" : "ore")-\(mode.rawValue)-\(at.rawValue)"
        return Rounding(id: id, unit: unit, mode: mode, at: at)
    }

    private static func wrong(_ option: String, _ text: String, _ example: String) -> CommandError {
        CommandError(
            "\(option) \(text) kan inte läsas. Skriv till exempel \(option) \(example).",
            "\(option) \(text) cannot be read. Write for example \(option) \(example).")
    }
}
