import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

/// The queue of open incidents.
struct IncidentRoom: Room {
    var name: PaneName { .dispatch }
    func mode(in view: ConsoleView) -> Mode { .dispatch }
    var command: CommandName? { .focusDispatch }
    var hasThings: Bool { true }
    var isFiltered: Bool { true }
    var sortColumns: [ColumnName] { IncidentSort.allCases.map(\.column) }
    var columns: [ColumnName] {
        [.priority, .age, .number, .stage, .grade, .type, .place, .beat, .units, .received, .reports, .said]
    }
    var fixedColumns: [ColumnName] { [.priority] }

    func subject(in view: ConsoleView) -> Subject? { view.incidentList.selected.map(Subject.incident) }

    func isSelected(_ subject: Subject, in view: ConsoleView) -> Bool {
        if case .incident(let id) = subject { view.incidentList.selected == id } else { false }
    }

    func markCount(in view: ConsoleView) -> Int { view.incidentList.marked.count }

    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int) {
        view.incidentList.move(step, in: view.incidents)
    }

    func sort(by column: ColumnName, in view: inout ConsoleView) -> Bool {
        guard let sort = IncidentSort(column: column) else { return false }
        view.incidents.reversed = view.incidents.sort == sort && !view.incidents.reversed
        view.incidents.sort = sort
        return true
    }

    func reverse(in view: inout ConsoleView) { view.incidents.reversed.toggle() }

    func order(in view: ConsoleView) -> (column: ColumnName, isReversed: Bool)? {
        (view.incidents.sort.column, view.incidents.reversed)
    }

    func takeLost(in view: inout ConsoleView) -> Subject? { view.incidentList.takeLost().map(Subject.incident) }

    func settle(in view: inout ConsoleView, rows: Int) {
        view.incidentList.settle(
            view.incidents, entered: view.incidents.entered, height: rows, hasKeys: view.hasCursor(name))
        view.incidents.forgetEntered()
    }

    func freeze(in view: inout ConsoleView) { view.incidentList.freeze(view.incidents) }
    func thaw(in view: inout ConsoleView) { view.incidentList.thaw() }

    func notes(_ frame: Frame) -> [String] {
        let waiting = frame.view.incidents.waitingTallies.reduce(0) { $0 + $1.count }
        var parts: [String] = []
        if !(frame.view.filterTexts[.dispatch] ?? "").isEmpty {
            parts.append(frame.words.openShown(frame.view.incidents.count, of: frame.view.incidents.openCount))
        } else {
            parts += [frame.words.waiting(waiting), frame.words.open(frame.view.incidents.openCount)]
        }
        if frame.view.incidents.sort != .priority || frame.view.incidents.reversed {
            parts.append(frame.words.ordered(by: frame.view.incidents.sort.column))
        }
        return parts
    }

    func count(_ frame: Frame) -> String { " \(frame.words.grouped(frame.view.incidents.count))" }
    func emptyText(_ frame: Frame) -> String {
        if frame.strip.watching { return frame.words.noneOpen }
        // Who starts without a roster looks here first.
        let isBare = frame.strip.mode == .live && frame.board.units.count == 0
        return frame.words.noIncident + (isBare ? " " + FirstRunWords(frame.words).noRoster : "")
    }
}

// MARK: - On the screen

extension IncidentRoom {
    /// The incident queue.
    func draw(_ area: Rect, into frame: inout Frame) {
        let list = frame.view.incidentList
        let rows = IncidentRow.rows(list.inSight, in: frame)
        let seen = frame.widestSoFar(
            IncidentRow.widths(of: rows, in: frame).merging(IncidentRow.prose(of: rows, in: frame)) { $1 }, name,
            in: area)
        let table = frame.table(
            columns(area, rows, in: frame), further: furtherColumns(rows, in: frame), widest: seen,
            prose: [.type, .place, .units, .said, .stage], .dispatch, in: area)
        frame.drawHeader(
            table, .dispatch, sorted: frame.view.incidents.sort.column, reversed: frame.view.incidents.reversed)
        frame.info.visibleRows[.dispatch] = list.height
        if list.count == 0 { return frame.drawEmpty(.dispatch, area) }
        for index in rows.indices {
            let line = area.line(index + 1)
            guard line.rows > 0, index < list.height else { break }
            let row = rows[index]
            drawRow(
                row, table, line, frame.look(of: row.id, list, .dispatch), marked: list.marked.contains(row.id),
                into: &frame)
        }
        frame.drawListFoot(area.line(area.rows - 1), .dispatch, list)
        frame.drawPositionBar(
            Rect(column: area.column, row: area.row + 1, columns: area.columns, rows: list.height), list)
    }

