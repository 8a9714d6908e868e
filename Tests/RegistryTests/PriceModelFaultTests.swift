import Federation
import Foundation
import Pricing
import Testing

@testable import Registry

/// A model that contradicts itself or leaves a hole is refused at its place, in both languages.
struct PriceModelFaultTests {
    private static let orebro = #"{ "region": "orebro", "provider": "uso" }"#
    private static let otherOrebro =
        #"{ "id": "third", "amount": "1.00", "weightList": "clinic", "typesOfCare": ["02"], "providers": [\#(orebro)] }"#
    private static let named = #"[\#(orebro)]"#

    private static func fixed(_ providers: String) -> String {
        #"{ "drg": "A01N", "typeOfCare": "02", "providers": \#(providers), "amount": "1.00", "reason": "B" }"#
    }

    private static func exception(_ unit: String) -> String {
        #"{ "region": "orebro", "provider": "uso", \#(unit)"typesOfCare": ["01"], "reason": "B" }"#
    }

    /// What is changed, its new value, where the fault stands, and a word of its sentence.
    static let cases: [(place: String, value: String?, fault: String, word: String)] = [
        ("/weightLists/1/kind", #""hospital""#, "/pointPrices/1/weightList", "sjukhusvikter"),
        ("/weightLists/1/id", #""clinic""#, "/pointPrices/1/weightList", "finns inte"),
        ("/pointPrices/0/id", #""university""#, "/pointPrices/1/id", "står redan"),
        ("/pointPrices/1/providers", #""asDeclared""#, "/pointPrices/1/typesOfCare", "redan ett poängpris"),
        ("/pointPrices/2", otherOrebro, "/pointPrices/2/providers/0", "redan ett poängpris"),
        ("/pointPrices/0/typesOfCare", #"["02"]"#, "/pointPrices", "inget poängpris"),
        ("/pointPrices/0/providers", named, "/pointPrices/1/providers/0", "redan ett poängpris"),
        ("/pointPrices/1/providers/1/provider", #""falun""#, "/pointPrices/1/providers/1", "finns inte"),
        ("/exceptions/0/provider", #""falun""#, "/exceptions/0/provider", "finns inte"),
        ("/exceptions/0/unit", #""hudd""#, "/exceptions/0/unit", "ingen enhet"),
        ("/exceptions/1", exception(#""unit": "hud", "#), "/exceptions/1", "täcker redan"),
        ("/exceptions/1", exception(""), "/exceptions/0", "täcker redan"),
        ("/fixedPrices/0/drg", #""Z99Z""#, "/fixedPrices/0/drg", "inte i någon viktlista"),
        ("/fixedPrices/0/typeOfCare", #""01""#, "/fixedPrices/0/drg", "inte i någon viktlista"),
        ("/fixedPrices/1", fixed(#""asDeclared""#), "/fixedPrices/1/providers", "redan ett fast pris"),
        ("/fixedPrices/0", fixed(named), "/fixedPrices/1/providers/0", "redan ett fast pris"),
        (
            "/fixedPrices/0", fixed(#"[{ "region": "varmland", "provider": "torsby" }]"#),
            "/fixedPrices/0/providers/0", "helt undantaget"
        ),
        ("/fixedPrices/0/providers", #""unspecified""#, "/fixedPrices/0/providers", "unspecified"),
        ("/purpose", #""reference""#, "/pointPrices/0/providers", "unspecified"),
        ("/outliers", nil, "/outliers", "Regeln saknas"),
        ("/surcharges/leastAmount", #""0.00""#, "/surcharges/leastAmount", "större än noll"),
        ("/indexation/others/1/providers", nil, "/indexation/others/1", "vilken vård det gäller"),
        ("/indexation/others/1/providers", named, "/indexation/others/1", "Samma vård"),
        ("/indexation/others/1/id", #""barn""#, "/indexation/others/1/id", "står redan"),
        (
            "/indexation/others/0/providers/0/provider", #""falun""#, "/indexation/others/0/providers/0", "finns inte"
        ),
        (
            "/indexation/others/0/medicalFieldCodes/0", #""999""#, "/indexation/others/0/medicalFieldCodes/0",
            "verksamhetsområdet 999"
        ),
        ("/indexation/date", #""2029-01-01""#, "/indexation/date", "modellens sista dag"),
        ("/indexation/others/0/date", #""2024-01-01""#, "/indexation/others/0/date", "modellens sista dag"),
        ("/exceptions/0/reason", #"" ""#, "/exceptions/0/reason", "inte bara blanksteg"),
        ("/fixedPrices/0/reason", #""\t""#, "/fixedPrices/0/reason", "inte bara blanksteg"),
        ("/validTo", #""2024-01-01""#, "/validTo", "modellens år"),
        ("/timetable/decision", #""2022-10-30""#, "/timetable/decision", "kommer före"),
        ("/plausibility/slip/timesMore", "1", "/plausibility/slip/timesMore", "antal gånger"),
        ("/plausibility/deviation/leastRegions", "2", "/plausibility/deviation/leastRegions", "minst 3"),
        ("/plausibility/suspiciousAmounts/1", #""0.00""#, "/plausibility/suspiciousAmounts/1", "större än noll"),
    ]

    @Test(arguments: cases.indices) func `each contradiction and hole has its place and its words`(index: Int) throws {
        let (place, value, fault, word) = Self.cases[index]
        let text = try PriceModels.text(PriceModels.apply(PriceModels.full(), (place, value)))
        let error = try #require(try PriceModels.mistake(text), "\(place) is taken in")
        #expect(error.path == fault && error.swedish.contains(word), "\(error)")
        #expect(error.swedish != error.english && !error.english.contains("price-model-"))
        // A member that is absent is told at the value around it.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(error.line.map { lines[$0 - 1] })
        let member = fault.split(separator: "/").last { Int($0) == nil } ?? ""
        let isItem = fault.split(separator: "/").last.flatMap { Int($0) } != nil
        #expect(isItem || line.contains("\"\(member)\"") || line == "{", "\(line)")
        #expect((error.column ?? 0) > 0)
    }

    @Test func `a hospital without point price is a hole, unless it is excepted`() throws {
        let hospitals =
            #"[{ "region": "orebro", "provider": "uso" }, { "region": "uppsala", "provider": "akademiska" }]"#
        var root = try PriceModels.full()
        root = try PriceModels.apply(root, ("/pointPrices/0/providers", hospitals))
        root = try PriceModels.apply(root, ("/pointPrices/1/typesOfCare", #"["01"]"#))
        root = try PriceModels.apply(root, ("/pointPrices/0/typesOfCare", #"["02"]"#))
        root = try PriceModels.apply(root, ("/fixedPrices", "[]"))
        let error = try #require(try PriceModels.mistake(PriceModels.text(root)))
        #expect(error.path == "/pointPrices" && error.swedish.contains("dalarna/falun har inget poängpris"))
        // Torsby is wholly excepted in the model.
        #expect(!error.swedish.contains("varmland/torsby") && error.swedish.contains("varmland/arvika"))
    }

    @Test func `a rounding's id means the same in every year`() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/contracts-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let contracts = URL(filePath: packageFolder + "/Contracts").resolvingSymlinksInPath().path
        try FileManager.default.copyItem(atPath: contracts, toPath: folder)
        let path = folder + "/price-models/2023.json"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing(#""at": "eachStep""#, with: #""at": "end""#).write(
            toFile: path, atomically: true, encoding: .utf8)
        let error = try #require(throws: PremisesError.self) {
            try Premises.load(regionsFolder: packageFolder + "/Regions", contractsFolder: folder, setting: { _ in nil })
        }
        #expect(error.path == "/rounding/id" && error.file == path && error.swedish.contains("prismodell 2017"))
        #expect(
            error.line.map { text.split(separator: "\n", omittingEmptySubsequences: false)[$0 - 1] }?.contains(
                "rounding") == true)
    }
}
