import Federation
import Pricing
import Publishing
import Reading
import Registry
import Testing

struct `The CSV for machines read back` {
    /// A line as the cells that say it, by the names of the columns.
    private typealias Line = [String: String]

    @Test(arguments: [false, true])
    func `it gives the same lines as the JSON`(hasEveryRule: Bool) throws {
        let document = try Sample.document {
            $0.hasEveryRule = hasEveryRule
            $0.surchargeText = "Läkemedel, \"dyrt\"; med\nradbrytning"
        }
        let list = try PriceListReader.read(MemorySource(try document.json().bytes), named: "a.json").list
        let expected = drg(list) + fixedPrices(list) + careServices(list) + surcharges(list)
        let lines = try read(document.machineCSV().bytes)
        #expect(lines.count == expected.count)
        for (line, expected) in zip(lines, expected) {
            let told = line.filter { expected.keys.contains($0.key) }
            #expect(told == expected)
        }
    }

    private func read(_ bytes: [UInt8]) throws -> [Line] {
        let rows = Self.rows(String(decoding: bytes, as: UTF8.self))
        let headings = try #require(rows.first)
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(headings, $0)) }
    }

    /// A reader of RFC 4180 in the plainest way: character by character.
    private static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var characters = text.unicodeScalars.makeIterator()
        var next = characters.next()
        while let character = next {
            next = characters.next()
            switch character {
            case "\"" where isQuoted && next == "\"":
                cell.unicodeScalars.append("\"")
                next = characters.next()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\r" where !isQuoted: continue
            case "\n" where !isQuoted:
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.unicodeScalars.append(character)
            }
        }
        return rows
    }

    private func drg(_ list: PriceList) -> [Line] {
        list.drg.map { line in
            [
                "section": "drg", "id": line.id.description, "code": line.group.drg, "text": line.group.text,
                "amount": line.amount.wire, "typeOfCare": line.group.typeOfCare.rawValue, "weight": line.weight.text,
                "pointPrice": line.pointPrice, "costLimit": line.group.costLimit?.wire ?? "",
                "daysLimit": line.group.daysLimit.map { String($0) } ?? "", "region": "", "measure": "",
                "productCategory": "02", "priceList": list.header.model.priceListCode,
                "validFrom": list.header.model.validFrom.description, "currency": list.header.currency,
            ]
        }
    }

    private func fixedPrices(_ list: PriceList) -> [Line] {
        list.drgFixedPrices.map { line in
            [
                "section": "drgFixedPrices", "id": line.id.description, "code": line.drg, "amount": line.amount.wire,
                "typeOfCare": line.typeOfCare.rawValue, "region": line.region.text, "provider": line.provider,
                "unit": "", "weight": "",
            ]
        }
    }

    private func careServices(_ list: PriceList) -> [Line] {
        list.careServices.map { line in
            let service = line.service
            var last = ""
            if case .indexed(let previous) = line.basis { last = previous.wire }
            return [
                "section": "careServices", "id": line.id.description, "code": service.code, "text": service.text,
                "amount": line.amount.wire, "typeOfCare": service.typeOfCare.rawValue,
                "careLevel": service.careLevel.rawValue, "region": line.region.text, "provider": service.provider,
                "unit": service.unit, "measure": service.measure.rawValue,
                "productCategory": service.productCategory.rawValue, "basis": last.isEmpty ? "delivered" : "indexed",
                "medicalFieldCode": service.medicalFieldCode?.description ?? "", "previousAmount": last,
            ]
        }
    }

    private func surcharges(_ list: PriceList) -> [Line] {
        list.surcharges.map { line in
            let surcharge = line.surcharge
            return [
                "section": "surcharges", "id": line.id.description, "code": surcharge.code, "text": surcharge.text,
                "amount": line.amount.wire, "region": line.region.text, "provider": surcharge.provider,
                "unit": surcharge.unit ?? "", "measure": surcharge.measure.rawValue, "productCategory": "03",
            ]
        }
    }
}
