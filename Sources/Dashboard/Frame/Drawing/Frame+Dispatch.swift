import DispatchModel
import DispatchPolicy
import Formats
import TerminalKit
import Themes
import Wording

extension Frame {
    /// The incident queue.
    mutating func drawDispatch(_ area: Rect) {
        let list = view.incidentList
        let rows = incidentRows(list.inSight)
        let columns = holding(wholeColumns(of: rows), incidentColumns(area, rows), in: area)
        let table = ColumnTable(columns, area: area)
        drawHeader(table, .dispatch, sorted: view.incidents.sort.column, reversed: view.incidents.reversed)
        info.visibleRows[.dispatch] = list.height
        if list.count == 0 { return drawEmpty(.dispatch, area) }
        for index in rows.indices {
            let line = area.line(index + 1)
            guard line.rows > 0, index < list.height else { break }
            let row = rows[index]
            drawIncidentRow(row, table, line, look(of: row.id, list, .dispatch), marked: list.marked.contains(row.id))
        }
        drawListFoot(area.line(area.rows - 1), .dispatch, list)
        drawPositionBar(Rect(column: area.column, row: area.row + 1, columns: area.columns, rows: list.height), list)
    }

    /// How a row of a list stands out: only a list that has the keys shows what is selected in it, weaker while a dialog
    /// over it takes them.
    func look<ID>(of id: ID, _ list: ListState<ID>, _ pane: PaneName) -> RowLook {
        guard list.selected == id, view.hasCursor(pane) else { return .plain }
        return view.layers.popup?.isModal ?? false ? .selectedElsewhere : .selected
    }

    /// An incident of a list, with what its row is both measured and drawn by.
    struct IncidentRow {
        var id: IncidentID
        var age = AgeLook(text: "", role: .age)
        var beat = ""
        /// The mark of a plan that was sent short.
        var shortMark: String?
    }

    /// The rows of some incidents; of one that is no longer on the board only its number.
    func incidentRows(_ ids: [IncidentID]) -> [IncidentRow] {
        ids.map { id in
            board.incidents.read(id) { incident in
                IncidentRow(
                    id: id, age: age(of: incident), beat: incident.beat, shortMark: shortMark(of: incident))
            } ?? IncidentRow(id: id)
        }
    }

    private func incidentColumns(_ area: Rect, _ rows: [IncidentRow]) -> [TableColumn] {
        let isChinese = words.language == .chinese
        let room = area.columns
        // A mediation says how long it has left.
        let hasRoom = view.incidents.disputeCount > 0 && room >= 92
        // The mark of a plan sent short leaves the callsign its room.
        let hasShort = rows.contains { $0.shortMark != nil }
        var columns = [
            TableColumn(.priority, isChinese ? 6 : 4, isChinese ? 6 : 4, importance: 100),
            TableColumn(.age, 7, 8, importance: 95, alignment: .trailing),
            TableColumn(.number, 5, 7, importance: 65),
            TableColumn(.stage, hasRoom && !isChinese ? 12 : 8, isChinese ? 8 : 12, importance: 85),
            TableColumn(.type, room < 84 ? 14 : room < 100 ? 17 : 22, 27, grows: 2, importance: 90),
            TableColumn(.place, room < 84 ? 14 : 18, 26, grows: 3, importance: 80),
            TableColumn(.beat, 4, 5, importance: 60),
            TableColumn(.units, hasShort ? 10 : 8, hasShort ? 18 : 14, grows: 1, importance: 70),
        ]
        // The grades of disputes, while there are any.
        if view.incidents.disputeCount > 0 {
            columns.insert(TableColumn(.grade, isChinese ? 6 : 8, isChinese ? 6 : 8, importance: 88), at: 4)
        }
        // What is only worth its room where there is plenty.
        if room >= 116 { columns.append(TableColumn(.reports, 7, 7, importance: 10, alignment: .trailing)) }
        if room >= 128 { columns.append(TableColumn(.received, 8, 8, importance: 8)) }
        return columns
    }

    private mutating func drawIncidentRow(
        _ row: IncidentRow, _ table: ColumnTable, _ line: Rect, _ look: RowLook, marked: Bool
    ) {
        guard let incident = board.incidents[row.id] else { return drawGone(words.number(row.id), line, look) }
        let isNew = now - incident.received < view.newFor && incident.isOpen
        beginRow(line, look: look, marked: marked, isNew: isNew)
        for place in table.places { drawIncidentCell(row, incident, place, line, look) }
        info.regions.append(.init(rect: line, target: .row(.dispatch, .incident(row.id))))
    }

