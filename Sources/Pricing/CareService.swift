package import Federation

/// A care service with its price (vårdtjänst), as its region delivered it.
///
/// A region may have a hundred thousand: the fixed part is 128 bytes. Provider, unit and texts longer than 15 bytes lie
/// outside it, so whoever makes many lets equal texts share one `String`.
package struct CareService: Hashable, Sendable {
    /// The price that the region asks (pris).
    package enum Price: Hashable, Sendable {
        /// Its own amount, as delivered.
        case amount(Amount)
        /// Last year's adopted price raised by the index (uppräkning).
        case asLastYear
    }

    /// The hospital's id.
    package let provider: String
    /// The unit's id, unique in the hospital.
    package let unit: String
    /// 1-20 characters A-Z, 0-9, point and hyphen.
    package let code: String
    /// What the service is, 1-200 characters.
    package let text: String
    /// Why the price moved from last year's, in the region's words, 1-200 characters (skäl); nil where it says nothing.
    package let reason: String?
    package let price: Price
    package let origin: RecordOrigin
    package let medicalFieldCode: MedicalFieldCode?
    package let measure: Measure
    package let typeOfCare: TypeOfCare
    package let careLevel: CareLevel
    package let productCategory: ProductCategory

    package init(
        provider: String, unit: String, medicalFieldCode: MedicalFieldCode?, code: String, text: String,
        measure: Measure, typeOfCare: TypeOfCare, careLevel: CareLevel,
        productCategory: ProductCategory = .patientSpecific, price: Price,
        reason: String? = nil, origin: RecordOrigin
    ) {
        self.provider = provider
        self.unit = unit
        self.code = code
        self.text = text
        self.reason = reason
        self.price = price
        self.origin = origin
        self.medicalFieldCode = medicalFieldCode
        self.measure = measure
        self.typeOfCare = typeOfCare
        self.careLevel = careLevel
        self.productCategory = productCategory
    }
}
