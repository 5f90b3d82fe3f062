import DispatchModel
import DispatchPolicy
import TerminalKit
import Themes
import Wording

extension Frame {
    /// The ranked units for an incident: digit, unit, travel, why, and what sending it uncovers.
    mutating func drawAssign(_ assign: AssignView) {
        guard let incident = board.incidents[assign.incident] else { return }
        let rows = layout.rows(of: assign)
        let title = "\(words.number(incident.id)) \(words.type(of: incident, on: board))"
        let note = assign.filter.isEmpty ? words.label(.recommended) : "/" + assign.filter
        let inside = drawPopup(columns: leftPopupColumns, rows: rows + 7, place: .bottomLeft, title: title, note: note)
        drawAssignHead(incident, inside.line(0))
        if incident.place.point == nil, assign.ranked.contains(where: { $0.travelSeconds == nil }) {
            writePopup(RichText(words.rankedBlindly(incident.place.text), .noticeWarning), inside.line(1))
        }
        let list = Rect(
            column: inside.column, row: inside.row + 2, columns: inside.columns, rows: max(0, inside.rows - 6))
        if assign.ranked.isEmpty {
            let text = assign.filter.isEmpty ? words.noUnitToSend : words.noRowFits(assign.filter)
            writePopup(RichText(text, .noticeWarning), list.line(1))
        } else {
            drawRanking(assign, list)
            let inSight = layout.rowsInSight(of: assign)
            writePopup(RichText(beyond(inSight, of: assign.ranked.count), .more), inside.line(inside.rows - 4))
        }
        drawChosen(assign, inside.line(inside.rows - 3))
        drawPlan(assign, inside.line(inside.rows - 2))
        let last = inside.line(inside.rows - 1)
        if let message = assign.message {
            writePopup(message: message, inside)
        } else {
            let line = Rect(column: last.column - 1, row: last.row, columns: last.columns + 1, rows: last.rows)
            drawHints(assign.hints, line, ground: .popup)
        }
    }

    private mutating func drawAssignHead(_ incident: Incident, _ line: Rect) {
        let look = age(of: incident)
        let shape = shape(incident.priority)
        let text = RichText(
            (shape.isEmpty ? "" : shape + " ") + words.priority(incident.priority), role(incident.priority)
        )
        .then("  \(words.progress(incident.progress)) ", role(incident.progress))
        .then(look.text, look.role)
        .then("  \(incident.place.text)", .textStrong)
        .then("  \(glyphs.dot)  \(words.beat(incident.beat, on: board))", .textDim)
        writePopup(text, line)
    }

    private func rankColumns(_ ranked: [Recommendation]) -> [TableColumn] {
        let isChinese = words.language == .chinese
        return [
            TableColumn(.rank, 3, 3, importance: 100),
            TableColumn(.unit, 5, 8, importance: 99),
            TableColumn(.kind, isChinese ? 6 : 6, 8, importance: 60),
            TableColumn(.travel, isChinese ? 5 : 7, 7, importance: 98, alignment: .trailing),
            TableColumn(.why, 18, 34, grows: 3, importance: 90),
            TableColumn(.uncovers, 14, 26, grows: 2, importance: 80),
        ]
    }

    private mutating func drawRanking(_ assign: AssignView, _ area: Rect) {
        let wide = Rect(
            column: area.column - ColumnTable.gutter + 1, row: area.row, columns: area.columns + ColumnTable.gutter,
            rows: area.rows
        )
        let units = assign.ranked.map { words.callsign($0.unit, on: board) }
        let table = ColumnTable(
            holding([.unit: widest(units)], rankColumns(assign.ranked), in: wide), area: wide)
        for place in table.places where place.name != .rank {
            let rect = Rect(column: place.column, row: area.row, columns: place.columns, rows: min(1, area.rows))
            if rect.rows > 0 { writeAligned(words.header(place.name), rect, place.alignment, popupStyle(.header)) }
        }
        let inSight = layout.rowsInSight(of: assign)
        for number in inSight {
            let choice = assign.ranked[number]
            let line = area.line(number - inSight.lowerBound + 1)
            let chosen = number == assign.cursor
            drawPopupRow(line, chosen: chosen, index: number)
            for place in table.places {
                drawChoice(
                    choice, number, place, line, chosen: chosen, marked: assign.marked.contains(choice.unit))
            }
        }
    }

    private mutating func drawChoice(
        _ choice: Recommendation, _ number: Int, _ place: ColumnTable.Place, _ line: Rect, chosen: Bool, marked: Bool
    ) {
        let isDiverted = choice.divertedFrom != nil
        let body: Role = isDiverted ? .textDim : .text
        switch place.name {
        case .rank:
            let digit = number < 9 ? "\(number + 1)" : " "
            let mark = marked ? glyphs.check : " "
            cell("\(digit) \(mark)", place, line, popupStyle(marked ? .marked : .key, chosen: chosen))
        case .unit:
            cell(words.callsign(choice.unit, on: board), place, line, popupStyle(.callsign, chosen: chosen))
        case .kind:
            let kind = board.units[choice.unit].map { words.kind($0.kind) } ?? ""
            cell(kind, place, line, popupStyle(.textDim, chosen: chosen))
        case .travel:
            let isUnsure = choice.stalePosition != nil || choice.travelSeconds == nil
            let text = words.travel(choice.travelSeconds) + (choice.stalePosition == nil ? "" : "?")
            cell(text, place, line, popupStyle(isUnsure ? .stale : .textStrong, chosen: chosen))
        case .why:
            let role: Role = choice.stalePosition == nil ? body : .stale
            cell(words.reasons(of: choice), place, line, popupStyle(role, chosen: chosen))
        case .uncovers:
            let text = words.uncovers(choice.uncovers, on: board)
            if case .nothing = choice.uncovers {
                cell(text, place, line, popupStyle(.textDim, chosen: chosen))
            } else {
                cell(text, place, line, popupStyle(.coverageOpen, chosen: chosen))
            }
        default: break
        }
    }

