import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

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
    /// What the units, and each incident, meant when they came into the popup.
    var drawn: [DrawnMeaning] = []

    /// Creates the view.
    package init(units: [UnitID], choices: [IncidentChoice]) {
        self.units = units
        self.choices = choices
    }
}

extension PickIncidentView: RankedLayer {
    var rowCount: Int { choices.count }
    var mode: Mode? { .assign }
    var decides: Bool { true }

    /// Opens the incidents that units could go to.
    static func open(for units: [UnitID], on console: Console) {
        let choices = choices(for: units, nil, on: console)
        guard !choices.isEmpty else { return console.say(.info, console.words.noOtherIncident) }
        var pick = PickIncidentView(units: units, choices: choices)
        pick.drawn =
            units.flatMap { console.meaning(.unit($0)) } + choices.flatMap { console.meaning(.incident($0.incident)) }
        console.layers.open(pick)
    }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        name == .accept ? pick(row: cursor, on: console) : runRanked(name, on: console)
    }

    /// Sends the units to the incident in a row.
    func pick(row: Int, on console: Console) -> LayerAnswer {
        guard choices.indices.contains(row) else {
            console.say(.warning, console.words.noSuchRow(row + 1))
            return .stays
        }
        let incident = choices[row].incident
        let seen = drawn.filter { $0.isAbout(incident, units) }
        if case .done = console.sendChecked(units, to: incident, drawn: seen) { console.unmark(units) }
        return .closes
    }

    // MARK: The rows

    mutating func filterRows(_ text: String, on console: Console) {
        guard case .success(let parsed) = Filter.parse(text, words: console.words) else { return }
        let parsedFilter = text.allSatisfy(\.isWhitespace) ? nil : parsed
        filter = parsedFilter == nil ? "" : text
        choices = PickIncidentView.choices(for: units, parsedFilter, on: console)
        cursor = 0
        let new = choices.map(\.incident).filter { id in !drawn.contains { $0.isAbout(id, []) } }
        drawn += new.flatMap { console.meaning(.incident($0)) }
    }

    /// The open incidents that units could go to: those that wait, the most urgent first, then those that are running.
    private static func choices(for units: [UnitID], _ filter: Filter?, on console: Console) -> [IncidentChoice] {
        let (board, now) = (console.board, console.now)
        let going = units.compactMap { board.units[$0] }
        let own = Set(going.compactMap(\.incident))
        var open = board.incidents.elements.filter { incident in
            // Where all of them are already is nowhere to send them.
            incident.isOpen && !(own == [incident.id] && going.allSatisfy { $0.incident == incident.id })
                && filter.map { $0.matches(incident, on: board, now: now) } ?? true
        }
        func rank(_ incident: Incident) -> Int { incident.held ? 2 : incident.isWaiting ? 0 : 1 }
        open.sort { (rank($0), $0.priority, $0.received, $0.id) < (rank($1), $1.priority, $1.received, $1.id) }
        return open.prefix(assignmentRowLimit).map { incident in
            IncidentChoice(incident: incident.id, travelSeconds: travel(of: going, to: incident, on: console))
        }
    }

    /// Seconds until the first of them is there; nil when no way is known.
    private static func travel(of units: [FieldUnit], to incident: Incident, on console: Console) -> Int? {
        guard let to = incident.place.point else { return nil }
        let (board, travel) = (console.board, console.core.policy.travel)
        let seconds = units.compactMap { unit in
            board.position(of: unit).map {
                travel.seconds(from: $0.point, to: to, kind: unit.kind, urgent: incident.priority <= .p2)
            }
        }
        return seconds.min().map { Int($0.rounded()) }
    }

    // MARK: On the screen

    mutating func refresh(on console: Console) {
        let names = units.map { console.words.callsign($0, on: console.board) }
        hints = console.hints(entering: console.words.sendHint(names), digits: console.words.sendDigitHint)
    }

    func rowsInSight(_ layout: Layout) -> Range<Int> { layout.rowsInSight(of: self) }
    func draw(into frame: inout Frame) { frame.drawPickIncident(self) }
}
