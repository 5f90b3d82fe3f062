// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in every target of this package (not in its dependencies).
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A library target of the house: what it uses of the house and of other packages, and which modules of the system.
///
/// A test reads these lines and holds every import against them. The lowest come first: `uses` names only what stands
/// above. `system` says nothing to the package manager, and much to a reader: without "Glibc" there is no file, no clock
/// and no network.
func house(
    _ name: String, uses: [Target.Dependency] = [], system: [String] = [], path: String? = nil,
    resources: [String] = []
) -> Target {
    .target(
        name: name, dependencies: uses, path: path, resources: resources.map { .embedInCode($0) },
        swiftSettings: strict)
}

/// The test target of a library target: what it uses beside that one, and the folder of what it compares with.
func tests(_ name: String, of target: String, uses: [Target.Dependency] = [], expected: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: [.byName(name: target), "TestSupport"] + uses, exclude: expected,
        swiftSettings: strict)
}

/// The network, for the HTTP server of feeds alone.
let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
]

/// The database, for one backend of the journal alone.
let grdb: [Target.Dependency] = [
    .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
]

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
        // What the system brings along
        .systemLibrary(name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CNcursesw"),
        // Without a clock, a file or a network
        house("Formats", uses: ["CLibcrypto"]),
        house("DispatchModel"),
        house(
            "DispatchPolicy", uses: ["DispatchModel", "Formats"],
            resources: ["Room/Builtin/profiles.toml", "Room/Builtin/room.toml"]),
        house("Feeds", uses: ["DispatchModel", "Formats"]),
        house("Ground", uses: ["DispatchModel", "Formats"]),
        house("SimulationKit", system: ["Dispatch", "Synchronization"]),
        house("Gazetteer", uses: ["DispatchModel", "DispatchPolicy", "Formats", "Ground"]),
        house("Wording", uses: ["DispatchModel", "DispatchPolicy", "Formats", "Gazetteer"]),
        house("TerminalKit", uses: ["Formats"]),
        // What is known of calls to come
        house("Demand", uses: ["DispatchModel", "Formats", "SimulationKit"]),
        // The one way for data, and where it is kept
        house(
            "Core", uses: ["DispatchModel", "DispatchPolicy", "Formats"],
            system: ["Dispatch", "Foundation", "Glibc", "Synchronization"]),
        house(
            "JournalSQLite", uses: ["Core", "DispatchModel"] + grdb,
            system: ["Dispatch", "Foundation", "Glibc", "Synchronization"]),
        // The world: its logs and models, and drills in it
        house(
            "Districts", uses: ["DispatchModel", "DispatchPolicy", "Formats", "Ground", "SimulationKit"],
            system: ["Foundation", "Glibc"],
            resources: [
                "Files/Builtin/linjiang.toml", "Logs/Mappings/montgomery-county.toml",
                "Logs/Mappings/sample-district.toml", "Logs/Mappings/san-francisco-fire.toml",
                "Logs/Mappings/seattle-police.toml",
            ]),
        house(
            "Drills", uses: ["Districts", "DispatchModel", "DispatchPolicy", "Formats", "SimulationKit"],
            system: ["Foundation"],
            resources: [
                "Districts/made-up.toml", "Scenarios/dispute.toml", "Scenarios/evening-peak.toml",
                "Scenarios/quiet-night.toml", "Scenarios/radio-outage.toml", "Scenarios/stadium.toml",
                "Scenarios/storm.toml",
            ]),
        // What others send
        house(
            "FeedTransports", uses: ["Core", "DispatchModel", "DispatchPolicy", "Feeds", "Formats"],
            system: ["Dispatch", "Glibc", "Synchronization"]),
        house(
            "FeedHTTP", uses: ["Core", "DispatchModel", "FeedTransports", "Feeds", "Formats"] + nio,
            system: ["Dispatch", "Glibc", "Synchronization"], resources: ["Descriptions/openapi.json"]),
        // The screen
        house("TerminalNcurses", uses: ["CNcursesw", "Formats", "TerminalKit"], system: ["Glibc"]),
        house(
            "Themes", uses: ["Formats", "TerminalKit"], system: ["Glibc"], path: "themes",
            resources: [
                "builtin/abyss.toml", "builtin/classic.toml", "builtin/dark.toml",
                "builtin/deuteranopia.toml", "builtin/high-contrast.toml", "builtin/light.toml",
                "builtin/monochrome.toml", "builtin/night-red.toml", "builtin/paper.toml",
                "builtin/phosphor.toml", "builtin/tritanopia.toml",
            ]),
        house("Maps", uses: ["DispatchModel", "DispatchPolicy", "Formats", "Ground", "TerminalKit", "Themes"]),
        house(
            "Dashboard",
            uses: [
                "Core", "Demand", "DispatchModel", "DispatchPolicy", "Formats", "Gazetteer", "Ground", "Maps",
                "TerminalKit", "Themes", "Wording",
            ]),
        house(
            "Wall",
            uses: ["Core", "DispatchModel", "DispatchPolicy", "Formats", "TerminalKit", "Themes", "Wording"]),
        house(
            "DrillRoom",
            uses: [
                "Core", "Dashboard", "DispatchModel", "DispatchPolicy", "Drills", "Formats", "TerminalKit", "Themes",
                "Wording",
            ],
            system: ["Dispatch", "Foundation", "Glibc", "Synchronization"]),
        // What is printed
        house(
            "Reports",
            uses: [
                "Demand", "DispatchModel", "DispatchPolicy", "Districts", "Drills", "Formats", "SimulationKit",
                "Wording",
            ],
            system: ["Foundation"]),
        // What a program on this machine needs: its streams, its language, its folders, what it opens and starts
        house(
            "Shell",
            uses: [
                "Core", "DispatchModel", "DispatchPolicy", "Districts", "Drills", "Formats", "Gazetteer", "Ground",
                "JournalSQLite", "Wording",
            ],
            system: ["Dispatch", "Foundation", "Synchronization"]),
        // The programs
        .executableTarget(
            name: "watchfloor",
            dependencies: [
                "Core", "Dashboard", "Demand", "DispatchModel", "DispatchPolicy", "Districts", "DrillRoom", "Drills",
                "FeedHTTP", "FeedTransports", "Feeds", "Formats", "Gazetteer", "Ground", "JournalSQLite", "Maps",
                "Reports", "Shell", "SimulationKit", "TerminalKit", "TerminalNcurses", "Themes", "Wall", "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "bench",
            dependencies: [
                "Core", "DispatchModel", "Districts", "FeedTransports", "Feeds", "Formats", "Gazetteer", "Reports",
                "Shell", "SimulationKit",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        // Tests, one target a module, and what they share
        .target(
            name: "TestSupport", dependencies: ["Core", "DispatchModel"], path: "Tests/TestSupport",
            swiftSettings: strict),
        tests("FormatsTests", of: "Formats"),
        tests("DispatchModelTests", of: "DispatchModel"),
        tests("DispatchPolicyTests", of: "DispatchPolicy", uses: ["DispatchModel", "Formats"]),
        tests("FeedsTests", of: "Feeds", uses: ["DispatchModel", "Formats"]),
        tests("GroundTests", of: "Ground", uses: ["DispatchModel", "Formats"]),
        tests("GazetteerTests", of: "Gazetteer", uses: ["DispatchModel", "DispatchPolicy", "Formats", "Ground"]),
        tests("MapsTests", of: "Maps", uses: ["DispatchModel", "Ground", "TerminalKit", "Themes"]),
        tests("SimulationKitTests", of: "SimulationKit"),
        tests("DemandTests", of: "Demand", uses: ["DispatchModel", "SimulationKit"]),
        tests("WordingTests", of: "Wording", uses: ["DispatchModel", "DispatchPolicy", "Formats", "Gazetteer"]),
        tests("TerminalKitTests", of: "TerminalKit", uses: ["Formats"]),
        tests("CoreTests", of: "Core", uses: ["DispatchModel", "DispatchPolicy"]),
        tests("JournalSQLiteTests", of: "JournalSQLite", uses: ["Core", "DispatchModel"], expected: ["Fixtures"]),
        tests(
            "DistrictsTests", of: "Districts", uses: ["DispatchModel", "DispatchPolicy", "Formats", "SimulationKit"]),
        tests("DrillsTests", of: "Drills", uses: ["Core", "Districts", "DispatchModel", "DispatchPolicy"]),
        tests("FeedTransportsTests", of: "FeedTransports", uses: ["Core", "DispatchModel", "Feeds", "Formats"]),
        tests(
            "FeedHTTPTests", of: "FeedHTTP",
            uses: ["Core", "DispatchModel", "FeedTransports", "Feeds", "Formats"] + nio),
        tests("TerminalNcursesTests", of: "TerminalNcurses", uses: ["Formats", "TerminalKit"]),
        tests("ThemesTests", of: "Themes", uses: ["TerminalKit"]),
        tests(
            "DashboardTests", of: "Dashboard",
            uses: [
                "Core", "Demand", "DispatchModel", "DispatchPolicy", "Formats", "Gazetteer", "Ground", "Maps",
                "TerminalKit", "Themes", "Wording",
            ],
            expected: ["Frame/Frames"]),
        tests(
            "WallTests", of: "Wall",
            uses: ["Core", "DispatchModel", "DispatchPolicy", "Formats", "TerminalKit", "Themes", "Wording"],
            expected: ["Frames"]),
        tests(
            "DrillRoomTests", of: "DrillRoom",
            uses: [
                "Core", "Dashboard", "DispatchModel", "DispatchPolicy", "Drills", "TerminalKit", "Themes", "Wording",
            ]),
        tests(
            "ReportsTests", of: "Reports", uses: ["DispatchModel", "DispatchPolicy", "Drills", "Formats", "Wording"]),
        tests("ShellTests", of: "Shell", uses: ["DispatchModel", "DispatchPolicy", "Drills", "Ground"]),
        tests(
            "WatchfloorTests", of: "watchfloor",
            uses: [
                "Core", "DispatchModel", "DispatchPolicy", "FeedHTTP", "FeedTransports", "Feeds", "JournalSQLite",
                "Reports", "Shell", "SimulationKit", "Wording",
            ]),
        tests("BenchTests", of: "bench", uses: ["DispatchModel", "Feeds"]),
        .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
