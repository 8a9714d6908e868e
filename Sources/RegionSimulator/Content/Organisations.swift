import Federation

/// The seven regions with their hospitals and units, as their own servers know them.
enum Organisations {
    /// In the order of `SimulatedRegion.slugs`.
    static let all: [Region] = [uppsala, sormland, varmland, orebro, vastmanland, dalarna, gavleborg].compactMap { $0 }

    /// The region of that name; nil for one that is not simulated.
    static func region(_ slug: RegionSlug) -> Region? { all.first { $0.slug == slug } }

    private static let uppsala = region(
        "uppsala", "Region Uppsala", county: "03", number: "232100-0024",
        [
            hospital(
                "akademiska", "Akademiska sjukhuset",
                "medicin lung infektion reumatologi kardiologi barn hud neurologi geriatrik kirurgi ortopedi "
                    + "neurokirurgi thorax plastik urologi kvinno ogon oron onkologi psykiatri bup habilitering"),
            hospital("enkoping", "Lasarettet i Enköping", "medicin kirurgi ortopedi ogon rehab"),
        ])

    private static let sormland = region(
        "sormland", "Region Sörmland", county: "04", number: "232100-0032",
        [
            hospital(
                "malarsjukhuset", "Mälarsjukhuset",
                "medicin infektion kardiologi barn hud kirurgi ortopedi urologi kvinno ogon oron onkologi psykiatri "
                    + "bup habilitering"),
            hospital("nykoping", "Nyköpings lasarett", "medicin kirurgi ortopedi kvinno barn rehab psykiatri"),
            hospital("kullbergska", "Kullbergska sjukhuset", "medicin kirurgi ortopedi ogon"),
        ])

    private static let varmland = region(
        "varmland", "Region Värmland", county: "17", number: "232100-0156",
        [
            hospital(
                "karlstad", "Centralsjukhuset i Karlstad",
                "medicin lung infektion kardiologi barn hud neurologi kirurgi ortopedi urologi kvinno ogon oron "
                    + "onkologi psykiatri bup habilitering"),
            hospital("arvika", "Sjukhuset i Arvika", "medicin kirurgi ortopedi psykiatri rehab"),
            hospital("torsby", "Sjukhuset i Torsby", "medicin kirurgi ortopedi ogon"),
        ])

    private static let orebro = region(
        "orebro", "Region Örebro län", county: "18", number: "232100-0164",
        [
            hospital(
                "uso", "Universitetssjukhuset Örebro",
                "medicin lung infektion reumatologi kardiologi barn hud neurologi geriatrik kirurgi ortopedi "
                    + "handkirurgi thorax plastik urologi kvinno ogon oron onkologi psykiatri bup armprotes "
                    + "fertilitet habilitering halsoval"),
            hospital("karlskoga", "Karlskoga lasarett", "medicin kirurgi ortopedi kvinno rehab psykiatri"),
            hospital("lindesberg", "Lindesbergs lasarett", "medicin kirurgi ortopedi ogon"),
        ])

    private static let vastmanland = region(
        "vastmanland", "Region Västmanland", county: "19", number: "232100-0172",
        [
            hospital(
                "vasteras", "Västmanlands sjukhus Västerås",
                "medicin lung infektion kardiologi barn hud neurologi kirurgi ortopedi urologi kvinno ogon oron "
                    + "onkologi psykiatri bup habilitering"),
            hospital("koping", "Västmanlands sjukhus Köping", "medicin kirurgi ortopedi rehab psykiatri"),
            hospital("sala", "Västmanlands sjukhus Sala", "medicin geriatrik"),
        ])

    private static let dalarna = region(
        "dalarna", "Region Dalarna", county: "20", number: "232100-0180",
        [
            hospital(
                "falun", "Falu lasarett",
                "medicin infektion reumatologi kardiologi barn hud neurologi geriatrik kirurgi ortopedi urologi kvinno "
                    + "ogon oron onkologi psykiatri bup habilitering"),
            hospital("mora", "Mora lasarett", "medicin kirurgi ortopedi kvinno ogon rehab psykiatri"),
        ])

    private static let gavleborg = region(
        "gavleborg", "Region Gävleborg", county: "21", number: "232100-0198",
        [
            hospital(
                "gavle", "Gävle sjukhus",
                "medicin lung infektion kardiologi barn hud neurologi kirurgi ortopedi urologi kvinno ogon oron "
                    + "onkologi psykiatri bup habilitering"),
            hospital("hudiksvall", "Hudiksvalls sjukhus", "medicin kirurgi ortopedi kvinno barn rehab psykiatri"),
        ])

    private static func region(
        _ slug: String, _ name: String, county: String, number: String, _ hospitals: [Hospital]
    ) -> Region? {
        guard let slug = RegionSlug(slug), let number = OrganisationNumber(number) else { return nil }
        return Region(slug: slug, name: name, countyCode: county, organisationNumber: number, hospitals: hospitals)
    }

    private static func hospital(_ id: String, _ name: String, _ clinics: String) -> Hospital {
        let units = clinics.split(separator: " ").compactMap { Clinic.named(String($0))?.unit }
        return Hospital(id: id, name: name, hsaID: nil, units: units)
    }
}
