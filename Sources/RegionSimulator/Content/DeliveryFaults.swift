import Federation

/// What can be wrong with the documents as such, whatever their data.
enum DeliveryFaults {
    /// The documents, made wrong as the variant says.
    static func apply(_ variant: ContentVariant, to drafts: [Draft]) -> [Draft] {
        guard let first = drafts.first else { return [] }
        switch variant {
        case .wrongEncoding: return drafts.map(wronglyEncoded)
        case .huge:
            var huge = first
            huge.trailingBlanks = 600 << 20
            huge.gzip = false
            return [huge] + drafts.dropFirst()
        case .nextToItself, .missingPage, .pageTwice, .totalDiffers: return PartFaults.apply(variant, to: drafts)
        default:
            guard let hostile = HostileDocument.text(variant, format: first.format) else { return drafts }
            return [
                Draft(
                    path: first.path, format: hostile.format, text: hostile.text, gzip: first.gzip, etag: first.etag,
                    lastModified: first.lastModified)
            ]
        }
    }

    private static func wronglyEncoded(_ draft: Draft) -> Draft {
        var draft = draft
        draft.declared = .utf8
        draft.encoding = .latin1
        return draft
    }
}

/// What can be wrong with how the parts of a delivery hang together.
enum PartFaults {
    /// The pages or parts, made wrong as the variant says; as they are where the delivery is one document.
    static func apply(_ variant: ContentVariant, to drafts: [Draft]) -> [Draft] {
        guard let first = drafts.first else { return [] }
        switch first.format {
        case .json where contains(first, "\n  \"next\": "): return pages(variant, drafts, first)
        case .xml where contains(first, "<Del href="): return parts(variant, drafts, first)
        default: return drafts
        }
    }

    private static func pages(_ variant: ContentVariant, _ drafts: [Draft], _ first: Draft) -> [Draft] {
        let next = PagedItems.address(first.path, page: 2)
        switch variant {
        case .nextToItself: return [linked(first, to: first.path)] + drafts.dropFirst()
        case .missingPage: return [linked(first, to: next)] + drafts.dropFirst(2)
        case .totalDiffers: return drafts.map(withOneMore)
        default:
            let again = Draft(path: next, format: first.format, text: linked(first, to: nil).text)
            return [linked(first, to: next), again] + drafts.dropFirst(2)
        }
    }

    private static func parts(_ variant: ContentVariant, _ drafts: [Draft], _ first: Draft) -> [Draft] {
        guard drafts.count > 1 else { return drafts }
        switch variant {
        case .nextToItself: return [replacing(drafts[1].path, by: first.path, in: first)] + drafts.dropFirst()
        case .missingPage: return drafts.dropLast()
        case .totalDiffers: return drafts
        default:
            guard drafts.count > 2 else { return drafts }
            return [replacing(drafts[1].path, by: drafts[2].path, in: first)] + drafts.dropFirst()
        }
    }

    private static func linked(_ page: Draft, to address: String?) -> Draft {
        var page = page
        let text = String(decoding: page.text, as: UTF8.self)
        guard let link = text.range(of: "\n  \"next\": ", options: .backwards) else { return page }
        let target = address.map { "\"\($0)\"" } ?? "null"
        page.text = Array((text[..<link.upperBound] + target + "\n}\n").utf8)
        return page
    }

    private static func withOneMore(_ page: Draft) -> Draft {
        let text = String(decoding: page.text, as: UTF8.self)
        guard let stated = text.firstMatch(of: /"antal": ([0-9]+)/), let total = Int(stated.1) else { return page }
        return replacing("\"antal\": \(total)", by: "\"antal\": \(total + 1)", in: page)
    }

    private static func replacing(_ old: String, by new: String, in draft: Draft) -> Draft {
        var draft = draft
        draft.text = Array(String(decoding: draft.text, as: UTF8.self).replacing(old, with: new).utf8)
        return draft
    }

    private static func contains(_ draft: Draft, _ text: String) -> Bool {
        String(decoding: draft.text, as: UTF8.self).contains(text)
    }
}
