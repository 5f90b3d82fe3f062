import DispatchModel
import DispatchPolicy
import TerminalKit

/// What lies over the panes and takes the keys.
public enum Overlay: Sendable {
    /// Nothing.
    case none
    /// Units for an incident.
    case assign(AssignView)
    /// Incidents for a unit.
    case pickIncident(PickIncidentView)
    /// An incident beside those that seem to be the same event.
    case duplicates(DuplicatesView)
    /// A question.
    case confirm(ConfirmView)
    /// What may follow the keys pressed so far.
    case chord(WhichKeyView)
    /// The keys and commands.
    case help(HelpView)
    /// Every action by name.
    case palette(PaletteView)
    /// Fields to fill in.
    case form(FormView)
    /// A list of lines to choose one from: dispositions, sort orders, what an ambiguous name could mean.
    case menu(MenuView)
    /// What is selected, over the whole screen; for small terminals.
    case detail
    /// Messages that could not be understood.
    case letters(LettersView)

    /// True when nothing lies over the panes.
    public var isNone: Bool { if case .none = self { true } else { false } }

    /// True for what has rows that can be filtered.
    public var isFiltered: Bool {
        switch self {
        case .assign, .pickIncident: true
        default: false
        }
    }

    /// The words that its rows are filtered by; empty for none.
    public var filter: String {
        switch self {
        case .assign(let assign): assign.filter
        case .pickIncident(let pick): pick.filter
        default: ""
        }
    }
}

/// Ranked units for an incident.
public struct AssignView: Sendable {
    /// The incident.
    public var incident: IncidentID
    /// The units, best first; digits 1 to 9 stand for the first nine.
    public var ranked: [Recommendation]
    /// Which of them the cursor is on.
    public var cursor = 0
    /// Units marked to be sent together, in the order of marking.
    public var marked: [UnitID] = []
    /// The words that the units are filtered by; empty for none.
    public var filter = ""
    /// What the response plan's key would send; nil when there is no plan.
    public var plan: PlanSet?
    /// Something to say in the last line in place of the hints, such as a refusal.
    public var message: Notice?
    /// The keys that help here.
    public var hints: [KeyHint] = []

    /// Creates the view.
    public init(incident: IncidentID, ranked: [Recommendation], plan: PlanSet? = nil) {
        self.incident = incident
        self.ranked = ranked
        self.plan = plan
    }
}

/// An incident that a unit could be sent to.
public struct IncidentChoice: Hashable, Sendable {
    /// The incident.
    public var incident: IncidentID
    /// Seconds of travel; nil when a point is unknown.
    public var travelSeconds: Int?

    /// Creates a choice.
    public init(incident: IncidentID, travelSeconds: Int?) {
        self.incident = incident
        self.travelSeconds = travelSeconds
    }
}

/// Ranked incidents for units.
public struct PickIncidentView: Sendable {
    /// The units.
    public var units: [UnitID]
    /// The incidents, those that wait before those that are running, the most urgent first; digits 1 to 9 stand for the
    /// first nine.
    public var choices: [IncidentChoice]
    /// The words that the incidents are filtered by; empty for none.
    public var filter = ""
    /// Which of them the cursor is on.
    public var cursor = 0
    /// Something to say in the last line in place of the hints.
    public var message: Notice?
    /// The keys that help here.
    public var hints: [KeyHint] = []

    /// Creates the view.
    public init(units: [UnitID], choices: [IncidentChoice]) {
        self.units = units
        self.choices = choices
    }
}

/// A question with buttons. The focus starts on the button that changes nothing.
public struct ConfirmView: Sendable {
    /// The question.
    public var question: String
    /// What would happen, a line each.
    public var details: [String]
    /// The buttons from the left, with the keys that press them.
    public var buttons: [KeyHint]
    /// Which button Enter presses.
    public var focused: Int
    /// True when the question is about something that cannot be taken back.
    public var isGrave: Bool

    /// A question; `cancel` is the index of the button that changes nothing, which has the focus.
    public init(question: String, details: [String] = [], buttons: [KeyHint], cancel: Int = 0, isGrave: Bool = false) {
        self.question = question
        self.details = details
        self.buttons = buttons
        focused = cancel
        self.isGrave = isGrave
    }
}

/// What may follow the keys pressed so far.
public struct WhichKeyView: Sendable {
    /// The keys pressed so far.
    public var keys: String
    /// What may follow.
    public var rows: [KeyHint]

    /// Creates the view.
    public init(keys: String, rows: [KeyHint]) {
        self.keys = keys
        self.rows = rows
    }
}