    /// Everything about the unit under the cursor that its row had no room for.
    private mutating func drawChosen(_ assign: AssignView, _ line: Rect) {
        guard assign.ranked.indices.contains(assign.cursor) else { return }
        let choice = assign.ranked[assign.cursor]
        let text = RichText("\(words.callsign(choice.unit, on: board)) ", .callsign)
            .then(words.reasons(of: choice), choice.stalePosition == nil ? .text : .stale)
        writePopup(text, line)
    }

    private mutating func drawPlan(_ assign: AssignView, _ line: Rect) {
        if !assign.marked.isEmpty {
            writePopup(RichText(words.marked(assign.marked, on: board), .marked), line)
        } else if let plan = assign.plan, !plan.name.isEmpty {
            writePopup(RichText(words.planSet(plan, on: board), plan.missing.isEmpty ? .text : .noticeWarning), line)
        }
    }

    /// Incidents that a unit could be sent to.
    mutating func drawPickIncident(_ pick: PickIncidentView) {
        guard let unit = pick.units.first.flatMap({ board.units[$0] }) else { return }
        let rows = layout.rows(of: pick)
        let title = "\(words.callsigns(pick.units, on: board)) \(glyphs.arrow)"
        let alone = "\(words.kindInFull(unit.kind)) \(glyphs.dot) \(words.status(unit.status))"
        let note = pick.filter.isEmpty ? pick.units.count == 1 ? alone : "" : "/" + pick.filter
        let inside = drawPopup(columns: leftPopupColumns, rows: rows + 3, place: .bottomLeft, title: title, note: note)
        let list = Rect(
            column: inside.column, row: inside.row, columns: inside.columns, rows: max(0, inside.rows - 2))
        if pick.choices.isEmpty {
            writePopup(RichText(words.noRowFits(pick.filter), .textDim), list.line(0))
        }
        let known = wholeColumns(of: incidentRows(pick.choices.map(\.incident)))
        let table = ColumnTable(holding(known, pickColumns, in: list), area: list)
        let inSight = layout.rowsInSight(of: pick)
        for number in inSight {
            let choice = pick.choices[number]
            let line = list.line(number - inSight.lowerBound)
            drawPopupRow(line, chosen: number == pick.cursor, index: number)
            for place in table.places { drawChoice(choice, number, place, line, chosen: number == pick.cursor) }
        }
        writePopup(RichText(beyond(inSight, of: pick.choices.count), .more), inside.line(inside.rows - 2))
        let last = inside.line(inside.rows - 1)
        if let message = pick.message {
            writePopup(message: message, inside)
        } else {
            drawHints(
                pick.hints, Rect(column: last.column - 1, row: last.row, columns: last.columns + 1, rows: last.rows),
                ground: .popup)
        }
    }

    private var pickColumns: [TableColumn] {
        [
            TableColumn(.rank, 1, 1, importance: 100),
            TableColumn(.priority, words.language == .chinese ? 6 : 4, 6, importance: 99),
            TableColumn(.age, 7, 8, importance: 90, alignment: .trailing),
            TableColumn(.travel, 7, 7, importance: 98, alignment: .trailing),
            TableColumn(.number, 5, 6, importance: 60),
            TableColumn(.stage, 8, words.language == .chinese ? 8 : 12, importance: 70),
            TableColumn(.type, 12, 24, grows: 2, importance: 95),
            TableColumn(.place, 12, 24, grows: 3, importance: 80),
        ]
    }

    private mutating func drawChoice(
        _ choice: IncidentChoice, _ number: Int, _ place: ColumnTable.Place, _ line: Rect, chosen: Bool
    ) {
        guard let incident = board.incidents[choice.incident] else { return }
        switch place.name {
        case .rank: cell(number < 9 ? "\(number + 1)" : "", place, line, popupStyle(.key, chosen: chosen))
        case .priority:
            let shape = shape(incident.priority)
            let text = (shape.isEmpty ? "  " : shape + " ") + words.priority(incident.priority)
            cell(text, place, line, popupStyle(role(incident.priority), chosen: chosen))
        case .age:
            let look = age(of: incident)
            ageCell(look, place, line, popupStyle(look.role, chosen: chosen))
        case .travel: cell(words.travel(choice.travelSeconds), place, line, popupStyle(.textStrong, chosen: chosen))
        case .number: cell(words.number(incident.id), place, line, popupStyle(.textDim, chosen: chosen))
        case .stage:
            let progress = incident.progress
            cell(words.progress(progress), place, line, popupStyle(role(progress), chosen: chosen))
        case .type: cell(words.type(of: incident, on: board), place, line, popupStyle(.text, chosen: chosen))
        case .place: cell(incident.place.text, place, line, popupStyle(.textDim, chosen: chosen))
        default: break
        }
    }
}
