import Federation
import Foundation

@testable import Pricing

/// A list as the oracle is told of it: what it is made of, its prices, what was quoted by it, and what volumes cost.
struct ToldList: Encodable {
    /// How computed prices are rounded.
    struct Rule: Encodable { let unit, mode, at: String }
    /// What is paid past a limit; without an amount, by care services.
    struct Outliers: Encodable {
        let amount: String?
        let costLimit: Bool
    }
    /// A point price; without providers for all that declare DRG prices.
    struct Point: Encodable {
        let id, amount: String
        let typesOfCare: [String]
        let providers: [String]?
    }
    /// A group with its weight and limits.
    struct Group: Encodable {
        let drg, typeOfCare, weight: String
        let costLimit: String?
        let daysLimit: Int?
    }
    /// A hospital that declares DRG prices.
    struct Tariff: Encodable {
        let provider: String
        let typesOfCare: [String]
    }
    /// A unit where DRG prices do not hold.
    struct Exception: Encodable {
        let provider, unit: String
        let typesOfCare: [String]
    }
    /// A fixed price; without provider for all that declare DRG prices.
    struct Fixed: Encodable {
        let provider: String?
        let drg, typeOfCare, amount: String
    }
    /// A care service with the region's own amount, or last year's.
    struct Service: Encodable {
        let provider, code, typeOfCare: String
        let own, last: String?
    }
    /// The index of some care.
    struct Index: Encodable { let percent, provider, typeOfCare: String }
    /// Which surcharges may be charged.
    struct SurchargeRule: Encodable {
        let allowed: Bool
        let leastAmount, beside: String?
    }
    /// A surcharge.
    struct Extra: Encodable { let provider, code, amount: String }
    /// So many of a service or a line.
    struct Counted: Encodable {
        let name: String
        let count: Int64

        func encode(to encoder: any Encoder) throws {
            var pair = encoder.unkeyedContainer()
            try pair.encode(name)
            try pair.encode(count)
        }
    }
    /// A case and what was quoted for it.
    struct Case: Encodable {
        let provider: String
        let unit: String?
        let typeOfCare: String
        let drg: String?
        let days: Int?
        let cost: String?
        let careServices, surcharges: [Counted]
        let outcome: String
        let total: String?
        let parts: [String]
    }
    /// What the volumes cost by the list and by another point price.
    struct Scenario: Encodable {
        let pointPrice: [String]
        let proposed, scenario: String
    }

    let rounding: Rule
    let outliers: Outliers
    let percent: String
    let otherIndices: [Index]
    let surchargeRule: SurchargeRule?
    let pointPrices: [Point]
    let groups: [Group]
    let tariffs: [Tariff]
    let exceptions: [Exception]
    let fixedPrices: [Fixed]
    let services: [Service]
    let surcharges: [Extra]
    let prices: [String: String]
    let cases: [Case]
    let volumes: [Counted]
    let scenario: Scenario

    /// One line of JSON.
    func line() throws -> String { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) + "\n" }
}

extension PriceList {
    /// Every price by the name that its line has for the oracle, in the order of the list.
    func named() -> [(name: String, id: LineID, amount: Amount)] {
        drg.map { ("drg \($0.pointPrice) \($0.group.drg) \($0.group.typeOfCare.rawValue)", $0.id, $0.amount) }
            + drgFixedPrices.map { ("fixed \($0.provider) \($0.drg) \($0.typeOfCare.rawValue)", $0.id, $0.amount) }
            + careServices.map {
                (
                    "service \($0.service.provider) \($0.service.code) \($0.service.typeOfCare.rawValue)", $0.id,
                    $0.amount
                )
            }
            + surcharges.map { ("surcharge \($0.surcharge.provider) \($0.surcharge.code)", $0.id, $0.amount) }
    }
}

extension TypesOfCare {
    /// The codes of the kinds of care.
    var codes: [String] { ordered.map(\.rawValue) }
}