    private func columns(_ area: Rect, _ rows: [IncidentRow], in frame: Frame) -> [TableColumn] {
        let isChinese = frame.words.language == .chinese
        let room = area.columns
        // A mediation says how long it has left.
        let hasRoom = frame.view.incidents.disputeCount > 0 && room >= 92
        // The mark of a plan sent short leaves the callsign its room.
        let hasShort = rows.contains { $0.shortMark != nil }
        var columns = [
            TableColumn(.priority, isChinese ? 6 : 4, isChinese ? 6 : 4, importance: 100),
            TableColumn(.age, 7, 8, importance: 95, alignment: .trailing),
            TableColumn(.number, 5, 7, importance: 65),
            TableColumn(.stage, hasRoom && !isChinese ? 12 : 8, isChinese ? 8 : 12, importance: 85),
            TableColumn(.type, room < 84 ? 14 : room < 100 ? 17 : 22, 27, grows: 2, importance: 90),
            TableColumn(.place, room < 84 ? 14 : 18, 60, grows: 3, importance: 91),
            TableColumn(.beat, 4, 5, importance: 60),
            TableColumn(.units, hasShort ? 10 : 8, hasShort ? 18 : 14, grows: 1, importance: 70),
        ]
        // The grades of disputes, while there are any.
        if frame.view.incidents.disputeCount > 0 || frame.view.columns[.dispatch]?.contains(.grade) == true {
            columns.insert(TableColumn(.grade, isChinese ? 6 : 8, isChinese ? 6 : 8, importance: 88), at: 4)
        }
        return columns
    }

    /// What is only worth its room where everything else is whole: when the call came in, how many there were, and what was
    /// said last.
    private func furtherColumns(_ rows: [IncidentRow], in frame: Frame) -> [TableColumn] {
        [
            TableColumn(.received, 8, 8, importance: 10),
            TableColumn(.reports, 7, 7, importance: 8, alignment: .trailing),
            TableColumn(.said, 20, 36, grows: 4, importance: 6),
        ]
    }

    private func drawRow(
        _ row: IncidentRow, _ table: ColumnTable, _ line: Rect, _ look: RowLook, marked: Bool, into frame: inout Frame
    ) {
        guard let incident = frame.board.incidents[row.id] else {
            return frame.drawGone(frame.words.number(row.id), line, look)
        }
        let isNew = frame.now - incident.received < frame.view.newFor && incident.isOpen
        frame.beginRow(line, look: look, marked: marked, isNew: isNew)
        for place in table.places { drawCell(row, incident, place, line, look, into: &frame) }
        frame.info.regions.append(.init(rect: line, target: .row(.dispatch, .incident(row.id))))
    }

