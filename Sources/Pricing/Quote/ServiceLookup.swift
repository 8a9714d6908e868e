import Federation

extension PriceList {
    /// The care service line that a case means, by line id or code, at its hospital.
    func careService(_ asked: CountedService, of careCase: CareCase) throws(QuoteRefusal) -> PricedService {
        let lines = careServices(at: careCase)
        if let id = LineID(asked.reference) {
            guard let line = lines.first(where: { $0.id == id }) else { throw .unknown(asked, careCase) }
            return .careService(line)
        }
        let found = lines.filter {
            $0.service.code == asked.reference && $0.service.typeOfCare == careCase.typeOfCare
        }
        let own = found.filter { $0.service.unit == careCase.unit }
        return .careService(try only(own.isEmpty ? found : own, id: \.id, asked, careCase))
    }

    /// The surcharge line that a case means, by line id or code, at its hospital.
    func surcharge(_ asked: CountedService, of careCase: CareCase) throws(QuoteRefusal) -> SurchargeLine {
        let lines = surcharges.filter {
            $0.region == careCase.region && $0.surcharge.provider == careCase.provider
        }
        if let id = LineID(asked.reference) {
            guard let line = lines.first(where: { $0.id == id }) else { throw .unknown(asked, careCase) }
            return line
        }
        let found = lines.filter { $0.surcharge.code == asked.reference }
        let own = found.filter { careCase.unit != nil && $0.surcharge.unit == careCase.unit }
        let general = found.filter { $0.surcharge.unit == nil }
        let nearest = own.isEmpty ? (general.isEmpty ? found : general) : own
        return try only(nearest, id: \.id, asked, careCase)
    }

    private func only<Line>(
        _ found: [Line], id: (Line) -> LineID, _ asked: CountedService, _ careCase: CareCase
    ) throws(QuoteRefusal) -> Line {
        guard let line = found.first else { throw .unknown(asked, careCase) }
        guard found.count == 1 else {
            throw .ambiguousService(reference: asked.reference, lines: found.prefix(10).map(id))
        }
        return line
    }

    /// The care services of the case's hospital, found by halving: they stand region by region, hospital by hospital.
    private func careServices(at careCase: CareCase) -> ArraySlice<CareServiceLine> {
        let key = [careCase.region.text, careCase.provider]
        let start = firstCareService { !CanonicalOrder.precedes([$0.region.text, $0.service.provider], key) }
        let end = firstCareService { CanonicalOrder.precedes(key, [$0.region.text, $0.service.provider]) }
        return careServices[start..<end]
    }

    /// The first line that passes the test; the test holds from some line to the end.
    private func firstCareService(where passes: (CareServiceLine) -> Bool) -> Int {
        var low = 0
        var high = careServices.count
        while low < high {
            let middle = (low + high) / 2
            if passes(careServices[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// A line of the list that a case counts.
enum PricedService {
    case careService(CareServiceLine)
    case surcharge(SurchargeLine)
}

extension QuoteRefusal {
    fileprivate static func unknown(_ asked: CountedService, _ careCase: CareCase) -> QuoteRefusal {
        .unknownService(reference: String(asked.reference.prefix(80)), provider: careCase.provider)
    }
}