/// A line of the help.
public struct HelpRow: Hashable, Sendable {
    /// What a line of the help is.
    public enum Kind: Hashable, Sendable {
        /// The title of a group.
        case heading
        /// A command.
        case command
        /// A command that cannot be used now; its note says why.
        case disabled
        /// A sentence.
        case text
    }
    /// What it is.
    public var kind: Kind
    /// The keys, if any.
    public var keys: String
    /// The command's name, by which it can be typed.
    public var name: String
    /// What it does, or the heading or sentence.
    public var text: String

    /// Creates a line.
    public init(_ kind: Kind, keys: String = "", name: String = "", text: String) {
        self.kind = kind
        self.keys = keys
        self.name = name
        self.text = text
    }
}

/// The keys and commands.
public struct HelpView: Sendable {
    /// What the page is called; nil for the keys and commands.
    public var title: String?
    /// The lines.
    public var rows: [HelpRow]
    /// Lines scrolled past.
    public var offset = 0
    /// What the lines were searched for; empty when they were not.
    public var search = ""

    /// Creates the view.
    public init(title: String? = nil, rows: [HelpRow]) {
        self.title = title
        self.rows = rows
    }
}

/// Every action by name.
public struct PaletteView: Sendable {
    /// What was typed.
    public var field = TextField(limit: 256)
    /// The actions that fit it, the best first.
    public var rows: [HelpRow]
    /// Which of them the cursor is on.
    public var cursor = 0

    /// Creates the view.
    public init(rows: [HelpRow]) {
        self.rows = rows
    }
}

/// Fields to fill in.
public struct FormView: Sendable {
    /// One field.
    public struct Field: Sendable {
        /// What it asks for.
        public var label: String
        /// What stood in it when the form was opened.
        public let given: String
        /// What was typed.
        public var field: TextField
        /// What may be typed, in a few words.
        public var hint: String
        /// What is wrong with it; empty when nothing is.
        public var error = ""
        /// What could be meant, the best first.
        public var completions: [Completion] = []

        /// Creates a field.
        public init(label: String, field: TextField = TextField(), hint: String = "") {
            self.label = label
            self.field = field
            self.hint = hint
            given = field.text
        }

        /// Another field with something in it when the form is opened.
        public init(_ other: Field, given text: String) {
            self.init(label: other.label, field: TextField(text), hint: other.hint)
        }

        /// True when something else stands in it than when the form was opened.
        public var isChanged: Bool { field.text != given }
    }
    /// What the form is for.
    public var title: String
    /// The fields from the top.
    public var fields: [Field]
    /// Which field has the cursor.
    public var focused = 0
    /// What on the board seems to be the same event as what is being entered, in words, the likeliest first.
    public var alike: [String] = []
    /// How what is being entered goes to the first of those.
    public var joinHint = ""
    /// Something to say below the fields.
    public var message: Notice?
    /// The keys that help here.
    public var hints: [KeyHint] = []

    /// Creates the form.
    public init(title: String, fields: [Field]) {
        self.title = title
        self.fields = fields
    }
}

/// A message over the panes that takes no keys, such as the trainer's to the player.
public struct BannerView: Hashable, Sendable {
    /// Who speaks.
    public var title: String
    /// What is said, the oldest first.
    public var lines: [String]
    /// How it goes away, and what else waits to be read.
    public var hint: String

    /// Creates the message.
    public init(title: String, lines: [String], hint: String = "") {
        self.title = title
        self.lines = lines
        self.hint = hint
    }
}

/// Lines to choose one from.
public struct MenuView: Sendable {
    /// What is to be chosen.
    public var title: String
    /// The lines: the key that chooses it at once, if any, and its text.
    public var rows: [KeyHint]
    /// Which of them the cursor is on.
    public var cursor = 0
    /// The letters typed to find a line; empty when none were.
    public private(set) var typed = ""
    /// False while no line has the letters typed.
    public private(set) var fits = true
    /// The keys that help here.
    public var hints: [KeyHint] = []

    /// Creates the menu.
    public init(title: String, rows: [KeyHint]) {
        self.title = title
        self.rows = rows
    }

    /// Looks for the line that begins with what is typed, or else has a word that does, and puts the cursor on it.
    public mutating func find(_ text: String) {
        typed = text
        let found = text.isEmpty ? cursor : line(beginning: text)
        fits = found != nil
        cursor = found ?? cursor
    }

    /// The line that letters could be meant for; nil when no line has them.
    public func line(beginning text: String) -> Int? {
        let folded = text.lowercased()
        let labels = rows.map { $0.label.lowercased() }
        return labels.firstIndex { $0.hasPrefix(folded) }
            ?? labels.firstIndex { label in label.contains(" " + folded) }
    }
}
