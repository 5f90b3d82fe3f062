import DispatchModel
import DispatchPolicy
import TerminalKit
import Themes
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
    /// What is to be known of the place before somebody goes there, a line each.
    package var hazards: [String] = []
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
        assign.marked = marked ?? console.targets.meantUnits
        assign.message = saying
        assign.hazards = console.hazardsHere.lines(incident.place, beat: incident.beat, limit: 2)
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
            console.assignmentCommands.tellNobody(plan, incident)
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
        switch console.assignmentCommands.sendChecked(
            units, to: incident, drawn: drawn + units.compactMap { rankedDrawn[$0] }, hazardsAreShown: true)
        {
        case .done: console.view.clearMarks(after: .assign(incident, units, divert: false))
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

    mutating func refresh(on console: Console) {
        let units = marked.isEmpty && ranked.indices.contains(cursor) ? [ranked[cursor].unit] : marked
        let names = units.map { console.words.callsign($0, on: console.board) }
        hints = console.keyHints.hints(
            entering: console.words.sendHint(names), digits: marked.isEmpty ? console.words.sendDigitHint : nil)
    }
}

// MARK: - On the screen

extension AssignView {
    func rowsInSight(_ layout: Layout) -> Range<Int> {
        let box = layout.boxRows(rows(asked: layout) + headRows)
        return layout.inSight(cursor: cursor, count: ranked.count, rows: box - headRows)
    }

    /// The rows of units that are asked for on a screen.
    private func rows(asked layout: Layout) -> Int {
        min(max(1, ranked.count), max(1, layout.size.rows - 10 - hazards.count), mostRankedRows)
    }

    /// The rows beside those of units.
    private var headRows: Int { 7 + hazards.count }

    /// The ranked units for an incident: digit, unit, travel, why, and what sending it uncovers.
    func draw(into frame: inout Frame) {
        let words = frame.words
        guard let incident = frame.board.incidents[self.incident] else { return }
        let rows = rows(asked: frame.layout)
        let title = "\(words.number(incident.id)) \(words.type(of: incident, on: frame.board))"
        let note = filter.isEmpty ? words.label(.recommended) : "/" + filter
        let inside = frame.drawPopup(
            columns: frame.leftPopupColumns, rows: rows + headRows, place: .bottomLeft, title: title, note: note)
        drawHead(incident, inside.line(0), into: &frame)
        if incident.place.point == nil, ranked.contains(where: { $0.travelSeconds == nil }) {
            frame.writePopup(
                RichText(words.rankedBlindly(incident.place[words.language]), .noticeWarning), inside.line(1))
        }
        for (index, text) in hazards.enumerated() {
            frame.writePopup(RichText("\(frame.glyphs.warning) \(text)", .noticeWarning), inside.line(2 + index))
        }
        let list = Rect(
            column: inside.column, row: inside.row + 2 + hazards.count, columns: inside.columns,
            rows: max(0, inside.rows - headRows + 1))
        if ranked.isEmpty {
            let text = filter.isEmpty ? words.noUnitToSend : words.noRowFits(filter)
            frame.writePopup(RichText(text, .noticeWarning), list.line(1))
        } else {
            drawRanking(list, into: &frame)
            let inSight = rowsInSight(frame.layout)
            frame.writePopup(RichText(frame.beyond(inSight, of: ranked.count), .more), inside.line(inside.rows - 4))
        }
        drawChosen(inside.line(inside.rows - 3), into: &frame)
        drawPlan(inside.line(inside.rows - 2), into: &frame)
        frame.drawPopupFoot(message, hints: hints, inside)
    }

    private func drawHead(_ incident: Incident, _ line: Rect, into frame: inout Frame) {
        let words = frame.words
        let look = frame.age(of: incident)
        let shape = frame.shape(incident.priority)
        let text = RichText(
            (shape.isEmpty ? "" : shape + " ") + words.priority(incident.priority), frame.role(incident.priority)
        )
        .then("  \(words.progress(incident.progress)) ", frame.role(incident.progress))
        .then(look.text, look.role)
        .then("  \(incident.place[words.language])", .textStrong)
        .then("  \(frame.glyphs.dot)  \(words.beat(incident.beat, on: frame.board))", .textDim)
        frame.writePopup(text, line)
    }

