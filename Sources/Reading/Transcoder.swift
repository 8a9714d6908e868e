/// Turns a piece of content into UTF-8 without ever putting a replacement character.
struct Transcoder {
    /// What became of a piece.
    struct Outcome {
        /// Bytes of the piece that were turned; the rest is broken, or the start of a character.
        var consumed = 0
        /// Bytes of UTF-8 that were written.
        var written = 0
        /// Whether the byte after the consumed ones cannot be what it is said to be.
        var isBroken = false
    }

    let encoding: TextEncoding

    /// The most UTF-8 that one byte of content becomes.
    static let growth = 3

    /// Writes the UTF-8 of `input` to `output`, which must have room for `growth` times as much.
    func decode(
        _ input: UnsafeRawBufferPointer, isLast: Bool, into output: UnsafeMutableRawBufferPointer
    ) -> Outcome {
        var outcome: Outcome
        switch encoding {
        case .utf8: outcome = copyUTF8(input, output)
        case .latin1, .windows1252: outcome = decodeOneByte(input, isLast: isLast, output)
        case .utf16LittleEndian: outcome = decodeUTF16(input, isLast: isLast, output) { UInt16(littleEndian: $0) }
        case .utf16BigEndian: outcome = decodeUTF16(input, isLast: isLast, output) { UInt16(bigEndian: $0) }
        }
        if isLast, outcome.consumed < input.count { outcome.isBroken = true }
        return outcome
    }

    private func copyUTF8(_ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer) -> Outcome {
        var outcome = Outcome(consumed: input.count)
        if let broken = firstBrokenUTF8(input.bindMemory(to: UInt8.self).span) {
            outcome.consumed = broken.index
            outcome.isBroken = !broken.isCut
        }
        output.copyMemory(from: UnsafeRawBufferPointer(rebasing: input[..<outcome.consumed]))
        outcome.written = outcome.consumed
        return outcome
    }

    private func decodeOneByte(
        _ input: UnsafeRawBufferPointer, isLast: Bool, _ output: UnsafeMutableRawBufferPointer
    ) -> Outcome {
        var outcome = Outcome()
        while outcome.consumed < input.count {
            let byte = input[outcome.consumed]
            if byte == 0xC3 {
                // "Ã" and then a sign is Swedish text in UTF-8 under a wrong label; no Swedish text has it by itself.
                if outcome.consumed + 1 == input.count, !isLast { return outcome }
                let next = outcome.consumed + 1 < input.count ? input[outcome.consumed + 1] : 0
                if next & 0xC0 == 0x80 {
                    outcome.isBroken = true
                    return outcome
                }
            }
            guard let scalar = scalar(byte) else {
                outcome.isBroken = true
                return outcome
            }
            outcome.written += write(scalar, to: output, at: outcome.written)
            outcome.consumed += 1
        }
        return outcome
    }

    private func scalar(_ byte: UInt8) -> UInt32? {
        guard encoding == .windows1252, (0x80...0x9F).contains(byte) else { return UInt32(byte) }
        let code = Transcoder.windows1252[Int(byte - 0x80)]
        return code == 0 ? nil : UInt32(code)
    }

    private func decodeUTF16(
        _ input: UnsafeRawBufferPointer, isLast: Bool, _ output: UnsafeMutableRawBufferPointer,
        unit: (UInt16) -> UInt16
    ) -> Outcome {
        var outcome = Outcome()
        while outcome.consumed + 2 <= input.count {
            let first = unit(input.loadUnaligned(fromByteOffset: outcome.consumed, as: UInt16.self))
            var scalar = UInt32(first)
            var length = 2
            if first & 0xF800 == 0xD800 {
                if outcome.consumed + 4 > input.count, !isLast { return outcome }
                let next = outcome.consumed + 4 <= input.count ? outcome.consumed + 2 : outcome.consumed
                let second = unit(input.loadUnaligned(fromByteOffset: next, as: UInt16.self))
                guard first < 0xDC00, second & 0xFC00 == 0xDC00 else {
                    outcome.isBroken = true
                    return outcome
                }
                scalar = 0x10000 + (UInt32(first & 0x3FF) << 10) + UInt32(second & 0x3FF)
                length = 4
            }
            outcome.written += write(scalar, to: output, at: outcome.written)
            outcome.consumed += length
        }
        return outcome
    }

    /// Writes a scalar as UTF-8 and says how many bytes that took.
    private func write(_ scalar: UInt32, to output: UnsafeMutableRawBufferPointer, at index: Int) -> Int {
        switch scalar {
        case ..<0x80:
            output[index] = UInt8(scalar)
            return 1
        case ..<0x800:
            output[index] = UInt8(0xC0 | scalar >> 6)
            output[index + 1] = UInt8(0x80 | scalar & 0x3F)
            return 2
        case ..<0x10000:
            output[index] = UInt8(0xE0 | scalar >> 12)
            output[index + 1] = UInt8(0x80 | (scalar >> 6) & 0x3F)
            output[index + 2] = UInt8(0x80 | scalar & 0x3F)
            return 3
        default:
            output[index] = UInt8(0xF0 | scalar >> 18)
            output[index + 1] = UInt8(0x80 | (scalar >> 12) & 0x3F)
            output[index + 2] = UInt8(0x80 | (scalar >> 6) & 0x3F)
            output[index + 3] = UInt8(0x80 | scalar & 0x3F)
            return 4
        }
    }

    /// What Windows-1252 has at 80-9F; zero where it has nothing.
    private static let windows1252: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
