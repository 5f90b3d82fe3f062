/// What each target may import. Arrows point down only: a target may name only targets above it in this list.
///
/// The order is the order of the layers, the lowest first.
let houseRules: [(target: String, house: Set<String>, outside: Set<String>)] = [
    ("CheckedTOML", [], []),
    ("CLibcrypto", [], []),
    ("Hashing", ["CLibcrypto"], []),
    ("Plots", [], []),
    ("DispatchModel", [], []),
    ("DispatchPolicy", ["DispatchModel"], []),
    ("Figures", ["DispatchModel", "DispatchPolicy"], []),
    ("SimulationKit", [], ["Dispatch", "Synchronization"]),
    ("Simulation", ["DispatchModel", "DispatchPolicy", "SimulationKit"], ["Glibc"]),
    ("Ingest", ["CheckedTOML", "DispatchModel"], ["Foundation", "Glibc"]),
    (
        "Districts", ["CheckedTOML", "DispatchModel", "DispatchPolicy", "Ingest", "Simulation", "SimulationKit"],
        ["Foundation"]
    ),
    (
        "Drills", ["CheckedTOML", "DispatchModel", "DispatchPolicy", "Districts", "Simulation", "SimulationKit"],
        ["Foundation"]
    ),
    ("Feeds", ["CheckedTOML", "DispatchModel"], []),
    ("RoomRules", ["CheckedTOML", "DispatchModel", "DispatchPolicy"], []),
    ("FeedTransports", ["DispatchModel", "Feeds"], ["Dispatch", "Glibc", "Synchronization"]),
    (
        "FeedHTTP", ["DispatchModel", "FeedTransports", "Feeds", "Hashing"],
        ["Dispatch", "Glibc", "NIOCore", "NIOHTTP1", "NIOPosix", "NIOSSL", "Synchronization"]
    ),
    ("Journal", ["DispatchModel", "Hashing"], ["Foundation", "Synchronization"]),
    (
        "JournalSQLite", ["DispatchModel", "Journal"],
        ["Dispatch", "Foundation", "GRDB", "GRDBSQLite", "Glibc", "Synchronization"]
    ),
    ("CNcursesw", [], []),
    ("TerminalKit", [], []),
    ("TerminalNcurses", ["TerminalKit", "CNcursesw"], ["Glibc", "Synchronization"]),
    ("Keymap", ["TerminalKit"], []),
    ("Themes", ["CheckedTOML", "TerminalKit"], ["Foundation", "Glibc"]),
    ("Wording", ["DispatchModel", "DispatchPolicy"], []),
    ("Grammar", ["DispatchModel", "DispatchPolicy", "Wording"], []),
    ("Panes", ["DispatchModel", "DispatchPolicy", "TerminalKit", "Themes", "Wording"], []),
    (
        "Dashboard",
        [
            "DispatchModel", "DispatchPolicy", "Grammar", "Journal", "Keymap", "Panes", "TerminalKit", "Themes",
            "Wording",
        ], ["Dispatch", "Glibc", "Synchronization"]
    ),
    (
        "DrillRoom",
        [
            "Dashboard", "DispatchModel", "DispatchPolicy", "Drills", "Journal", "Keymap", "Panes", "TerminalKit",
            "Themes", "Wording",
        ], ["Dispatch", "Foundation", "Glibc", "Synchronization"]
    ),
    (
        "AfterAction", ["DispatchModel", "DispatchPolicy", "Drills", "Plots", "TerminalKit", "Wording"], ["Foundation"]
    ),
    (
        "watchfloor",
        [
            "AfterAction", "CheckedTOML", "Dashboard", "DispatchModel", "DispatchPolicy", "Districts", "DrillRoom",
            "Drills", "FeedHTTP", "FeedTransports", "Feeds", "Figures", "Grammar", "Ingest", "Journal", "JournalSQLite",
            "Keymap",
            "Panes", "Plots", "RoomRules",
            "Simulation", "SimulationKit",
            "TerminalKit", "TerminalNcurses", "Themes", "Wording",
        ], ["ArgumentParser", "Dispatch", "Foundation", "Glibc", "Synchronization"]
    ),
]

/// What is the system's, and only has a name here.
let systemLibraries: Set<String> = ["CLibcrypto", "CNcursesw"]
