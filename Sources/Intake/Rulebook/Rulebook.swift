package import Federation

/// The list of all rules. Adding a rule adds a file and a line here.
package enum Rulebook {
    /// Every rule, header rules first.
    static let all: [any Rule.Type] = [
        WrongRegion.self,
        UnknownRegion.self,
        OrganisationNumberWrong.self,
        WrongYear.self,
        YearNotAYear.self,
        TestData.self,
        MissingHeaderField.self,
        CreatedNotATime.self,
        DateOutsideTheYear.self,
        LateDelivery.self,
        CurrencyNotSEK.self,
        UnknownPlan.self,
        MissingField.self,
        WrongJSONType.self,
        TextTooLong.self,
        TextBrokenEncoding.self,
        ControlCharacter.self,
        LettersLost.self,
        AmountNotANumber.self,
        AmountNegative.self,
        AmountZero.self,
        AmountTooLarge.self,
        OreInKronaPrice.self,
        PriceMissing.self,
        PriceTwice.self,
        PriceTenTimesLastYear.self,
        PriceATenthOfLastYear.self,
        AllPricesScaled.self,
        AsLastYearWithoutPrice.self,
        NoPreviousList.self,
        LinesDropped.self,
        NoLines.self,
        TotalDiffers.self,
        UnknownMeasure.self,
        UnknownProvider.self,
        UnknownUnit.self,
        UnknownCodeValue.self,
        CodeMalformed.self,
        MedicalFieldCodeMalformed.self,
        MedicalFieldCodeNotOfUnit.self,
        DRGMalformed.self,
        DRGNotInWeightList.self,
        DuplicateLine.self,
        DuplicateTariff.self,
        DRGTariffWithoutProvider.self,
        ExceptionWithoutTariff.self,
        FixedPriceWithoutTariff.self,
        NotApplicableIncomplete.self,
        NotApplicableYetPriced.self,
        UnknownGoal.self,
        UnknownRound.self,
        UnknownStatus.self,
        ShareNotPercent.self,
        DuplicateGoalReport.self,
        DueNotADate.self,
        ValueNotANumber.self,
    ]

    /// The rules for one kind of feed.
    static func rules(for feed: FeedKind) -> [any Rule.Type] { all.filter { $0.feeds.contains(feed) } }

    /// Names this state of the rules: another set of codes or another `edition` makes another examination.
    package static var fingerprint: Fingerprint {
        Fingerprint(of: ([edition] + all.map { $0.code }).joined(separator: "\n").utf8)
    }

    // Add one whenever a rule, the decoder, what tells the contract's form from a layout, a conversion or the search for personal numbers comes to mean something
    // else: nothing but this number tells that from the codes.
    static let edition = "rulebook-11"
}
