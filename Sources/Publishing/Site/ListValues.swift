package import Pricing
package import Sealing

// The parts of a list as JSON values, with the very members that the list's file has.

extension DRGLine {
    /// The line as it stands in the list's file, with the list's codes.
    package func value(_ codes: ContractCodes) -> CanonicalValue { ValueSink.value { write(to: &$0, codes: codes) } }
}

extension DRGFixedPriceLine {
    /// The line as it stands in the list's file, with the list's codes.
    package func value(_ codes: ContractCodes) -> CanonicalValue { ValueSink.value { write(to: &$0, codes: codes) } }
}

extension CareServiceLine {
    /// The line as it stands in the list's file, with the list's codes.
    package func value(_ codes: ContractCodes) -> CanonicalValue { ValueSink.value { write(to: &$0, codes: codes) } }
}

extension SurchargeLine {
    /// The line as it stands in the list's file, with the list's codes.
    package func value(_ codes: ContractCodes) -> CanonicalValue { ValueSink.value { write(to: &$0, codes: codes) } }
}

extension MissingItem {
    /// The missing thing as it stands in the list's file.
    package var value: CanonicalValue { ValueSink.value { write(to: &$0) } }
}

extension RegionCompleteness {
    /// What a region owed and gave, as it stands in the list's file.
    package var value: CanonicalValue { ValueSink.value { write(to: &$0) } }
}

extension PriceListHeader {
    /// The year's rules as they stand in the list's file.
    package var modelValue: CanonicalValue {
        ValueSink.value { model.write(to: &$0, fingerprint: modelFingerprint) }
    }

    /// The versions that the list was made from, as they stand in the list's file.
    package var submissionValues: [CanonicalValue] {
        submissions.map { used in ValueSink.value { used.write(to: &$0) } }
    }

    /// The list that prices were raised from, as it stands in the list's file; nil where there is none.
    package var previousValue: CanonicalValue? {
        previous.map { edition in ValueSink.value { edition.write(to: &$0) } }
    }
}
