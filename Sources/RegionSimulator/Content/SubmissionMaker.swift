import Federation

/// Makes up what a region delivers for the plan's year, and what it sold by the year before.
struct SubmissionMaker {
    let region: Region
    let plan: SimulationPlan
    /// The region's place in the list of regions; part of every seed.
    private let number: UInt64

    init?(_ slug: RegionSlug, plan: SimulationPlan) {
        guard let index = Organisations.all.firstIndex(where: { $0.slug == slug }) else { return nil }
        region = Organisations.all[index]
        number = UInt64(index)
        self.plan = plan
    }

    /// The delivery for the plan's year.
    func delivery() -> SimulatedSubmission {
        var submission = header(year: plan.year)
        submission.clinics = clinics { place, row in service(row, at: place) }
        submission.tariffs = openHospitals.map { SimulatedTariff(hospital: $0, typesOfCare: ["01", "02"]) }
        submission.exceptions = DRGRules.exceptions(at: openHospitals)
        submission.fixedPrices = DRGRules.fixedPrices(at: openHospitals)
        submission.surcharges = surcharges(raised: true)
        submission.notApplicable = closedHospitals + retiredLines()
        return submission
    }

    /// The file of the year before: every price of the list that was adopted then.
    func lastYearsDelivery() -> SimulatedSubmission {
        var submission = header(year: plan.year - 1)
        submission.clinics = lastYearsClinics()
        submission.tariffs = openHospitals.map { SimulatedTariff(hospital: $0, typesOfCare: ["01", "02"]) }
        submission.exceptions = DRGRules.exceptions(at: openHospitals)
        submission.surcharges = surcharges(raised: false)
        submission.notApplicable = closedHospitals
        return submission
    }

    /// The care services of the list that was adopted the year before, with the lines that are gone since.
    func lastYearsClinics() -> [ClinicServices] {
        let kept = clinics { place, row in
            let story = story(of: row)
            return story.isNew ? nil : place.service(row, amount: story.before(basis: place.basis(row)))
        }
        return kept.map { clinic in
            var clinic = clinic
            clinic.services += retired.filter { $0.place.isAt(clinic) }.map { retired in
                let basis = retired.place.basis(retired.row)
                return retired.place.service(retired.row, amount: story(of: retired.row).before(basis: basis))
            }
            return clinic
        }
    }

    /// The supplements; raised, they are this year's, otherwise those of the year before.
    func surcharges(raised: Bool) -> [SimulatedSurcharge] {
        openHospitals.flatMap { hospital in
            SurchargeCatalogue.rows.enumerated().map { index, row in
                var chance = Chance(seed: plan.seed, number, 0x5355_5243, UInt64(index))
                let usual = chance.number(in: 0...80)
                let leaps = raised && chance.happens(percent: 10)
                let raise = leaps ? chance.number(in: 120...180) : usual
                let kronor = raised ? row.kronor * (1000 + raise) / 1000 : row.kronor
                return SimulatedSurcharge(
                    hospital: hospital, unit: hospital.units.first { $0.id == row.unit }, code: row.code,
                    text: row.text, measure: row.measure, amount: Amount(ore: Int64(kronor) * 100),
                    reason: leaps ? "Simulerat exempel: leverantören har höjt sitt pris" : nil)
            }
        }
    }

    private func header(year: Int) -> SimulatedSubmission {
        SimulatedSubmission(
            region: region, contact: "prislista@\(region.slug).example", year: year,
            created: DeliveryClock.created(priceYear: year, region: number, plan: plan))
    }

    private func clinics(_ make: (ServicePlace, Int) -> SimulatedService?) -> [ClinicServices] {
        let places = places
        return places.enumerated().map { index, place in
            let count = plan.rows / places.count + (index < plan.rows % places.count ? 1 : 0)
            return ClinicServices(
                hospital: place.hospital, unit: place.clinic.unit,
                services: (0..<count).compactMap { make(place, $0 * places.count + index) })
        }
    }

    private func service(_ row: Int, at place: ServicePlace) -> SimulatedService {
        let story = story(of: row)
        return place.service(row, amount: story.now(basis: place.basis(row)), reason: story.reason)
    }

    private func story(of row: Int) -> PriceStory {
        PriceStory(Chance(seed: plan.seed, number, UInt64(row)), year: plan.year)
    }

    /// The two lines that stood in last year's list and are gone: those that one row more each would give.
    private var retired: [(place: ServicePlace, row: Int)] {
        let places = places
        guard plan.rows > 0 else { return [] }
        return (plan.rows..<plan.rows + 2).map { (places[$0 % places.count], $0) }
    }

    private func retiredLines() -> [SimulatedNotApplicable] {
        retired.map { retired in
            let service = retired.place.service(retired.row, amount: nil)
            return SimulatedNotApplicable(
                hospital: retired.place.hospital,
                line: SimulatedNotApplicable.Line(
                    unit: retired.place.clinic.unit, code: service.code, typeOfCare: service.typeOfCare,
                    careLevel: service.careLevel),
                reason: "Simulerat exempel: tjänsten utförs inte längre")
        }
    }

    private var closedHospitals: [SimulatedNotApplicable] {
        region.hospitals.filter(DRGRules.isClosed).map {
            SimulatedNotApplicable(
                hospital: $0, line: nil, reason: "Simulerat exempel: sjukhuset säljer ingen vård till andra regioner")
        }
    }

    private var openHospitals: [Hospital] { region.hospitals.filter { !DRGRules.isClosed($0) } }

    private var places: [ServicePlace] {
        let pairs = openHospitals.flatMap { hospital in hospital.units.map { (hospital, $0) } }
        return pairs.enumerated().compactMap { index, pair in
            Clinic.named(pair.1.id).map {
                ServicePlace(hospital: pair.0, clinic: $0, index: index, placeCount: pairs.count, region: number)
            }
        }
    }
}
