package import Federation
package import Reading
package import Registry

extension FeedDescriptor {
    /// The feed as a version of it was delivered. Any region may deliver the contract's form, XML or JSON, in one
    /// document instead of its own layout; the document itself says so.
    ///
    /// What cannot be read is in the region's own layout: whoever reads it to its end says what is wrong with it.
    package func asDelivered(
        _ parts: [VersionPart], content: (VersionPart) throws -> any ByteSource
    ) throws -> FeedDescriptor {
        guard parts.count == 1, let part = parts.first else { return self }
        for other in Format.allCases where contract == nil || other != format {
            let form = inCanonicalForm(other)
            let names = NameTable()
            let probe = CanonicalFormProbe(form, own: other == format ? mapping : nil, names: names)
            let reader = DocumentReader(format: other.document, names: names, mediaType: part.mediaType)
            do {
                try reader.read(try content(part), handler: probe)
            } catch is CanonicalFormProbe.Decided {
                if probe.isCanonical { return form }
            } catch is ReadingFault {}
        }
        return self
    }
}

extension FeedDescriptor.Format {
    /// The same to whoever reads documents.
    package var document: DocumentFormat { self == .xml ? .xml : .json }
}

/// Looks at how a document begins, to tell the contract's form from a region's own layout: in XML by the root element,
/// in JSON by the first member of the root that only one of the two has.
private final class CanonicalFormProbe: DocumentHandler {
    /// Enough was seen; ends the read.
    struct Decided: Error {}

    private let format: FeedDescriptor.Format
    private let namespace: String
    private let names: NameTable
    /// What stands at the root of either: the root element, or the members of the root object.
    private let canonical: Set<String>
    private let own: Set<String>
    private var depth = 0
    private(set) var isCanonical = false

    init(_ form: FeedDescriptor, own: Mapping?, names: NameTable) {
        format = form.format
        namespace = form.contract?.namespace ?? ""
        canonical = form.mapping.namesAtTheRoot
        self.own = own?.namesAtTheRoot ?? []
        self.names = names
    }

    func begin(_ name: Name, namespace: Name, at spot: Spot) throws {
        depth += 1
        let (here, isOfContract) = (names.text(name), names.text(namespace) == self.namespace)
        switch format {
        case .xml:
            isCanonical = canonical.contains(here) && (isOfContract || !own.contains(here))
            throw Decided()
        case .json:
            guard depth == 2, canonical.contains(here) != own.contains(here) else { return }
            isCanonical = canonical.contains(here)
            throw Decided()
        }
    }

    func attribute(_ name: Name, _ value: Scalar) {}
    func scalar(_ value: Scalar) {}
    func strayText(_ value: Scalar) {}
    func end(_ name: Name, endOffset: Int) { depth -= 1 }
    func notice(_ fault: ReadingFault) {}
}

extension Mapping {
    /// The first names of all that the layout reads or leaves aside.
    fileprivate var namesAtTheRoot: Set<String> {
        let header = header.compactMap { rule in
            if case .path(let path) = rule.source { path } else { nil }
        }
        let paths = header + records.map(\.at) + ignored + [links].compactMap { $0 }
        return Set(paths.compactMap { $0.steps.first?.word })
    }
}