    private func drawCell(
        _ row: IncidentRow, _ incident: Incident, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook,
        into frame: inout Frame
    ) {
        let words = frame.words
        let isLow = incident.priority >= .p4 || incident.progress == .held || !incident.isOpen
        let body: Role = isLow ? .textDim : .text
        switch place.name {
        case .priority: IncidentRow.drawPriority(of: incident, place, line, look, into: &frame)
        case .age: frame.ageCell(row.age, place, line, row.age.role, look)
        case .number: frame.cell(words.number(incident.id), place, line, .textDim, look)
        case .stage:
            let progress = incident.progress
            frame.cell(words.progress(of: incident, now: frame.now), place, line, frame.role(progress), look)
        case .type:
            let isStrong = look == .selected || incident.priority == .p1
            let role: Role = IncidentRow.isCallForHelp(incident, in: frame) ? .emergency : isStrong ? .textStrong : body
            let feed = incident.isOpen ? incident.source?.source : nil
            drawType(of: incident, from: feed, place, line, look, role, into: &frame)
        case .grade: if let dispute = incident.dispute { drawGrade(dispute, place, line, look, into: &frame) }
        case .place: frame.cell(incident.place[frame.words.language], place, line, body, look)
        case .beat: frame.cell(incident.beat, place, line, .textDim, look)
        case .units: drawUnits(of: incident, row.shortMark, place, line, look, into: &frame)
        case .reports:
            let text = incident.reports.count > 1 ? "\(incident.reports.count)" : ""
            frame.cell(text, place, line, .textDim, look)
        case .said: frame.cell(incident.reports.last?.text ?? "", place, line, .textDim, look)
        case .received: frame.cell(words.clock(incident.received), place, line, .textDim, look)
        default: break
        }
    }

    /// The callsigns of an incident's units, each whole, as far as there is room, then how many more.
    private func drawUnits(
        of incident: Incident, _ shortMark: String?, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook,
        into frame: inout Frame
    ) {
        // A plan that was sent short stands before the callsigns, as so many of so many.
        let mark = shortMark.map { "\($0) " } ?? ""
        let units = incident.openAssignments.map { frame.words.callsign($0.unit, on: frame.board) }
        if units.isEmpty, mark.isEmpty {
            return frame.cell(frame.glyphs.dash, place, line, .textDim, look)
        }
        frame.cell(mark, place, line, .noticeWarning, look)
        var rest = place
        rest.column += TextWidth.columns(of: mark)
        rest.columns -= TextWidth.columns(of: mark)
        frame.cell(frame.names(units, columns: rest.columns), rest, line, .textLink, look)
    }

    /// The mark of a row whose incident seems to be the same event as another: `≈#4821`; nil when nobody is to be asked.
    private func alikeMark(of incident: Incident, in frame: Frame) -> String? {
        guard !incident.proposals.isEmpty, let first = frame.board.openProposals(of: incident).first else { return nil }
        return frame.glyphs.alike + frame.words.number(first.other)
    }

    /// An incident's type in its row, behind the mark of a possible duplicate.
    private func drawType(
        of incident: Incident, from feed: String?, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook,
        _ role: Role, into frame: inout Frame
    ) {
        var rest = place
        if let mark = alikeMark(of: incident, in: frame), TextWidth.columns(of: mark) < place.columns {
            let used = frame.grid.write(
                mark + " ", column: place.column, row: line.row, columns: place.columns,
                style: frame.rowStyle(.noticeWarning, look))
            rest.column += used
            rest.columns = max(0, rest.columns - used)
        }
        guard rest.columns > 0 else { return }
        var tags: [CellTag] = []
        if let call = callback(of: incident, columns: rest.columns, in: frame) {
            tags.append(CellTag(text: call, role: .noticeNew))
        }
        if let mark = frame.silenceTag(ofFeed: feed) { tags.append(mark) }
        frame.cell(frame.words.type(of: incident, on: frame.board), tags: tags, rest, line, role, look)
    }

    /// The mark of the newest call, short where room is short; nil for none.
    private func callback(of incident: Incident, columns: Int, in frame: Frame) -> String? {
        IncidentRow.newestCall(of: incident, in: frame).map {
            columns >= 14 ? frame.words.call($0) : "\($0)\(frame.glyphs.moreBelow)"
        }
    }

    /// A grade's shape and word; dim once nothing is left to do.
    private func drawGrade(
        _ dispute: Dispute, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook, into frame: inout Frame
    ) {
        let text = "\(frame.shape(dispute.grade)) \(frame.words.grade(dispute.grade))"
        frame.cell(text, place, line, dispute.settled == nil ? frame.role(dispute.grade) : .textDim, look)
    }
}
