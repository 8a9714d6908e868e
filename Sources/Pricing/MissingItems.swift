package import Federation

extension MissingItem {
    /// Something missing of which only the reason, and perhaps the region, is told.
    package init(_ reason: MissingReason, region: RegionSlug? = nil) {
        self.reason = reason
        self.region = region
    }

    /// A group of a weight list that got no price.
    init(_ reason: MissingReason, group: DRGWeight, weightList: String) {
        self.init(reason)
        code = group.drg
        typeOfCare = group.typeOfCare
        text = group.text
        self.weightList = weightList
        weightListLine = group.line
    }

    /// A hospital of which nothing was heard.
    package init(silent provider: String, region: RegionSlug) {
        self.init(.hospitalSilent, region: region)
        self.provider = provider
    }

    /// A line of last year that is not there again.
    init(gone last: ListedLine) {
        self.init(.lineGone, region: last.key.region)
        provider = last.key.provider
        unit = last.key.unit
        code = last.key.code
        typeOfCare = last.key.typeOfCare
        careLevel = last.key.careLevel
        text = last.text
        lastAmount = last.amount
        line = last.id
    }

    /// A line that asks for last year's price where there is none.
    init(noLastYearPrice service: CareService, region: RegionSlug, line: LineID) {
        self.init(.noLastYearPrice, region: region)
        provider = service.provider
        unit = service.unit
        code = service.code
        typeOfCare = service.typeOfCare
        careLevel = service.careLevel
        text = service.text
        self.line = line
        origin = service.origin
    }

    /// A region whose delivery cannot be used; nil where it is accepted.
    init?(unusable state: DeliveryState, region: RegionSlug) {
        switch state {
        case .accepted: return nil
        case .fetchFailed: self.init(.fetchFailed, region: region)
        case .notDelivered: self.init(.notDelivered, region: region)
        case .held(let version):
            self.init(.held, region: region)
            self.version = version
        case .refused(let version):
            self.init(.refused, region: region)
            self.version = version
        }
    }

    /// In the order of the reasons, then of the fields.
    static func canonicallyPrecedes(_ left: MissingItem, _ right: MissingItem) -> Bool {
        guard left.reason == right.reason else { return left.reason.position < right.reason.position }
        return CanonicalOrder.precedes(left.orderFields, right.orderFields)
    }

    private var orderFields: [String] {
        [
            region?.text ?? "", weightList ?? "", provider ?? "", unit ?? "", code ?? "", typeOfCare?.rawValue ?? "",
            careLevel?.rawValue ?? "",
        ]
    }
}

extension MissingReason {
    /// Where the reason stands among all.
    fileprivate var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
