import Federation
import Pricing
import Reading

extension Indexation {
    init(_ value: JSONValue) throws {
        try value.allowMembers(["name", "percent", "source", "date", "appliesTo", "others"])
        let index = try PriceIndex(membersOf: value)
        self.init(
            name: index.name, percent: index.percent, source: index.source, date: index.date,
            appliesTo: try value.member("appliesTo").one(of: AppliesTo.self),
            others: try value.given("others")?.map(DecidedIndex.init) ?? [])
    }
}

extension DecidedIndex {
    fileprivate init(_ value: JSONValue) throws {
        try value.allowMembers([
            "id", "name", "percent", "source", "date", "providers", "typeOfCare", "medicalFieldCodes",
        ])
        self.init(
            id: try value.member("id").plainName(), index: try PriceIndex(membersOf: value),
            providers: try value.given("providers")?.someDistinct(ProviderReference.init) ?? [],
            typeOfCare: try value.given("typeOfCare")?.one(of: TypeOfCare.self),
            medicalFieldCodes: try value.given("medicalFieldCodes")?.someDistinct { code in
                try code.parsed("301") { MedicalFieldCode($0) }
            } ?? [])
    }
}

extension PriceIndex {
    /// The members `name`, `percent`, `source` and `date` of a rule.
    fileprivate init(membersOf value: JSONValue) throws {
        self.init(
            name: try value.member("name").name(1...80),
            percent: try value.member("percent").decimal(
                /([0-9]{1,3}|-[0-9]{1,2})(\.[0-9]{1,4})?/, "procent över −100 och under 1000, till exempel 2.8",
                "per cent above -100 and below 1000, for example 2.8"),
            source: try value.member("source").reason(), date: try value.given("date")?.day())
    }
}

extension OutlierRule {
    init(_ value: JSONValue) throws {
        try value.allowMembers(["rule", "amount", "costLimit"])
        let costLimit = try value.given("costLimit")?.boolean()
        switch try value.member("rule").string() {
        case "careServices":
            try value.allowMembers(["rule", "costLimit"])
            self.init(.careServices, costLimit: costLimit ?? true)
        case "perDay":
            self.init(.perDay(try value.member("amount").amount()), costLimit: costLimit ?? false)
        default: throw try value.member("rule").unexpected("careServices | perDay")
        }
    }
}

extension SurchargeRule {
    init(_ value: JSONValue) throws {
        try value.allowMembers(["allowed", "leastAmount", "beside"])
        guard try value.member("allowed").boolean() else {
            try value.allowMembers(["allowed"])
            self = .forbidden
            return
        }
        self = .allowed(
            leastAmount: try value.given("leastAmount")?.amount(),
            beside: try value.given("beside")?.one(of: Beside.self) ?? .all)
    }
}

extension Plausibility {
    init(_ value: JSONValue) throws {
        try value.allowMembers(["changePercent", "slip", "deviation", "suspiciousAmounts"])
        self.init(
            changePercent: try value.member("changePercent").positive(),
            slip: try value.given("slip").map { slip in
                try slip.allowMembers(["timesMore", "timesLess"])
                return Slip(
                    timesMore: try slip.member("timesMore").integer(), timesLess: try slip.member("timesLess").integer()
                )
            },
            deviation: try value.given("deviation").map { deviation in
                try deviation.allowMembers(["factor", "leastRegions", "zeroDistancePercent"])
                return Deviation(
                    factor: try deviation.member("factor").positive(),
                    leastRegions: try deviation.member("leastRegions").integer(),
                    zeroDistancePercent: try deviation.member("zeroDistancePercent").positive())
            },
            suspiciousAmounts: try value.given("suspiciousAmounts")?.distinct { try $0.amount() } ?? [])
    }
}

extension Timetable {
    init(_ value: JSONValue) throws {
        try value.allowMembers(["weightsDue", "submissionsOpen", "submissionsClose", "decision"])
        self.init(
            weightsDue: try value.member("weightsDue").day(),
            submissionsOpen: try value.member("submissionsOpen").day(),
            submissionsClose: try value.member("submissionsClose").day(),
            decision: try value.member("decision").day())
    }
}

extension JSONValue {
    /// A day, `2023-01-01`.
    func day() throws -> Day { try parsed("2023-01-01") { Day($0) } }

    /// An amount in kronor with two decimals and at most 13 digits before them, `74750.00`.
    func amount() throws -> Amount {
        // A list has seven hundred thousand of them: no regular expression, which would be made anew for each.
        try parsed("74750.00") { $0.utf8.first == UInt8(ascii: "-") || $0.utf8.count > 16 ? nil : Amount(wire: $0) }
    }

    /// Why, or where something stands, in words: 1–400 characters, not blanks alone.
    func reason() throws -> String {
        let text = try name(1...400)
        guard !text.allSatisfy(\.isWhitespace) else {
            throw refused("ord, inte bara blanksteg", "words, not blanks alone")
        }
        return text
    }

    /// The id of a rule or weight list: words of a-z and 0-9 joined by hyphens, at most 80 characters.
    func plainName() throws -> String {
        let text = try matching(/[a-z0-9]+(-[a-z0-9]+)*/, "a-z, 0-9, -")
        guard text.utf8.count <= 80 else { throw refused("högst 80 tecken", "at most 80 characters") }
        return text
    }

    /// Kinds of care: at least one, each once.
    func typesOfCare() throws -> TypesOfCare {
        TypesOfCare(try someDistinct { try $0.one(of: TypeOfCare.self) })
    }

    /// The items of an array that has at least one, each read by `make`; no two are the same.
    func someDistinct<T: Hashable>(_ make: (JSONValue) throws -> T) throws -> [T] {
        _ = try someItems()
        return try distinct(make)
    }

    /// A text of that shape; the example is told where it is not.
    func matching<Output>(_ shape: Regex<Output>, _ example: String) throws -> String {
        try parsed(example) { $0.wholeMatch(of: shape) == nil ? nil : $0 }
    }

    /// A decimal number of that shape, told in words in both languages where it is another.
    func decimal<Output>(
        _ shape: Regex<Output>, _ swedish: String, _ english: String
    ) throws -> ExactDecimal {
        let text = try string()
        guard text.wholeMatch(of: shape) != nil, let number = ExactDecimal(text) else {
            throw refused(swedish, english)
        }
        return number
    }

    /// A decimal number from zero to below 1000 with at most four decimals; that it is above zero the model checks.
    func positive() throws -> ExactDecimal {
        try decimal(
            /[0-9]{1,3}(\.[0-9]{1,4})?/, "ett tal under 1000 med högst fyra decimaler, till exempel 2.5",
            "a number below 1000 with at most four decimals, for example 2.5")
    }

    /// The value at a JSON Pointer, or the nearest around it that is there.
    func nearest(to pointer: String) -> JSONValue {
        pointer.split(separator: "/").reduce((value: self, isLost: false)) { reached, step in
            guard !reached.isLost else { return reached }
            let next: JSONValue? =
                switch reached.value.content {
                case .object(let members): members.first { $0.key == step }?.value
                case .array(let items): Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil }
                case .string, .number, .boolean, .null: nil
                }
            return next.map { ($0, false) } ?? (reached.value, true)
        }.value
    }
}
