import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

/// The units of patrol, or those of quick response.
struct ForceRoom: Room {
    let name: PaneName
    let command: CommandName?
    /// Where the person is in its list.
    let list: WritableKeyPath<ConsoleView, ListState<UnitID>> & Sendable
    /// The units in order.
    let index: WritableKeyPath<ConsoleView, UnitIndex> & Sendable

    /// The units of patrol.
    static let patrol = ForceRoom(name: .patrol, command: .focusPatrol, list: \.patrolList, index: \.patrol)
    /// Those of quick response.
    static let quickResponse = ForceRoom(
        name: .quickResponse, command: .focusQuickResponse, list: \.quickResponseList, index: \.quickResponse)

    func mode(in view: ConsoleView) -> Mode { .units }
    var hasThings: Bool { true }
    var isFiltered: Bool { true }
    var sortColumns: [ColumnName] { UnitSort.allCases.map(\.column) }
    var columns: [ColumnName] {
        name == .patrol
            ? [.unit, .kind, .status, .time, .beat, .heard, .task, .dutyPoint, .distance]
            : [.unit, .dutyPoint, .status, .circle, .task, .heard, .beat, .kind, .time, .distance]
    }
    var fixedColumns: [ColumnName] { [.unit] }

    func subject(in view: ConsoleView) -> Subject? { view[keyPath: list].selected.map(Subject.unit) }

    func isSelected(_ subject: Subject, in view: ConsoleView) -> Bool {
        if case .unit(let id) = subject { view[keyPath: list].selected == id } else { false }
    }

    func markCount(in view: ConsoleView) -> Int { view[keyPath: list].marked.count }

    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int) {
        let units = view[keyPath: index]
        view[keyPath: list].move(step, in: units)
    }

    func sort(by column: ColumnName, in view: inout ConsoleView) -> Bool {
        guard let sort = UnitSort(column: column) else { return false }
        view[keyPath: index].reversed = view[keyPath: index].sort == sort && !view[keyPath: index].reversed
        view[keyPath: index].sort = sort
        return true
    }

    func reverse(in view: inout ConsoleView) { view[keyPath: index].reversed.toggle() }

    func order(in view: ConsoleView) -> (column: ColumnName, isReversed: Bool)? {
        (view[keyPath: index].sort.column, view[keyPath: index].reversed)
    }

    func takeLost(in view: inout ConsoleView) -> Subject? { view[keyPath: list].takeLost().map(Subject.unit) }

    func settle(in view: inout ConsoleView, rows: Int) {
        let units = view[keyPath: index]
        let hasKeys = view.hasCursor(name)
        view[keyPath: list].settle(units, entered: units.entered, height: rows, hasKeys: hasKeys)
        view[keyPath: index].forgetEntered()
    }

    func freeze(in view: inout ConsoleView) {
        let units = view[keyPath: index]
        view[keyPath: list].freeze(units)
    }

    func thaw(in view: inout ConsoleView) { view[keyPath: list].thaw() }

    func notes(_ frame: Frame) -> [String] {
        name == .patrol ? patrolNotes(in: frame) : circleNotes(in: frame)
    }

    func count(_ frame: Frame) -> String {
        let tally = frame.view[keyPath: index].tally
        return " \(tally.free)/\(tally.total)"
    }

    func tabTitle(_ frame: Frame) -> String {
        name == .quickResponse ? "\(name.digit ?? 0) \(frame.words.kind(.quickResponse))" : title(frame)
    }

    func emptyText(_ frame: Frame) -> String {
        // Only what is live is given a roster; a log or an exercise brings its units along.
        if frame.strip.mode == .live, frame.board.units.count == 0 { return FirstRunWords(frame.words).noRoster }
        return name == .patrol ? frame.words.noPatrol : frame.words.noQuickResponse
    }
}

// MARK: - On the screen

/// A unit of a list, with what its row is both measured and drawn by.
private struct UnitRow {
    var id: UnitID
    /// Its callsign. The mark of a doubted position stays where the column of what was heard has no room.
    var name: String
    var isDoubted = false
    var kind = ""
    var age = AgeLook(text: "", role: .age)
    var heard = (text: "", role: Role.text)
    var homeBeat = ""
    var incident: IncidentID?
    /// Its response circle in words; empty where its list has no column for it.
    var circle = ""
}

extension ForceRoom {
    private func patrolNotes(in frame: Frame) -> [String] {
        let tally = frame.view.patrol.tally
        var parts = [frame.words.free(tally.free, of: tally.total)]
        if frame.view.patrol.sort != .callsign || frame.view.patrol.reversed {
            parts.append(frame.words.ordered(by: frame.view.patrol.sort.column))
        }
        return parts
    }

    private func circleNotes(in frame: Frame) -> [String] {
        let circles = frame.view.quickResponse
        return [circles.circles == 0 ? frame.words.noCircles : frame.words.openCircles(circles.openCircles)]
    }