    private mutating func drawIncidentCell(
        _ row: IncidentRow, _ incident: Incident, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook
    ) {
        let isLow = incident.priority >= .p4 || incident.progress == .held || !incident.isOpen
        let body: Role = isLow ? .textDim : .text
        switch place.name {
        case .priority: drawPriority(of: incident, place, line, look)
        case .age:
            ageCell(row.age, place, line, rowStyle(row.age.role, look))
        case .number: cell(words.number(incident.id), place, line, rowStyle(.textDim, look))
        case .stage:
            let progress = incident.progress
            cell(words.progress(of: incident, now: now), place, line, rowStyle(role(progress), look))
        case .type:
            let isStrong = look == .selected || incident.priority == .p1
            let role: Role = isCallForHelp(incident) ? .emergency : isStrong ? .textStrong : body
            let feed = incident.isOpen ? incident.source?.source : nil
            drawType(of: incident, from: feed, place, line, look, role)
        case .grade: if let dispute = incident.dispute { drawGrade(dispute, place, line, look) }
        case .place: cell(incident.place.text, place, line, rowStyle(body, look))
        case .beat: cell(incident.beat, place, line, rowStyle(.textDim, look))
        case .units: drawUnits(of: incident, row.shortMark, place, line, look)
        case .reports:
            let text = incident.reports.count > 1 ? "\(incident.reports.count)" : ""
            cell(text, place, line, rowStyle(.textDim, look))
        case .received: cell(words.clock(incident.received), place, line, rowStyle(.textDim, look))
        default: break
        }
    }

    /// True for the incident of a call for help that is not resolved.
    func isCallForHelp(_ incident: Incident) -> Bool { view.emergencies.call(incident.id) != nil }

    /// An incident's priority, in the look of its own that a call for help has.
    mutating func drawPriority(of incident: Incident, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook) {
        let role: Role = isCallForHelp(incident) ? .emergency : role(incident.priority)
        drawPriority(incident.priority, role, place, line, look)
    }

    /// A priority's shape and word.
    private mutating func drawPriority(
        _ priority: Priority, _ role: Role, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook
    ) {
        let style = rowStyle(role, look)
        let rect = Rect(column: place.column, row: line.row, columns: place.columns, rows: 1)
        let shape = shape(priority)
        if !shape.isEmpty {
            grid.write(shape + " ", column: rect.column, row: rect.row, columns: 2, style: style, overflow: .clip)
        }
        grid.write(
            words.priority(priority), column: rect.column + 2, row: rect.row, columns: rect.columns - 2, style: style)
    }

    /// The callsigns of an incident's units, each whole, as far as there is room, then how many more.
    private mutating func drawUnits(
        of incident: Incident, _ shortMark: String?, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook
    ) {
        // A plan that was sent short stands before the callsigns, as so many of so many.
        let mark = shortMark.map { "\($0) " } ?? ""
        let units = incident.openAssignments.map { words.callsign($0.unit, on: board) }
        if units.isEmpty, mark.isEmpty { return cell(glyphs.dash, place, line, rowStyle(.textDim, look)) }
        cell(mark, place, line, rowStyle(.noticeWarning, look))
        var rest = place
        rest.column += TextWidth.columns(of: mark)
        rest.columns -= TextWidth.columns(of: mark)
        cell(names(units, columns: rest.columns), rest, line, rowStyle(.textLink, look))
    }

    /// What an incident's response plan lacks; nil while nothing is missing.
    func shortfall(of incident: Incident) -> PlanShortfall? {
        view.limits.responsePlans.shortfall(of: incident, on: board, present: kindsPresent)
    }

    /// The mark of a plan that was sent short: how many of how many.
    func shortMark(of incident: Incident) -> String? {
        shortfall(of: incident).map { "\(glyphs.warning)\($0.sent)/\($0.asked)" }
    }

    /// A row of a frozen list whose thing is no longer on the board.
    mutating func drawGone(_ name: String, _ line: Rect, _ look: RowLook) {
        beginRow(line, look: look)
        grid.write(
            words.goneFromBoard(name), column: line.column + ColumnTable.gutter, row: line.row,
            columns: line.columns - ColumnTable.gutter,
            style: rowStyle(.textDim, look))
    }

    /// What a list says while it has nothing to show.
    mutating func drawEmpty(_ pane: PaneName, _ area: Rect) {
        let filter = view.filterTexts[pane] ?? ""
        let text =
            filter.isEmpty
            ? pane.room.emptyText(self)
            : words.emptyFiltered(pane, filter: filter)
        let room = area.columns - 2 * ColumnTable.gutter
        for (index, part) in wrapped(text, columns: room, limit: max(1, area.rows - 2)).enumerated() {
            let line = area.line(index + 1)
            guard line.rows > 0 else { return }
            grid.write(
                part, column: area.column + ColumnTable.gutter, row: line.row, columns: room, style: style(.textDim))
        }
    }
}
