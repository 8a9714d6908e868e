/// Whether the byte is white space to XML and to JSON.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

/// The byte as two hexadecimal digits.
func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count < 2 ? "0" + digits : digits
}

/// The index of the first byte that is no UTF-8, and whether the rest is only the start of a character; nil where all
/// is UTF-8.
func firstBrokenUTF8(_ bytes: Span<UInt8>) -> (index: Int, isCut: Bool)? {
    do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes)
        return nil
    } catch {
        let reachesEnd = error.byteOffsets.upperBound == bytes.count
        return (error.byteOffsets.lowerBound, error.kind == .truncatedScalar && reachesEnd)
    }
}
