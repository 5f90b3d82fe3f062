/// A command whose key a sentence names. The raw value is the command's name.
package enum NamedKey: String, CaseIterable, Hashable, Sendable {
    /// Takes what is typed in a text field.
    case accept
    /// Sends a unit.
    case assign
    /// Goes one step back.
    case back
    /// Leaves a text field.
    case cancel
    /// Enters a new incident.
    case create
    /// Shows everything again.
    case clearFilter = "clear-filter"
    /// Opens the command line.
    case commandLine = "command-line"
    /// Completes a word in a text field.
    case complete
    /// Holds the order of the lists still.
    case freeze
    /// Lists the keys.
    case help
    /// Lists the keys, from within a text field.
    case helpInField = "help-in-field"
    /// Lists the alerts out of sight, and goes back.
    case hiddenAlerts = "hidden-alerts"
    /// Goes to the next thing on the map.
    case mapNext = "map-next"
    /// Goes to the next alert nobody answered.
    case nextAlert = "next-alert"
    /// Lets a replay stand still.
    case pause
    /// Shows where the room's file differs from the rules in force.
    case rules
    /// Shelves an alert.
    case shelveAlert = "shelve-alert"
    /// Brings an alert back into sight.
    case showAlert = "show-alert"
    /// Goes to the top of a list.
    case top
    /// Takes back the last action.
    case undo

    /// The command's name.
    package var command: String { self == .helpInField ? NamedKey.help.rawValue : rawValue }

    /// True for a key that is pressed while the cursor stands in a text field.
    package var isInField: Bool {
        switch self {
        case .accept, .cancel, .complete, .helpInField: true
        case .assign, .back, .create, .clearFilter, .commandLine, .freeze, .help, .hiddenAlerts, .mapNext, .nextAlert,
            .pause, .rules, .shelveAlert, .showAlert, .top, .undo:
            false
        }
    }

    /// The key that it has unless somebody binds another.
    package var usual: String {
        switch self {
        case .accept: "enter"
        case .assign: "a"
        case .back, .cancel: "esc"
        case .create: "c"
        case .clearFilter: "F"
        case .commandLine: ":"
        case .complete: "tab"
        case .freeze: "z"
        case .help: "?"
        case .helpInField: "f1"
        case .hiddenAlerts: "V"
        case .mapNext: "tab"
        case .nextAlert: "!"
        case .pause: "p"
        case .rules: NamedKey.commandLine.usual + rawValue
        case .shelveAlert: "H"
        case .showAlert: "R"
        case .top: "g"
        case .undo: "u"
        }
    }
}
