/// A decimal number exactly as written: `1.210` is 1210 at scale 3, and stays so.
package struct ExactDecimal: Hashable, Sendable {
    /// The digits as a whole number, with sign.
    package let units: Int64
    /// How many of the digits are decimals, 0 to 18.
    package let scale: Int

    /// The number `units` ÷ 10^`scale`.
    package init(units: Int64, scale: Int) {
        self.units = units
        self.scale = scale
    }

    /// Reads digits with at most one decimal point and an optional minus sign; no exponent, no blanks, no plus sign.
    /// Nil for anything else, and where the digits do not fit in 64 bits.
    package init?(_ text: String) {
        var units: Int64 = 0
        var scale = -1
        var digits = 0
        var negative = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0:
                negative = true
            case UInt8(ascii: ".") where scale < 0 && digits > 0:
                scale = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int64(byte - UInt8(ascii: "0"))
                let (tens, overflow) = units.multipliedReportingOverflow(by: 10)
                let (sum, carry) =
                    negative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
                guard !overflow, !carry else { return nil }
                units = sum
                digits += 1
                if scale >= 0 { scale += 1 }
            default:
                return nil
            }
        }
        guard digits > 0, scale != 0, scale <= 18 else { return nil }
        self.init(units: units, scale: max(scale, 0))
    }

    /// Whether this is the greater number, whatever their scales.
    package func isGreater(than other: ExactDecimal) -> Bool {
        Int128(units) * ExactDecimal.ten(other.scale) > Int128(other.units) * ExactDecimal.ten(scale)
    }

    /// The number without its sign; the least of 64 bits, which has no counterpart, is one closer to zero.
    package var magnitude: ExactDecimal { ExactDecimal(units: Int64(clamping: units.magnitude), scale: scale) }

    /// 10 to that power, 0 to 38.
    package static func ten(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

    /// The same number at another scale; nil where digits would be lost or do not fit.
    package func rescaled(to wanted: Int) -> ExactDecimal? {
        var units = units
        var scale = scale
        while scale > wanted {
            guard units % 10 == 0 else { return nil }
            units /= 10
            scale -= 1
        }
        while scale < wanted {
            let (next, overflow) = units.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            units = next
            scale += 1
        }
        return ExactDecimal(units: units, scale: wanted)
    }

    /// The number with a decimal point, all its decimals kept.
    package var text: String {
        guard scale > 0 else { return String(units) }
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        return (units < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
    }
}
