/// What each target may import. Arrows point down only: a target may name only targets above it in this list.
///
/// The order is the order of the layers, the lowest first.
let houseRules: [(target: String, house: Set<String>, outside: Set<String>)] = [
    ("CheckedTOML", [], ["TOMLKit"]),
    ("DispatchModel", [], []),
    ("DispatchPolicy", ["DispatchModel"], []),
    ("Figures", ["DispatchModel"], []),
    ("SimulationKit", [], ["Dispatch", "Synchronization"]),
    ("Simulation", ["DispatchModel", "DispatchPolicy", "SimulationKit"], ["Glibc"]),
    ("Ingest", ["CheckedTOML", "DispatchModel"], ["Foundation", "Glibc", "TOMLKit"]),
    (
        "Districts", ["CheckedTOML", "DispatchModel", "DispatchPolicy", "Simulation"],
        ["Foundation", "TOMLKit"]
    ),
    ("Feeds", ["CheckedTOML", "DispatchModel"], ["TOMLKit"]),
    ("FeedTransports", ["DispatchModel", "Feeds"], ["Dispatch", "Glibc", "Synchronization"]),
    ("Journal", ["DispatchModel"], ["Crypto", "Foundation", "Synchronization"]),
    (
        "JournalSQLite", ["DispatchModel", "Journal"],
        ["Dispatch", "Foundation", "GRDB", "Glibc", "Synchronization", "Crypto"]
    ),
    ("CNcursesw", [], []),
    ("TerminalKit", [], []),
    ("TerminalNcurses", ["TerminalKit", "CNcursesw"], ["Glibc", "Synchronization"]),
    ("Keymap", ["TerminalKit"], []),
    ("Themes", ["CheckedTOML", "TerminalKit"], ["Foundation", "Glibc", "TOMLKit"]),
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
        "watchfloor",
        [
            "CheckedTOML", "Dashboard", "DispatchModel", "DispatchPolicy", "FeedTransports", "Feeds", "Figures",
            "Grammar", "Ingest",
            "Journal", "JournalSQLite",
            "Keymap", "Panes", "Simulation", "SimulationKit", "TerminalKit", "TerminalNcurses", "Themes", "Wording",
        ], ["ArgumentParser", "Dispatch", "Foundation", "Glibc", "Synchronization"]
    ),
]
