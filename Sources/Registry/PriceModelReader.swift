import Federation
package import Pricing
import Reading

/// Reads a price model and the weight lists that it names.
struct PriceModelReader {
    let file: SourceFile
    /// The folder of the weight lists.
    let weightListFolder: String
    /// The regions whose hospitals the model can name.
    let regions: [Region]

    /// The rules of the year; throws where the model contradicts itself or leaves a hole.
    func read() throws(PremisesError) -> YearRules {
        let root = try file.json { $0 }
        let model = try file.located { try PriceModel(root) }
        try refuse(model.validate() + model.validate(regions: regions), in: root)
        var lists: [WeightList] = []
        for reference in model.weightLists { lists.append(try weightList(reference)) }
        try refuse(model.validate(weightLists: lists), in: root)
        return YearRules(model: model, fingerprint: file.fingerprint, weightLists: lists)
    }

    /// Throws the first fault at its place, and tells the others after it, each with its own.
    private func refuse(_ faults: [PriceModelFault], in root: JSONValue) throws(PremisesError) {
        guard let first = faults.first else { return }
        let told = { (language: Language) in
            let others = faults.dropFirst().map { fault in
                let spot = root.nearest(to: fault.path).spot
                let place = language.pick("rad \(spot.line), kolumn", "line \(spot.line), column") + " \(spot.column)"
                return "\n  \(place) · \(fault.path): \(fault.text(language))"
            }
            return first.text(language) + others.joined()
        }
        let spot = root.nearest(to: first.path).spot
        throw PremisesError(
            file: file.path, line: spot.line, column: spot.column, path: first.path, swedish: told(.swedish),
            english: told(.english))
    }

    private func weightList(_ reference: WeightListReference) throws(PremisesError) -> WeightList {
        let file = try SourceFile(weightListFolder + "/" + reference.file)
        guard file.fingerprint == reference.sha256 else {
            throw PremisesError(
                file: file.path,
                swedish:
                    "filens SHA-256 är \(file.fingerprint.hex), men \(self.file.path) anger \(reference.sha256.hex)",
                english:
                    "the file's SHA-256 is \(file.fingerprint.hex), but \(self.file.path) says \(reference.sha256.hex)")
        }
        return try file.weightList(reference.id)
    }
}

extension PremisesError {
    /// The faults of a weight list, each with its line and column on a line of its own; of many the first.
    fileprivate init(file: String, _ error: WeightListFaults) {
        let more = error.faults.count - Self.mostFaults
        let words = { (language: Language) in
            let rows = error.faults.prefix(Self.mostFaults).map { fault in
                let place = language.pick("rad \(fault.line)", "line \(fault.line)")
                return "\n  " + place + (fault.column.map { ", \($0)" } ?? "") + ": " + fault.text(language)
            }
            let rest = language.pick(
                "\n  … och \(more) fel till", "\n  … and \(more) more \(more.word("fault", "faults"))")
            return language.pick("viktlistan har fel:", "the weight list has faults:") + rows.joined()
                + (more > 0 ? rest : "")
        }
        self.init(file: file, swedish: words(.swedish), english: words(.english))
    }

    /// More faults than a person mends at a time.
    private static let mostFaults = 50
}

extension WeightList {
    /// Reads a weight list's file that no price model names; it gets that id. Throws every fault with line and column.
    package static func read(_ id: String, file path: String) throws(PremisesError) -> WeightList {
        try SourceFile(path).weightList(id)
    }
}

extension SourceFile {
    fileprivate func weightList(_ id: String) throws(PremisesError) -> WeightList {
        try located {
            let rows = try CSVReader(separator: ";").rows(bytes).map { (line: $0.line, fields: $0.fields) }
            do throws(WeightListFaults) {
                return try WeightList.read(id: id, fingerprint: fingerprint, rows: rows)
            } catch {
                throw PremisesError(file: path, error)
            }
        }
    }
}