    /// The units of the pane, a row each.
    func draw(_ area: Rect, into frame: inout Frame) {
        let (units, list) = (frame.view[keyPath: index], frame.view[keyPath: list])
        var columns = name == .patrol ? patrolColumns(in: frame) : quickResponseColumns(in: frame)
        if units.sort == .distance || frame.view.columns[name]?.contains(.distance) == true {
            columns.insert(TableColumn(.distance, 6, 7, importance: 93, alignment: .trailing), at: 1)
        }
        let hasCircle = columns.contains { $0.name == .circle }
        let rows = list.inSight.map { row($0, hasCircle: hasCircle, in: frame) }
        let seen = frame.widestSoFar(
            widths(of: rows, columns, in: frame).merging(prose(of: rows, in: frame)) { $1 }, name, in: area)
        // Of a task only the number is measured, which is never cut.
        let table = frame.table(
            columns, further: furtherColumns(in: frame), widest: seen, prose: [.dutyPoint, .status],
            uncounted: [.task], name, in: area)
        frame.drawHeader(table, name, sorted: units.sort.column, reversed: units.reversed)
        frame.info.visibleRows[name] = list.height
        if list.count == 0 { return frame.drawEmpty(name, area) }
        for index in rows.indices {
            let line = area.line(index + 1)
            guard line.rows > 0, index < list.height else { break }
            let row = rows[index]
            let look = frame.look(of: row.id, list, name)
            guard let unit = frame.board.units[row.id] else {
                frame.drawGone(row.name, line, look)
                continue
            }
            frame.beginRow(line, look: look, marked: list.marked.contains(row.id))
            for place in table.places { drawCell(row, unit, place, line, look, into: &frame) }
            frame.info.regions.append(.init(rect: line, target: .row(name, .unit(row.id))))
        }
        frame.drawListFoot(area.line(area.rows - 1), name, list)
        frame.drawPositionBar(
            Rect(column: area.column, row: area.row + 1, columns: area.columns, rows: list.height), list)
    }

    /// What the list of patrol units says of each.
    private func patrolColumns(in frame: Frame) -> [TableColumn] {
        let isChinese = frame.words.language == .chinese
        return [
            TableColumn(.unit, 5, 7, importance: 100),
            TableColumn(.kind, isChinese ? 6 : 4, 6, importance: 52),
            TableColumn(.status, isChinese ? 6 : 12, 16, importance: 95),
            TableColumn(.time, 8, 9, importance: 80, alignment: .trailing),
            TableColumn(.beat, 4, 5, importance: 60),
            TableColumn(.heard, 5, 6, importance: 55),
            TableColumn(.task, 9, 24, grows: 3, importance: 90),
        ]
    }

    /// What that of quick-response units says, with their duty points and circles.
    private func quickResponseColumns(in frame: Frame) -> [TableColumn] {
        let isChinese = frame.words.language == .chinese
        return [
            TableColumn(.unit, 5, 7, importance: 100),
            TableColumn(.dutyPoint, 10, 40, grows: 1, importance: 70),
            TableColumn(.status, isChinese ? 6 : 12, 12, importance: 95),
            TableColumn(.circle, isChinese ? 16 : 18, 20, importance: 90),
            TableColumn(.task, 5, 18, grows: 2, importance: 50),
            TableColumn(.heard, 5, 6, importance: 40),
        ]
    }

    /// What is only worth its room where everything else is whole.
    private func furtherColumns(in frame: Frame) -> [TableColumn] {
        name == .patrol
            ? [TableColumn(.dutyPoint, 10, 40, grows: 1, importance: 30)]
            : [
                TableColumn(.beat, 4, 5, importance: 30), TableColumn(.kind, 6, 6, importance: 28),
                TableColumn(.time, 9, 9, importance: 26, alignment: .trailing),
            ]
    }

    /// How wide the words about units are.
    private func prose(of rows: [UnitRow], in frame: Frame) -> [ColumnName: Int] {
        var widths: [ColumnName: Int] = [.dutyPoint: 0, .status: 0]
        for row in rows {
            guard let unit = frame.board.units[row.id] else { continue }
            // A status stands behind its shape.
            let status = TextWidth.columns(of: frame.words.status(unit.status)) + 2
            widths[.status] = max(widths[.status] ?? 0, status)
            widths[.dutyPoint] = max(
                widths[.dutyPoint] ?? 0, TextWidth.columns(of: unit.dutyPoint[frame.words.language]))
        }
        return widths
    }

    /// The row of a unit; of one that is no longer on the board only its name.
    private func row(_ id: UnitID, hasCircle: Bool, in frame: Frame) -> UnitRow {
        let name = frame.words.callsign(id, on: frame.board)
        return frame.board.units.read(id) { unit in
            let isDoubted = frame.board.doubt(about: unit) != nil
            return UnitRow(
                id: id, name: isDoubted ? name + "?" : name, isDoubted: isDoubted, kind: frame.words.kind(unit.kind),
                age: frame.age(of: unit), heard: heard(unit, in: frame), homeBeat: unit.homeBeat,
                incident: unit.incident, circle: hasCircle ? circleText(unit, in: frame) : "")
        } ?? UnitRow(id: id, name: name)
    }