    private func columns(in frame: Frame) -> [TableColumn] {
        let isChinese = frame.words.language == .chinese
        return [
            TableColumn(.rank, 3, 3, importance: 100),
            TableColumn(.unit, 5, 8, importance: 99),
            TableColumn(.kind, 6, 8, importance: 60),
            TableColumn(.travel, isChinese ? 5 : 7, 7, importance: 98, alignment: .trailing),
            TableColumn(.why, 18, 34, grows: 3, importance: 90),
            TableColumn(.uncovers, 14, 26, grows: 2, importance: 80),
        ]
    }

    private func drawRanking(_ area: Rect, into frame: inout Frame) {
        let wide = Rect(
            column: area.column - ColumnTable.gutter + 1, row: area.row, columns: area.columns + ColumnTable.gutter,
            rows: area.rows
        )
        let units = ranked.map { frame.words.callsign($0.unit, on: frame.board) }
        let table = ColumnTable(
            frame.holding([.unit: frame.widest(units)], columns(in: frame), in: wide), area: wide)
        for place in table.places where place.name != .rank {
            let rect = Rect(column: place.column, row: area.row, columns: place.columns, rows: min(1, area.rows))
            if rect.rows > 0 {
                frame.writeAligned(frame.words.header(place.name), rect, place.alignment, frame.popupStyle(.header))
            }
        }
        let inSight = rowsInSight(frame.layout)
        for number in inSight {
            let choice = ranked[number]
            let line = area.line(number - inSight.lowerBound + 1)
            let chosen = number == cursor
            frame.drawPopupRow(line, chosen: chosen, index: number)
            for place in table.places {
                drawChoice(
                    choice, number, place, line, chosen: chosen, marked: marked.contains(choice.unit), into: &frame)
            }
        }
    }

    private func drawChoice(
        _ choice: Recommendation, _ number: Int, _ place: ColumnTable.Place, _ line: Rect, chosen: Bool, marked: Bool,
        into frame: inout Frame
    ) {
        let words = frame.words
        let isDiverted = choice.divertedFrom != nil
        let body: Role = isDiverted ? .textDim : .text
        switch place.name {
        case .rank:
            let digit = number < 9 ? "\(number + 1)" : " "
            let mark = marked ? frame.glyphs.check : " "
            frame.cell("\(digit) \(mark)", place, line, marked ? .marked : .key, chosen: chosen)
        case .unit: frame.cell(words.callsign(choice.unit, on: frame.board), place, line, .callsign, chosen: chosen)
        case .kind:
            let kind = frame.board.units[choice.unit].map { words.kind($0.kind) } ?? ""
            frame.cell(kind, place, line, .textDim, chosen: chosen)
        case .travel:
            let isUnsure = choice.stalePosition != nil || choice.travelSeconds == nil
            let text = words.travel(choice.travelSeconds) + (choice.stalePosition == nil ? "" : "?")
            frame.cell(text, place, line, isUnsure ? .stale : .textStrong, chosen: chosen)
        case .why:
            let role: Role = choice.stalePosition == nil ? body : .stale
            frame.cell(words.reasons(of: choice), place, line, role, chosen: chosen)
        case .uncovers:
            let isCovered = if case .nothing = choice.uncovers { true } else { false }
            let text = words.uncovers(choice.uncovers, on: frame.board)
            frame.cell(text, place, line, isCovered ? .textDim : .coverageOpen, chosen: chosen)
        default: break
        }
    }

    /// Everything about the unit under the cursor that its row had no room for.
    private func drawChosen(_ line: Rect, into frame: inout Frame) {
        guard ranked.indices.contains(cursor) else { return }
        let choice = ranked[cursor]
        let text = RichText("\(frame.words.callsign(choice.unit, on: frame.board)) ", .callsign)
            .then(frame.words.reasons(of: choice), choice.stalePosition == nil ? .text : .stale)
        frame.writePopup(text, line)
    }

    private func drawPlan(_ line: Rect, into frame: inout Frame) {
        if !marked.isEmpty {
            frame.writePopup(RichText(frame.words.marked(marked, on: frame.board), .marked), line)
        } else if let plan, !plan.name.isEmpty {
            frame.writePopup(
                RichText(frame.words.planSet(plan, on: frame.board), plan.missing.isEmpty ? .text : .noticeWarning),
                line)
        }
    }
}
