import Federation
import Reading

/// Reads a region's descriptor.
struct DescriptorReader {
    let file: SourceFile
    /// Settings by name, for base addresses and credentials.
    let setting: (String) -> String?

    /// The region and its feeds.
    func read() throws(PremisesError) -> RegionDescriptor {
        try file.json { root in
            try root.allowMembers([
                "slug", "name", "countyCode", "organisationNumber", "contact", "hospitals", "tables", "feeds",
            ])
            let region = try region(root)
            let contact = try root.member("contact").name(3...200)
            let tables = try root.given("tables").map(tables) ?? [:]
            let feeds = try feeds(root.member("feeds"), of: region.slug, tables)
            return RegionDescriptor(region: region, contact: contact, feeds: feeds)
        }
    }

    private func region(_ root: JSONValue) throws -> Region {
        Region(
            slug: try root.member("slug").parsed("a-z, 0-9, -") { RegionSlug($0) },
            name: try root.member("name").name(),
            countyCode: try root.member("countyCode").parsed("SCB: 03") { code in
                code.wholeMatch(of: /[0-9]{2}/) == nil ? nil : code
            },
            organisationNumber: try root.member("organisationNumber").parsed("232100-0156 (Luhn)") { text in
                text.wholeMatch(of: /[0-9]{6}-[0-9]{4}/).flatMap { _ in OrganisationNumber(text) }
            },
            hospitals: try unique(root.member("hospitals").someItems(), hospital, \.id))
    }

    private func hospital(_ value: JSONValue) throws -> Hospital {
        try value.allowMembers(["id", "name", "hsaId", "units"])
        let units = try value.member("units")
        let hospital = Hospital(
            id: try value.member("id").id(), name: try value.member("name").name(),
            hsaID: try value.given("hsaId")?.parsed("SE2321000156-A1B2") { text in
                text.wholeMatch(of: /SE[0-9]{10}-[0-9A-Z]+/) == nil ? nil : text
            },
            units: try unique(units.items(), unit, \.id))
        try refuseSharedNames(hospital.units, in: units)
        return hospital
    }

    private func unit(_ value: JSONValue) throws -> CareUnit {
        try value.allowMembers(["id", "name", "aliases", "kind", "medicalFieldCodes"])
        return CareUnit(
            id: try value.member("id").id(), name: try value.member("name").name(),
            aliases: try value.given("aliases")?.distinct { try $0.name() } ?? [],
            kind: try value.member("kind").one(of: CareUnit.Kind.self),
            medicalFieldCodes: try value.member("medicalFieldCodes").distinct { code in
                try code.parsed("MVO: 301") { $0.wholeMatch(of: /[0-9A-Z]{3}/) == nil ? nil : $0 }
            })
    }

    private func unique<T>(
        _ values: [JSONValue], _ make: (JSONValue) throws -> T, _ id: KeyPath<T, String>
    ) throws -> [T] {
        var seen: Set<String> = []
        return try values.map { value in
            let item = try make(value)
            guard seen.insert(item[keyPath: id]).inserted else {
                throw try value.member("id").refused("ett id som ingen annan har", "an id that no other has")
            }
            return item
        }
    }

    /// A name that means two units of one hospital means neither.
    private func refuseSharedNames(_ units: [CareUnit], in value: JSONValue) throws {
        var owners: [String: String] = [:]
        for (unit, place) in zip(units, try value.items()) {
            for name in Set(([unit.id, unit.name] + unit.aliases).map { $0.lowercased() }) {
                guard let other = owners.updateValue(unit.id, forKey: name) else { continue }
                throw place.refused(
                    "namn som ingen annan enhet på sjukhuset har: ”\(name)” är också \(other)",
                    "names that no other unit of the hospital has: “\(name)” is \(other) too")
            }
        }
    }

    private func tables(_ value: JSONValue) throws -> [String: [String: String]] {
        var tables: [String: [String: String]] = [:]
        for table in try value.members() {
            guard table.key.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil, CodeTable.shared(table.key) == nil else {
                throw table.value.refused(
                    "ett tabellnamn av a-z, A-Z, 0-9, inte hospitals, units eller measures",
                    "a table name of a-z, A-Z, 0-9, not hospitals, units or measures")
            }
            var rows: [String: String] = [:]
            for row in try table.value.someMembers() {
                guard rows.updateValue(try row.value.text(), forKey: row.key.normalized) == nil else {
                    throw row.value.refused("ett ord som inte redan står i tabellen", "a word not in the table already")
                }
            }
            tables[table.key] = rows
        }
        return tables
    }

    /// The feeds; of each kind at most one.
    private func feeds(
        _ value: JSONValue, of region: RegionSlug, _ tables: [String: [String: String]]
    ) throws -> [FeedDescriptor] {
        let reader = FeedReader(region: region, tables: tables, fingerprint: file.fingerprint, setting: setting)
        var feeds: [FeedDescriptor] = []
        for item in try value.someItems() {
            let feed = try reader.read(item)
            guard !feeds.contains(where: { $0.kind == feed.kind }) else {
                throw try item.member("kind").refused("ett flöde av varje slag", "one feed of each kind")
            }
            feeds.append(feed)
        }
        return feeds
    }
}
