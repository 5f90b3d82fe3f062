import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

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
    /// What the incident meant when the popup was opened.
    var drawn: [DrawnMeaning] = []
    /// What each unit meant when it came into the popup.
    var rankedDrawn: [UnitID: DrawnMeaning] = [:]

    /// Creates the view.
    package init(incident: IncidentID, ranked: [Recommendation], plan: PlanSet? = nil) {
        self.incident = incident
        self.ranked = ranked
        self.plan = plan
    }
}

/// The most rows that a popup of assignment has.
let assignmentRowLimit = 99

extension AssignView: RankedLayer {
    var rowCount: Int { ranked.count }
    var mode: Mode? { .assign }
    var decides: Bool { true }

    /// Opens the units for an incident. After a refusal it says why, and means things as they are now.
    static func open(for id: IncidentID, marked: [UnitID]? = nil, saying: Notice? = nil, on console: Console) {
        let words = console.words
        guard let incident = console.board.incidents[id] else {
            return console.say(.warning, words.notOnBoard(words.number(id)))
        }
        guard incident.isOpen else {
            return console.say(.error, words.refusal(.incidentClosed(id), on: console.board).line)
        }
        let plan = Recommender(policy: console.core.policy).planSet(
            for: incident, board: console.core.shown, now: console.now)
        var assign = AssignView(
            incident: id, ranked: ranked(incident, nil, on: console), plan: plan.name.isEmpty ? nil : plan)
        assign.marked = marked ?? console.meantUnits
        assign.message = saying
        // Whoever has just been told what changed means the thing as it is now.
        assign.drawn =
            saying == nil
            ? console.meaning(.incident(id)) : console.renewed([.incident(IncidentMeaning(incident))])
        assign.remember(assign.ranked.map(\.unit) + assign.marked, on: console)
        console.layers.open(assign)
    }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        switch name {
        case .accept: return marked.isEmpty ? pick(row: cursor, on: console) : send(marked, on: console)
        case .mark: mark()
        case .clearMarks:
            marked = []
            return .passes
        case .sendPlan: return sendPlan(on: console)
        default: return runRanked(name, on: console)
        }
        return .stays
    }

    /// Space: marks the unit under the cursor, or takes its mark away.
    private mutating func mark() {
        guard ranked.indices.contains(cursor) else { return }
        let unit = ranked[cursor].unit
        if let slot = marked.firstIndex(of: unit) {
            marked.remove(at: slot)
        } else {
            marked.append(unit)
        }
        message = nil
        cursor = min(cursor + 1, ranked.count - 1)
    }

    // MARK: Sending

    /// A digit or Enter: sends the unit in the row.
    mutating func pick(row: Int, on console: Console) -> LayerAnswer {
        guard ranked.indices.contains(row) else {
            console.say(.warning, console.words.noSuchRow(row + 1))
            return .stays
        }
        return marked.isEmpty ? send([ranked[row].unit], on: console) : tellMarks(on: console)
    }

    private mutating func sendPlan(on console: Console) -> LayerAnswer {
        if !marked.isEmpty { return tellMarks(on: console) }
        guard let plan, !plan.units.isEmpty else {
            console.tellNobody(plan, incident)
            return .stays
        }
        return send(plan.units, on: console)
    }

    /// What goes are the marked units: a key that would send others says so.
    private mutating func tellMarks(on console: Console) -> LayerAnswer {
        let (send, clear) = (console.keyText(.accept, in: .assign), console.keyText(.clearMarks, in: .assign))
        message = Notice(.warning, console.words.unitsAreMarked(marked, on: console.board, send: send, clear: clear))
        console.screen.bell()
        return .stays
    }

    /// Refused, the popup is opened again with what has changed.
    private func send(_ units: [UnitID], on console: Console) -> LayerAnswer {
        switch console.sendChecked(units, to: incident, drawn: drawn + units.compactMap { rankedDrawn[$0] }) {
        case .done: console.clearMarks(after: .assign(incident, units, divert: false))
        case .asked: break
        case .refused(let notice): AssignView.open(for: incident, marked: marked, saying: notice, on: console)
        }
        return .closes
    }

    // MARK: The rows

    /// Shows the units that the words let through; marks stay as they are.
    mutating func filterRows(_ text: String, on console: Console) {
        guard case .success(let parsed) = Filter.parse(text, words: console.words),
            let incident = console.board.incidents[incident]
        else { return }
        let parsedFilter = text.allSatisfy(\.isWhitespace) ? nil : parsed
        filter = parsedFilter == nil ? "" : text
        ranked = AssignView.ranked(incident, parsedFilter, on: console)
        cursor = 0
        remember(ranked.map(\.unit), on: console)
    }

    /// The units for an incident, best first: all that could be sent, or those that the filter lets through.
    private static func ranked(_ incident: Incident, _ filter: Filter?, on console: Console) -> [Recommendation] {
        let (board, now) = (console.core.shown, console.now)
        return Recommender(policy: console.core.policy).rank(
            incident, board: board, now: now, limit: assignmentRowLimit, takingFromEquals: true
        ) { unit in filter.map { $0.matches(unit, on: board, now: now) } ?? true }
    }

    /// Holds on to what units mean as they come into the popup.
    private mutating func remember(_ units: [UnitID], on console: Console) {
        for id in units where rankedDrawn[id] == nil {
            if let unit = console.board.units[id] { rankedDrawn[id] = .unit(UnitMeaning(unit)) }
        }
    }

    // MARK: On the screen

    mutating func refresh(on console: Console) {
        let units = marked.isEmpty && ranked.indices.contains(cursor) ? [ranked[cursor].unit] : marked
        let names = units.map { console.words.callsign($0, on: console.board) }
        hints = console.hints(
            entering: console.words.sendHint(names), digits: marked.isEmpty ? console.words.sendDigitHint : nil)
    }

    func rowsInSight(_ layout: Layout) -> Range<Int> { layout.rowsInSight(of: self) }
    func draw(into frame: inout Frame) { frame.drawAssign(self) }
}
