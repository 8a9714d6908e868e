import Federation

/// Puts a region's care services in canonical order. Comparing texts is slow, and there may be a hundred thousand lines
/// at a few hundred units: hospitals and units are compared by their rank, codes by their first eight bytes, and only
/// what is then equal by the rest of the key.
struct CareServiceOrder {
    /// Positions in the array given, in canonical order.
    let positions: [Int]

    private struct Key {
        let provider: Int32
        let unit: Int32
        let code: UInt64
        let position: Int32
    }

    init(_ services: [CareService]) {
        let providers = Self.ranks(services.lazy.map(\.provider))
        let units = Self.ranks(services.lazy.map(\.unit))
        let keys = services.indices.map { position in
            let service = services[position]
            return Key(
                provider: providers[service.provider] ?? 0, unit: units[service.unit] ?? 0,
                code: Self.firstBytes(service.code), position: Int32(position))
        }
        let sorted = keys.sorted { left, right in
            if left.provider != right.provider { return left.provider < right.provider }
            if left.unit != right.unit { return left.unit < right.unit }
            if left.code != right.code { return left.code < right.code }
            return CareService.canonicallyPrecedes(services[Int(left.position)], services[Int(right.position)])
        }
        positions = sorted.map { Int($0.position) }
    }

    /// Each distinct text's place among all, in order of UTF-8 bytes.
    private static func ranks(_ texts: some Sequence<String>) -> [String: Int32] {
        let ordered = Set(texts).sorted { $0.precedes($1) }
        return Dictionary(uniqueKeysWithValues: zip(ordered, Int32(0)...))
    }

    /// The first eight bytes as one number, so that numbers compare as the bytes do; a shorter text ends in zeros.
    private static func firstBytes(_ text: String) -> UInt64 {
        var number: UInt64 = 0
        var count = 0
        for byte in text.utf8.prefix(8) {
            number = number << 8 | UInt64(byte)
            count += 1
        }
        return count == 0 ? 0 : number << UInt64(8 * (8 - count))
    }
}