    /// How wide the columns of a list must be so that everything in them is whole.
    private func widths(of rows: [UnitRow], _ columns: [TableColumn], in frame: Frame) -> [ColumnName: Int] {
        var widths: [ColumnName: Int] = [:]
        for name in columns.lazy.map(\.name) {
            switch name {
            case .unit: widths[name] = frame.widest(rows.lazy.map(\.name))
            case .beat: widths[name] = frame.widest(rows.lazy.map(\.homeBeat))
            // Of the longest words the beginning is enough; they must not push a time out.
            case .kind: widths[name] = min(6, frame.widest(rows.lazy.map(\.kind)))
            case .time: widths[name] = frame.widest(rows.lazy.map(\.age.text)) + 1
            case .heard: widths[name] = frame.widest(rows.lazy.map(\.heard.text))
            case .circle: widths[name] = frame.widest(rows.lazy.map(\.circle))
            case .task:
                // A greater number is never narrower.
                let greatest = rows.lazy.compactMap(\.incident).max()
                widths[name] = greatest.map { TextWidth.columns(of: frame.words.number($0)) } ?? 0
            default: break
            }
        }
        return widths
    }

    private func drawCell(
        _ row: UnitRow, _ unit: FieldUnit, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook,
        into frame: inout Frame
    ) {
        let isOut = unit.status == .outOfService
        switch place.name {
        case .unit:
            let role: Role = row.isDoubted ? .stale : isOut ? .textDim : .callsign
            frame.cell(row.name, place, line, role, look)
        case .kind: frame.cell(row.kind, place, line, .textDim, look)
        case .status: drawStatus(unit.status, place, line, look, into: &frame)
        case .time: frame.ageCell(row.age, place, line, isOut ? .textDim : row.age.role, look)
        case .beat: frame.cell(unit.homeBeat, place, line, .textDim, look)
        case .heard: frame.cell(row.heard.text, place, line, row.heard.role, look)
        case .task: frame.cell(taskText(unit, columns: place.columns, in: frame), place, line, .textDim, look)
        case .distance:
            let metres = frame.view[keyPath: index].distance(of: unit, on: frame.board)
            frame.cell(frame.words.distance(metres), place, line, .textDim, look)
        case .dutyPoint: frame.cell(unit.dutyPoint[frame.words.language], place, line, .textDim, look)
        case .circle: drawCircle(unit, row.circle, place, line, look, into: &frame)
        default: break
        }
    }

    /// A status's shape and word, the short word where room is short.
    private func drawStatus(
        _ status: UnitStatus, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook, into frame: inout Frame
    ) {
        let full = frame.words.status(status)
        let fits = TextWidth.columns(of: full) + 2 <= place.columns
        frame.cell(
            "\(frame.shape(status)) \(fits ? full : frame.words.statusShort(status))", place, line,
            frame.role(status), look)
    }

    /// When the unit was last heard; while its position is doubted, a question mark and how old the last believed one is.
    private func heard(_ unit: FieldUnit, in frame: Frame) -> (text: String, role: Role) {
        if frame.board.doubt(about: unit) != nil {
            let age =
                frame.board.position(of: unit)?.at.map { frame.words.briefAge(frame.now - $0) } ?? frame.glyphs.dash
            return ("? \(age)", .stale)
        }
        guard unit.tracked else { return (frame.glyphs.dash, .textDim) }
        let silent = frame.now - frame.board.lastHeard(from: unit)
        let isStale = silent >= frame.view.limits.deadlines.notHeard.limit && unit.status != .outOfService
        let text = frame.words.briefAge(silent)
        return isStale ? ("\(frame.glyphs.warning) \(text)", .stale) : (text, .textDim)
    }

    /// What a unit is busy with, or why it has its status; of one that is free, where it agreed to stand.
    private func taskText(_ unit: FieldUnit, columns: Int, in frame: Frame) -> String {
        let words = frame.words
        guard let id = unit.incident else {
            guard unit.reason.isEmpty, unit.isFree, let standing = unit.standing,
                standing.isKept(freeSince: unit.statusSince)
            else { return unit.reason }
            return words.stands(at: standing.place)
        }
        guard columns >= 10, let incident = frame.board.incidents[id] else { return words.number(id) }
        return "\(words.number(id)) \(words.type(of: incident, on: frame.board))"
    }

    /// A response circle: full while its unit is ready, empty and with the time since when it is not.
    private func drawCircle(
        _ unit: FieldUnit, _ text: String, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook,
        into frame: inout Frame
    ) {
        let role: Role = unit.circleMinutes == 0 ? .textDim : unit.isCircleOpen ? .coverageOpen : .coverageFull
        frame.cell(text, place, line, role, look)
    }

    private func circleText(_ unit: FieldUnit, in frame: Frame) -> String {
        let words = frame.words
        guard unit.circleMinutes > 0 else { return frame.glyphs.dash }
        let minutes = words.circleBriefly(unit.circleMinutes)
        guard unit.isCircleOpen else { return "\(frame.glyphs.barFull) \(minutes) \(words.label(.covered))" }
        let since = words.age(frame.now - unit.statusSince)
        return "\(frame.glyphs.barEmpty) \(minutes) \(words.label(.uncovered)) \(since)"
    }
}
