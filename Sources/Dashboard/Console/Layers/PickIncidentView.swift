import DispatchModel
import DispatchPolicy
import TerminalKit
import Themes
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

    /// What its mode offers for ranked units, and means nothing here: it must not reach the rows beneath.
    private static let ofRankedUnits: [CommandName] = [.mark, .clearMarks, .sendPlan]

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        if name == .accept { return pick(row: cursor, on: console) }
        guard PickIncidentView.ofRankedUnits.contains(name) else { return runRanked(name, on: console) }
        console.say(.warning, console.words.oneIncidentIsPicked)
        return .stays
    }

    /// Sends the units to the incident in a row.
    func pick(row: Int, on console: Console) -> LayerAnswer {
        guard choices.indices.contains(row) else {
            console.say(.warning, console.words.noSuchRow(row + 1))
            return .stays
        }
        let incident = choices[row].incident
        let seen = drawn.filter { $0.isAbout(incident, units) }
        if case .done = console.assignmentCommands.sendChecked(units, to: incident, drawn: seen) {
            console.view.unmark(units)
        }
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
                    / travel.pace(at: console.now)
            }
        }
        return seconds.min().map { Int($0.rounded()) }
    }

    mutating func refresh(on console: Console) {
        let names = units.map { console.words.callsign($0, on: console.board) }
        hints = console.keyHints.hints(
            entering: console.words.sendHint(names), digits: console.words.sendDigitHint,
            without: PickIncidentView.ofRankedUnits)
    }
}

// MARK: - On the screen

extension PickIncidentView {
    func rowsInSight(_ layout: Layout) -> Range<Int> {
        layout.inSight(cursor: cursor, count: choices.count, rows: layout.boxRows(rows(asked: layout) + 3) - 2)
    }

    /// The rows of incidents that are asked for on a screen.
    private func rows(asked layout: Layout) -> Int {
        min(max(1, choices.count), max(1, layout.size.rows - 8), mostRankedRows)
    }

    /// Incidents that a unit could be sent to.
    func draw(into frame: inout Frame) {
        let words = frame.words
        guard let unit = units.first.flatMap({ frame.board.units[$0] }) else { return }
        let rows = rows(asked: frame.layout)
        let title = "\(words.callsigns(units, on: frame.board)) \(frame.glyphs.arrow)"
        let alone = "\(words.kindInFull(unit.kind)) \(frame.glyphs.dot) \(words.status(unit.status))"
        let note = filter.isEmpty ? units.count == 1 ? alone : "" : "/" + filter
        let inside = frame.drawPopup(
            columns: frame.leftPopupColumns, rows: rows + 3, place: .bottomLeft, title: title, note: note)
        let list = Rect(
            column: inside.column, row: inside.row, columns: inside.columns, rows: max(0, inside.rows - 2))
        if choices.isEmpty {
            frame.writePopup(RichText(words.noRowFits(filter), .textDim), list.line(0))
        }
        let known = IncidentRow.rows(choices.map(\.incident), in: frame)
        let fitted = frame.fitting(IncidentRow.prose(of: known, in: frame), columns(in: frame))
        let table = ColumnTable(
            frame.holding(IncidentRow.widths(of: known, in: frame), fitted, in: list), area: list)
        let inSight = rowsInSight(frame.layout)
        for number in inSight {
            let choice = choices[number]
            let line = list.line(number - inSight.lowerBound)
            frame.drawPopupRow(line, chosen: number == cursor, index: number)
            for place in table.places {
                drawChoice(choice, number, place, line, chosen: number == cursor, into: &frame)
            }
        }
        frame.writePopup(RichText(frame.beyond(inSight, of: choices.count), .more), inside.line(inside.rows - 2))
        frame.drawPopupFoot(message, hints: hints, inside)
    }

    private func columns(in frame: Frame) -> [TableColumn] {
        [
            TableColumn(.rank, 1, 1, importance: 100),
            TableColumn(.priority, frame.words.language == .chinese ? 6 : 4, 6, importance: 99),
            TableColumn(.age, 7, 8, importance: 90, alignment: .trailing),
            TableColumn(.travel, 7, 7, importance: 98, alignment: .trailing),
            TableColumn(.number, 5, 6, importance: 60),
            TableColumn(.stage, 8, frame.words.language == .chinese ? 8 : 12, importance: 70),
            TableColumn(.type, 12, 24, grows: 2, importance: 95),
            TableColumn(.place, 12, 60, grows: 3, importance: 80),
        ]
    }

    private func drawChoice(
        _ choice: IncidentChoice, _ number: Int, _ place: ColumnTable.Place, _ line: Rect, chosen: Bool,
        into frame: inout Frame
    ) {
        let words = frame.words
        guard let incident = frame.board.incidents[choice.incident] else { return }
        switch place.name {
        case .rank: frame.cell(number < 9 ? "\(number + 1)" : "", place, line, .key, chosen: chosen)
        case .priority:
            let shape = frame.shape(incident.priority)
            let text = (shape.isEmpty ? "  " : shape + " ") + words.priority(incident.priority)
            frame.cell(text, place, line, frame.role(incident.priority), chosen: chosen)
        case .age: frame.ageCell(frame.age(of: incident), place, line, chosen: chosen)
        case .travel: frame.cell(words.travel(choice.travelSeconds), place, line, .textStrong, chosen: chosen)
        case .number: frame.cell(words.number(incident.id), place, line, .textDim, chosen: chosen)
        case .stage:
            let progress = incident.progress
            frame.cell(words.progress(progress), place, line, frame.role(progress), chosen: chosen)
        case .type: frame.cell(words.type(of: incident, on: frame.board), place, line, .text, chosen: chosen)
        case .place: frame.cell(incident.place[frame.words.language], place, line, .textDim, chosen: chosen)
        default: break
        }
    }
}
