import DispatchModel
import DispatchPolicy
import TerminalKit

/// What lies over the panes and takes the keys.
package enum Overlay: Sendable {
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
    package var isNone: Bool { if case .none = self { true } else { false } }

    /// True for what has rows that can be filtered.
    package var isFiltered: Bool {
        switch self {
        case .assign, .pickIncident: true
        default: false
        }
    }

    /// The words that its rows are filtered by; empty for none.
    package var filter: String {
        switch self {
        case .assign(let assign): assign.filter
        case .pickIncident(let pick): pick.filter
        default: ""
        }
    }
}

/// Ranked units for an incident.
package struct AssignView: Sendable {
    /// The incident.
    package var incident: IncidentID
    /// The units, best first; digits 1 to 9 stand for the first nine.
    package var ranked: [Recommendation]
    /// Which of them the cursor is on.
    package var cursor = 0
    /// Units marked to be sent together, in the order of marking.
    package var marked: [UnitID] = []
    /// The words that the units are filtered by; empty for none.
    package var filter = ""
    /// What the response plan's key would send; nil when there is no plan.
    package var plan: PlanSet?
    /// Something to say in the last line in place of the hints, such as a refusal.
    package var message: Notice?
    /// The keys that help here.
    package var hints: [KeyHint] = []

    /// Creates the view.
    package init(incident: IncidentID, ranked: [Recommendation], plan: PlanSet? = nil) {
        self.incident = incident
        self.ranked = ranked
        self.plan = plan
    }
}

/// An incident that a unit could be sent to.
package struct IncidentChoice: Hashable, Sendable {
    /// The incident.
    package var incident: IncidentID
    /// Seconds of travel; nil when a point is unknown.
    package var travelSeconds: Int?

    /// Creates a choice.
    package init(incident: IncidentID, travelSeconds: Int?) {
        self.incident = incident
        self.travelSeconds = travelSeconds
    }
}

/// Ranked incidents for units.
package struct PickIncidentView: Sendable {
    /// The units.
    package var units: [UnitID]
    /// The incidents, those that wait before those that are running, the most urgent first; digits 1 to 9 stand for the
    /// first nine.
    package var choices: [IncidentChoice]
    /// The words that the incidents are filtered by; empty for none.
    package var filter = ""
    /// Which of them the cursor is on.
    package var cursor = 0
    /// Something to say in the last line in place of the hints.
    package var message: Notice?
    /// The keys that help here.
    package var hints: [KeyHint] = []

    /// Creates the view.
    package init(units: [UnitID], choices: [IncidentChoice]) {
        self.units = units
        self.choices = choices
    }
}

/// A question with buttons. The focus starts on the button that changes nothing.
package struct ConfirmView: Sendable {
    /// The question.
    package var question: String
    /// What would happen, a line each.
    package var details: [String]
    /// The buttons from the left, with the keys that press them.
    package var buttons: [KeyHint]
    /// Which button Enter presses.
    package var focused: Int
    /// True when the question is about something that cannot be taken back.
    package var isGrave: Bool

    /// A question; `cancel` is the index of the button that changes nothing, which has the focus.
    package init(question: String, details: [String] = [], buttons: [KeyHint], cancel: Int = 0, isGrave: Bool = false) {
        self.question = question
        self.details = details
        self.buttons = buttons
        focused = cancel
        self.isGrave = isGrave
    }
}

/// What may follow the keys pressed so far.
package struct WhichKeyView: Sendable {
    /// The keys pressed so far.
    package var keys: String
    /// What may follow.
    package var rows: [KeyHint]

    /// Creates the view.
    package init(keys: String, rows: [KeyHint]) {
        self.keys = keys
        self.rows = rows
    }
}

