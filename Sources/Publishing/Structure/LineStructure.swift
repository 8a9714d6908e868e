import Federation
import Pricing

extension DRGLine {
    func write<Sink: DocumentSink>(to sink: inout Sink, codes: ContractCodes) {
        sink.amount("amount", amount)
        sink.amount("costLimit", group.costLimit)
        sink.number("daysLimit", group.daysLimit)
        sink.text("drg", group.drg)
        sink.text("id", id.description)
        sink.text("mdc", group.mdc)
        sink.text("pointPrice", pointPrice)
        sink.text("priceList", codes.priceList)
        sink.text("productCategory", productCategory.rawValue)
        sink.text("text", group.text)
        sink.text("typeOfAgreement", codes.typeOfAgreement)
        sink.text("typeOfCare", group.typeOfCare.rawValue)
        sink.text("weight", weight.text)
        sink.text("weightList", weightList)
        sink.text("weightListKind", weightListKind.rawValue)
        sink.number("weightListLine", group.line)
    }
}

extension Applicability {
    func write<Sink: DocumentSink>(to sink: inout Sink, codes: ContractCodes) {
        let supplier = codes.supplier(provider, in: region)
        sink.text("countyCode", supplier.countyCode)
        if !decidedExceptions.isEmpty {
            sink.records("decidedExceptions", item: "decidedException", decidedExceptions) { sink, applied in
                sink.text("reason", applied.exception.reason)
                sink.text("rule", applied.path)
                sink.types("typesOfCare", applied.exception.typesOfCare)
                sink.text("unit", applied.exception.unit)
            }
        }
        sink.records("exceptions", item: "exception", exceptions) { sink, exception in
            sink.origin(exception.origin)
            sink.text("reason", exception.reason)
            sink.types("typesOfCare", exception.typesOfCare)
            sink.text("unit", exception.unit)
        }
        sink.text("hsaId", supplier.hsaID)
        sink.text("organisationNumber", supplier.organisationNumber)
        sink.origin(origin)
        sink.text("pointPrice", pointPrice)
        sink.text("provider", provider)
        sink.text("region", region.text)
        sink.text("typeOfCare", typeOfCare.rawValue)
    }
}

extension DRGFixedPriceLine {
    func write<Sink: DocumentSink>(to sink: inout Sink, codes: ContractCodes) {
        let supplier = codes.supplier(provider, in: region)
        sink.amount("amount", amount)
        sink.text("countyCode", supplier.countyCode)
        sink.text("drg", drg)
        sink.text("hsaId", supplier.hsaID)
        sink.text("id", id.description)
        sink.text("organisationNumber", supplier.organisationNumber)
        if case .region(let origin) = source { sink.origin(origin) }
        sink.text("priceList", codes.priceList)
        sink.text("productCategory", productCategory.rawValue)
        sink.text("provider", provider)
        sink.text("reason", reason)
        sink.text("region", region.text)
        if case .model(let path) = source { sink.text("rule", path) }
        sink.text("typeOfAgreement", codes.typeOfAgreement)
        sink.text("typeOfCare", typeOfCare.rawValue)
    }
}

extension CareServiceLine {
    func write<Sink: DocumentSink>(to sink: inout Sink, codes: ContractCodes) {
        let supplier = codes.supplier(service.provider, in: region)
        sink.amount("amount", amount)
        sink.text("basis", basis.code)
        sink.text("careLevel", service.careLevel.rawValue)
        sink.text("code", service.code)
        sink.text("countyCode", supplier.countyCode)
        sink.text("hsaId", supplier.hsaID)
        sink.text("id", id.description)
        sink.text("measure", service.measure.rawValue)
        sink.text("medicalFieldCode", service.medicalFieldCode?.description)
        sink.text("organisationNumber", supplier.organisationNumber)
        sink.origin(service.origin)
        sink.amount("previousAmount", basis.previousAmount)
        sink.text("priceList", codes.priceList)
        sink.text("productCategory", service.productCategory.rawValue)
        sink.text("provider", service.provider)
        sink.text("reason", service.reason)
        sink.text("region", region.text)
        sink.text("text", service.text)
        sink.text("typeOfAgreement", codes.typeOfAgreement)
        sink.text("typeOfCare", service.typeOfCare.rawValue)
        sink.text("unit", service.unit)
    }
}

extension CareServiceLine.Basis {
    /// `delivered` or `indexed`.
    var code: String {
        switch self {
        case .delivered: "delivered"
        case .indexed: "indexed"
        }
    }

    /// Last year's amount that an indexed price was raised from.
    var previousAmount: Amount? {
        switch self {
        case .delivered: nil
        case .indexed(let previous): previous
        }
    }
}

extension SurchargeLine {
    func write<Sink: DocumentSink>(to sink: inout Sink, codes: ContractCodes) {
        let supplier = codes.supplier(surcharge.provider, in: region)
        sink.amount("amount", amount)
        sink.text("code", surcharge.code)
        sink.text("countyCode", supplier.countyCode)
        sink.text("hsaId", supplier.hsaID)
        sink.text("id", id.description)
        sink.text("measure", surcharge.measure.rawValue)
        sink.text("organisationNumber", supplier.organisationNumber)
        sink.origin(surcharge.origin)
        sink.text("priceList", codes.priceList)
        sink.text("productCategory", productCategory.rawValue)
        sink.text("provider", surcharge.provider)
        sink.text("reason", surcharge.reason)
        sink.text("region", region.text)
        sink.text("text", surcharge.text)
        sink.text("typeOfAgreement", codes.typeOfAgreement)
        sink.text("unit", surcharge.unit)
    }
}
