// swift-tools-version: 6.1
import PackageDescription

// The rooms of the house, lowest row first. A room imports only from rows above it in this file;
// Scripts/check-house keeps it so.

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
    name: "samverkan",
    products: [.executable(name: "samverkan", targets: ["samverkan"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // row 0
        .target(name: "Federation", dependencies: [crypto]),
        // row 1
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CXMLReader", dependencies: ["CLibXML2"]),
        .target(name: "CJSONReader"),
        .target(name: "Reading", dependencies: ["Federation", "CZlib", "CXMLReader", "CJSONReader"]),
        .target(name: "Pricing", dependencies: ["Federation"]),
        .target(name: "Planning", dependencies: ["Federation"]),
        .target(name: "Sealing", dependencies: ["Federation", crypto, cryptoExtras]),
        // row 2
        .target(name: "Registry", dependencies: ["Federation", "Reading", "Pricing", "Planning"]),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "Harvest", dependencies: ["Federation", "Reading", "CCurl", logging]),
        .target(name: "Adoption", dependencies: ["Federation", "Pricing"]),
        // row 3
        .target(name: "Intake", dependencies: ["Federation", "Reading", "Pricing", "Planning", "Registry"]),
        .target(
            name: "Storage", dependencies: ["Federation", "Pricing", "Planning", "Adoption", grdb, grdbSQLite]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "Publishing",
            dependencies: [
                "Federation", "Pricing", "Planning", "Sealing", "Registry", "CXLSXWriter", mustache, subprocess,
                system,
            ]),
        // row 4
        .target(
            name: "Pipeline",
            dependencies: [
                "Federation", "Reading", "Pricing", "Planning", "Sealing", "Registry", "Harvest", "Adoption",
                "Intake", "Storage", "Publishing", logging,
            ]),
        // row 5
        .target(
            name: "Web",
            dependencies: [
                "Federation", "Reading", "Pricing", "Planning", "Sealing", "Registry", "Adoption", "Storage",
                "Publishing", "Pipeline", hummingbird, hummingbirdCore, httpTypes, nioCore, nioHTTP1, nioPosix,
                serviceLifecycle, logging,
            ]),
        // row 6
        .executableTarget(
            name: "samverkan",
            dependencies: [
                "Federation", "Reading", "Pricing", "Planning", "Sealing", "Registry", "Harvest", "Adoption",
                "Intake", "Storage", "Publishing", "Pipeline", "Web", "RegionSimulator", argumentParser,
                configuration, serviceLifecycle, unixSignals, logging,
            ]),
        // outside the house
        .target(name: "RegionSimulator", dependencies: ["Federation", "CZlib", nioCore, nioPosix, nioHTTP1]),
        // tests, one target a room
        .testTarget(
            name: "samverkanTests",
            dependencies: ["samverkan", "Adoption", "Federation", "Pricing", "Reading", "Storage"]),
        .testTarget(name: "FederationTests", dependencies: ["Federation"]),
        .testTarget(name: "ReadingTests", dependencies: ["Reading", "Federation"]),
        .testTarget(name: "PricingTests", dependencies: ["Pricing", "Federation"], exclude: ["Oracles"]),
        .testTarget(name: "PlanningTests", dependencies: ["Planning", "Federation"]),
        .testTarget(name: "SealingTests", dependencies: ["Sealing", "Federation"]),
        .testTarget(name: "RegistryTests", dependencies: ["Registry", "Federation", "Reading", "Pricing", "Planning"]),
        .testTarget(name: "HarvestTests", dependencies: ["Harvest", "Federation", "Reading", logging]),
        .testTarget(name: "AdoptionTests", dependencies: ["Adoption", "Federation", "Pricing"]),
        .testTarget(
            name: "IntakeTests",
            dependencies: ["Intake", "Federation", "Reading", "Pricing", "Planning", "Registry"],
            exclude: ["Fixtures", "Oracles"]),
        .testTarget(
            name: "StorageTests", dependencies: ["Storage", "Federation", "Pricing", "Planning", "Adoption", grdb]),
        .testTarget(
            name: "PublishingTests",
            dependencies: ["Publishing", "Federation", "Reading", "Pricing", "Planning", "Sealing", "Registry"]),
        .testTarget(name: "RegionSimulatorTests", dependencies: ["RegionSimulator", "Federation", "CZlib"]),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Federation", "Reading", "Pricing", "Sealing", "Registry", "Harvest", "Adoption", "Storage",
                "Publishing", "Pipeline", httpTypes, logging, nioCore, nioEmbedded, nioHTTP1,
                serviceLifecycle,
            ]),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "Pipeline", "Federation", "Reading", "Pricing", "Planning", "Sealing", "Registry", "Harvest",
                "Adoption",
                "Intake", "Storage", "Publishing", "RegionSimulator", logging,
            ]),
    ],
    cxxLanguageStandard: .cxx17
)

// A plain import stays inside its file; what a signature needs is imported as `package import`. The rooms are optimised in
// debug too: unoptimised, the tests take twice as long.
for target in package.targets where target.type != .system {
    target.swiftSettings = [.enableUpcomingFeature("InternalImportsByDefault")]
    if target.type != .test { target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug))) }
}