/// A line of the help.
package struct HelpRow: Hashable, Sendable {
    /// What a line of the help is.
    package enum Kind: Hashable, Sendable {
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
    package var kind: Kind
    /// The keys, if any.
    package var keys: String
    /// The command's name, by which it can be typed.
    package var name: String
    /// What it does, or the heading or sentence.
    package var text: String

    /// Creates a line.
    package init(_ kind: Kind, keys: String = "", name: String = "", text: String) {
        self.kind = kind
        self.keys = keys
        self.name = name
        self.text = text
    }
}

/// The keys and commands.
package struct HelpView: Sendable {
    /// What the page is called; nil for the keys and commands.
    package var title: String?
    /// The lines.
    package var rows: [HelpRow]
    /// Lines scrolled past.
    package var offset = 0
    /// What the lines were searched for; empty when they were not.
    package var search = ""

    /// Creates the view.
    package init(title: String? = nil, rows: [HelpRow]) {
        self.title = title
        self.rows = rows
    }
}

/// Every action by name.
package struct PaletteView: Sendable {
    /// What was typed.
    package var field = TextField(limit: 256)
    /// The actions that fit it, the best first.
    package var rows: [HelpRow]
    /// Which of them the cursor is on.
    package var cursor = 0

    /// Creates the view.
    package init(rows: [HelpRow]) {
        self.rows = rows
    }
}

/// Fields to fill in.
package struct FormView: Sendable {
    /// One field.
    package struct Field: Sendable {
        /// What it asks for.
        package var label: String
        /// What stood in it when the form was opened.
        package let given: String
        /// What was typed.
        package var field: TextField
        /// What may be typed, in a few words.
        package var hint: String
        /// What is wrong with it; empty when nothing is.
        package var error = ""
        /// What could be meant, the best first.
        package var completions: [CompletionRow] = []

        /// Creates a field.
        package init(label: String, field: TextField = TextField(), hint: String = "") {
            self.label = label
            self.field = field
            self.hint = hint
            given = field.text
        }

        /// Another field with something in it when the form is opened.
        package init(_ other: Field, given text: String) {
            self.init(label: other.label, field: TextField(text), hint: other.hint)
        }

        /// True when something else stands in it than when the form was opened.
        package var isChanged: Bool { field.text != given }
    }
    /// What the form is for.
    package var title: String
    /// The fields from the top.
    package var fields: [Field]
    /// Which field has the cursor.
    package var focused = 0
    /// What on the board seems to be the same event as what is being entered, in words, the likeliest first.
    package var alike: [String] = []
    /// How what is being entered goes to the first of those.
    package var joinHint = ""
    /// Something to say below the fields.
    package var message: Notice?
    /// The keys that help here.
    package var hints: [KeyHint] = []

    /// Creates the form.
    package init(title: String, fields: [Field]) {
        self.title = title
        self.fields = fields
    }
}

/// A message over the panes that takes no keys, such as the trainer's to the player.
package struct BannerView: Hashable, Sendable {
    /// Who speaks.
    package var title: String
    /// What is said, the oldest first.
    package var lines: [String]
    /// How it goes away, and what else waits to be read.
    package var hint: String

    /// Creates the message.
    package init(title: String, lines: [String], hint: String = "") {
        self.title = title
        self.lines = lines
        self.hint = hint
    }
}

/// Lines to choose one from.
package struct MenuView: Sendable {
    /// What is to be chosen.
    package var title: String
    /// The lines: the key that chooses it at once, if any, and its text.
    package var rows: [KeyHint]
    /// Which of them the cursor is on.
    package var cursor = 0
    /// The letters typed to find a line; empty when none were.
    package private(set) var typed = ""
    /// False while no line has the letters typed.
    package private(set) var fits = true
    /// The keys that help here.
    package var hints: [KeyHint] = []

    /// Creates the menu.
    package init(title: String, rows: [KeyHint]) {
        self.title = title
        self.rows = rows
    }

    /// Looks for the line that begins with what is typed, or else has a word that does, and puts the cursor on it.
    package mutating func find(_ text: String) {
        typed = text
        let found = text.isEmpty ? cursor : line(beginning: text)
        fits = found != nil
        cursor = found ?? cursor
    }

    /// The line that letters could be meant for; nil when no line has them.
    package func line(beginning text: String) -> Int? {
        let folded = text.lowercased()
        let labels = rows.map { $0.label.lowercased() }
        return labels.firstIndex { $0.hasPrefix(folded) }
            ?? labels.firstIndex { label in label.contains(" " + folded) }
    }
}
