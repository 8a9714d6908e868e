import Federation
import Pricing
import Reading

/// Reads cases of care from the JSON of a request, strictly: a member that nobody knows is a slip of the pen.
enum CareCaseReader {
    /// The most cases of one request.
    static let mostCases = 1_000

    /// What was asked: one case, or several in a list.
    enum Question {
        case one(CareCase)
        case many([CareCase])
    }

    /// Reads the body of a request. Throws `ReadingFault` with its place.
    static func read(_ bytes: [UInt8]) throws -> Question {
        let limits = ReadingLimits(
            wireBytes: bytes.count, contentBytes: bytes.count, containerDepth: 8, textBytes: 1000, nameCount: 200)
        let root = try JSONValue.read(bytes: bytes, limits: limits)
        guard case .array(let items) = root.content else { return .one(try careCase(root)) }
        guard (1...mostCases).contains(items.count) else {
            throw root.unexpected("1 to \(mostCases) cases", swedish: "1 till \(mostCases) vårdfall")
        }
        return .many(try items.map(careCase))
    }

    private static let members: Set = [
        "region", "provider", "unit", "drg", "typeOfCare", "date", "admission", "discharge", "days", "cost",
        "careServices", "surcharges",
    ]

    private static func careCase(_ value: JSONValue) throws -> CareCase {
        try value.allowMembers(members)
        let region = try value.member("region")
        guard let slug = RegionSlug(try region.string()) else {
            throw region.unexpected("a region's short name, varmland", swedish: "en regions kortnamn, varmland")
        }
        let kind = try value.member("typeOfCare")
        guard let typeOfCare = TypeOfCare(rawValue: try kind.string()) else {
            throw kind.unexpected(
                "\"01\" outpatient or \"02\" inpatient", swedish: "\"01\" öppen eller \"02\" sluten vård")
        }
        return CareCase(
            region: slug, provider: try value.member("provider").string(), unit: try value.optional("unit")?.string(),
            drg: try value.optional("drg")?.string(), typeOfCare: typeOfCare, time: try time(of: value),
            days: try value.optional("days").map { try $0.integer() },
            cost: try value.optional("cost").map(amount),
            careServices: try services(value.optional("careServices")),
            surcharges: try services(value.optional("surcharges")))
    }

    /// One day, or the days of a stay; not both.
    private static func time(of value: JSONValue) throws -> CareCase.Time {
        let date = try value.optional("date")
        let admission = try value.optional("admission")
        let discharge = try value.optional("discharge")
        switch (date, admission, discharge) {
        case (let date?, nil, nil): return .day(try day(date))
        case (nil, let first?, let last?): return .stay(admission: try day(first), discharge: try day(last))
        default:
            throw value.unexpected(
                "either date, or admission and discharge", swedish: "antingen date, eller admission och discharge")
        }
    }

    private static func day(_ value: JSONValue) throws -> Day {
        guard let day = Day(try value.string()) else {
            throw value.unexpected("a day, 2023-04-01", swedish: "en dag, 2023-04-01")
        }
        return day
    }

    private static func amount(_ value: JSONValue) throws -> Amount {
        guard let amount = Amount(wire: try value.string()) else {
            throw value.unexpected(
                "kronor with a point and two decimals, \"250000.00\"",
                swedish: "kronor med punkt och två decimaler, \"250000.00\"")
        }
        return amount
    }

    private static func services(_ value: JSONValue?) throws -> [CountedService] {
        guard let value else { return [] }
        return try value.items().map { item in
            try item.allowMembers(["code", "count"])
            return CountedService(
                try item.member("code").string(), count: try item.optional("count").map { try $0.integer() } ?? 1)
        }
    }
}

extension JSONValue {
    /// The fault of a value that is not what it should be, in both languages.
    fileprivate func unexpected(_ english: String, swedish: String) -> ReadingFault {
        let fault = unexpected(english)
        let arguments = fault.arguments.merging(["expectedSwedish": swedish]) { $1 }
        return ReadingFault(fault.code, arguments, at: fault.spot, sample: fault.sample)
    }
}
