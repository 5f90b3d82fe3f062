// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in every target of this package (not in its dependencies).
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A library target of the house. `uses` are the targets below it; a test proves that the imports match.
func house(
    _ name: String, uses: [Target.Dependency] = [], path: String? = nil, resources: [Resource]? = nil
) -> Target {
    .target(name: name, dependencies: uses, path: path, resources: resources, swiftSettings: strict)
}

/// The test target of a library target.
func tests(_ name: String, uses: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: uses + ["TestSupport"], swiftSettings: strict)
}

/// The network, for the HTTP server of feeds alone.
let nio: [Target.Dependency] =
    ["NIOCore", "NIOPosix", "NIOHTTP1"].map { .product(name: $0, package: "swift-nio") }
    + [.product(name: "NIOSSL", package: "swift-nio-ssl")]

let package = Package(
    name: "watchfloor",
    products: [.executable(name: "watchfloor", targets: ["watchfloor"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Settings
        house("CheckedTOML"),
        // Digests
        .systemLibrary(name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        house("Hashing", uses: ["CLibcrypto"]),
        // Charts and pages, of nothing in particular
        house("Plots"),
        // The domain
        house("DispatchModel"),
        house("DispatchPolicy", uses: ["DispatchModel"]),
        house("Figures", uses: ["DispatchModel", "DispatchPolicy"]),
        house("SimulationKit"),
        house("Simulation", uses: ["DispatchModel", "DispatchPolicy", "SimulationKit"]),
        house(
            "Ingest", uses: ["CheckedTOML", "DispatchModel"],
            resources: ["san-francisco-fire", "seattle-police", "montgomery-county", "sample-district"].map {
                .embedInCode("Mappings/\($0).toml")
            }),
        house(
            "Districts",
            uses: ["CheckedTOML", "DispatchModel", "DispatchPolicy", "Ingest", "Simulation", "SimulationKit"],
            resources: [.embedInCode("Builtin/linjiang.toml")]),
        house(
            "Drills",
            uses: ["CheckedTOML", "DispatchModel", "DispatchPolicy", "SimulationKit", "Simulation", "Districts"],
            resources: (["Districts/made-up"]
                + ["quiet-night", "evening-peak", "storm", "stadium", "radio-outage", "dispute"].map {
                    "Scenarios/\($0)"
                }).map {
                    .embedInCode("\($0).toml")
                }),
        house("Feeds", uses: ["CheckedTOML", "DispatchModel"]),
        house(
            "RoomRules", uses: ["CheckedTOML", "DispatchModel", "DispatchPolicy"],
            resources: [.embedInCode("Builtin/profiles.toml")]),
        house("FeedTransports", uses: ["DispatchModel", "Feeds"]),
        house(
            "FeedHTTP",
            uses: ["DispatchModel", "Feeds", "FeedTransports", "Hashing"] + nio,
            resources: [.embedInCode("Descriptions/openapi.json")]),
        // The journal
        house("Journal", uses: ["DispatchModel", "Hashing"]),
        house(
            "JournalSQLite",
            uses: [
                "Journal", "DispatchModel", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        // The terminal
        .systemLibrary(name: "CNcursesw"),
        house("TerminalKit"),
        house("TerminalNcurses", uses: ["TerminalKit", "CNcursesw"]),
        house("Keymap", uses: ["TerminalKit"]),
        house(
            "Themes", uses: ["CheckedTOML", "TerminalKit"], path: "themes",
            resources: ["classic", "contrast", "dark", "light"].map { .embedInCode("builtin/\($0).toml") }),
        // The console
        house("Wording", uses: ["DispatchModel", "DispatchPolicy"]),
        house("Grammar", uses: ["DispatchModel", "DispatchPolicy", "Wording"]),
        house("Panes", uses: ["DispatchModel", "DispatchPolicy", "TerminalKit", "Themes", "Wording"]),
        house(
            "Dashboard",
            uses: [
                "DispatchModel", "DispatchPolicy", "Journal", "TerminalKit", "Keymap", "Themes", "Wording", "Grammar",
                "Panes",
            ]
        ),
        house(
            "DrillRoom",
            uses: [
                "DispatchModel", "DispatchPolicy", "Journal", "TerminalKit", "Keymap", "Themes", "Wording", "Panes",
                "Dashboard", "Drills",
            ]),
        // The review of a drill
        house(
            "AfterAction", uses: ["DispatchModel", "DispatchPolicy", "Drills", "Plots", "TerminalKit", "Wording"]),
        .executableTarget(
            name: "watchfloor",
            dependencies: [
                "DispatchModel", "DispatchPolicy", "Figures", "SimulationKit", "Simulation", "CheckedTOML", "Districts",
                "Drills", "Ingest", "Journal", "JournalSQLite",
                "Feeds", "FeedTransports", "FeedHTTP", "RoomRules",
                "TerminalKit", "TerminalNcurses", "Keymap", "Themes", "Wording", "Grammar", "Panes", "Dashboard",
                "AfterAction", "DrillRoom", "Plots",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        // Tests, one target a module, and what they share
        .target(name: "TestSupport", dependencies: ["DispatchModel"], path: "Tests/TestSupport", swiftSettings: strict),
        tests("CheckedTOMLTests", uses: ["CheckedTOML"]),
        tests("HashingTests", uses: ["Hashing"]),
        tests("PlotsTests", uses: ["Plots", "Hashing"]),
        tests("DispatchModelTests", uses: ["DispatchModel"]),
        tests("DispatchPolicyTests", uses: ["DispatchModel", "DispatchPolicy"]),
        tests("FiguresTests", uses: ["DispatchModel", "DispatchPolicy", "Figures"]),
        tests("SimulationKitTests", uses: ["SimulationKit"]),
        tests("SimulationTests", uses: ["DispatchModel", "DispatchPolicy", "Simulation", "SimulationKit"]),
        tests(
            "DistrictsTests",
            uses: ["CheckedTOML", "DispatchModel", "Ingest", "Simulation", "SimulationKit", "Districts"]),
        tests("IngestTests", uses: ["CheckedTOML", "DispatchModel", "DispatchPolicy", "Ingest"]),
        tests(
            "DrillsTests",
            uses: ["DispatchModel", "DispatchPolicy", "Ingest", "Simulation", "Districts", "Journal", "Drills"]),
        tests("FeedsTests", uses: ["CheckedTOML", "DispatchModel", "Feeds"]),
        tests("RoomRulesTests", uses: ["CheckedTOML", "DispatchModel", "DispatchPolicy", "RoomRules"]),
        tests("FeedTransportsTests", uses: ["DispatchModel", "Feeds", "FeedTransports"]),
        tests("FeedHTTPTests", uses: ["DispatchModel", "Feeds", "FeedTransports", "FeedHTTP"] + nio),
        tests("JournalTests", uses: ["DispatchModel", "Journal"]),
        tests("JournalSQLiteTests", uses: ["DispatchModel", "Journal", "JournalSQLite"]),
        tests("TerminalKitTests", uses: ["TerminalKit"]),
        tests("TerminalNcursesTests", uses: ["TerminalKit", "TerminalNcurses"]),
        tests("KeymapTests", uses: ["TerminalKit", "Keymap"]),
        tests("ThemesTests", uses: ["TerminalKit", "Themes"]),
        tests("WordingTests", uses: ["DispatchModel", "DispatchPolicy", "Wording"]),
        tests("GrammarTests", uses: ["DispatchModel", "DispatchPolicy", "Wording", "Grammar"]),
        tests("PanesTests", uses: ["DispatchModel", "DispatchPolicy", "TerminalKit", "Themes", "Wording", "Panes"]),
        tests(
            "DashboardTests",
            uses: [
                "DispatchModel", "DispatchPolicy", "Journal", "TerminalKit", "Keymap", "Themes", "Wording", "Grammar",
                "Panes", "Dashboard",
            ]),
        tests(
            "DrillRoomTests",
            uses: [
                "DispatchModel", "DispatchPolicy", "Journal", "TerminalKit", "Keymap", "Themes", "Wording", "Panes",
                "Dashboard", "Drills", "DrillRoom",
            ]),
        tests(
            "AfterActionTests",
            uses: ["DispatchModel", "DispatchPolicy", "Drills", "Plots", "Wording", "AfterAction"]),
        tests(
            "WatchfloorTests",
            uses: [
                "DispatchModel", "FeedHTTP", "FeedTransports", "Feeds", "Journal", "JournalSQLite", "RoomRules",
                "SimulationKit", "Wording", "watchfloor",
            ]),
        tests("ArchitectureTests", uses: []),
    ],
    swiftLanguageModes: [.v6]
)
