/// Something in a price model that contradicts itself or leaves a hole (modellfel).
package struct PriceModelFault: Error, Hashable, Sendable {
    /// The stable code, for example `price-model-duplicate-id`.
    package let code: String
    /// Where in the file, as a JSON Pointer: `/pointPrices/0/weightList`.
    package let path: String
    /// The named values that the sentences are filled with.
    package let arguments: [String: String]
}

extension PriceModelFault {
    init(_ code: String, _ path: String, _ arguments: [String: String] = [:]) {
        self.init(code: code, path: path, arguments: arguments)
    }
}
