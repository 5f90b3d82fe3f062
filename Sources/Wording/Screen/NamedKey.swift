/// A command whose key a sentence names. The raw value is the command's name.
package enum NamedKey: String, CaseIterable, Hashable, Sendable {
    /// Sends a unit.
    case assign
    /// Goes one step back.
    case back
    /// Enters a new incident.
    case create
    /// Shows everything again.
    case clearFilter = "clear-filter"
    /// Opens the command line.
    case commandLine = "command-line"
    /// Holds the order of the lists still.
    case freeze
    /// Lists the keys.
    case help
    /// Lists the alerts out of sight, and goes back.
    case hiddenAlerts = "hidden-alerts"
    /// Lets a replay stand still.
    case pause
    /// Shelves an alert.
    case shelveAlert = "shelve-alert"
    /// Brings an alert back into sight.
    case showAlert = "show-alert"
    /// Goes to the top of a list.
    case top
    /// Takes back the last action.
    case undo

    /// The key that it has unless somebody binds another.
    package var usual: String {
        switch self {
        case .assign: "a"
        case .back: "esc"
        case .create: "c"
        case .clearFilter: "F"
        case .commandLine: ":"
        case .freeze: "z"
        case .help: "?"
        case .hiddenAlerts: "V"
        case .pause: "p"
        case .shelveAlert: "H"
        case .showAlert: "R"
        case .top: "g"
        case .undo: "u"
        }
    }
}

extension Words {
    /// The key of a command, as the sentences name it: the one that is bound, or its usual one where nobody has said.
    package func key(_ named: NamedKey) -> String { keys[named] ?? named.usual }
}
