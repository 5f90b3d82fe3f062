import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

extension Frame {
    /// The patrol units.
    mutating func drawPatrol(_ area: Rect) {
        let columns = [
            TableColumn(.unit, 5, 7, importance: 100),
            TableColumn(.kind, words.language == .chinese ? 6 : 4, 6, importance: 52),
            TableColumn(.status, words.language == .chinese ? 6 : 12, 16, importance: 95),
            TableColumn(.time, 8, 9, importance: 80, alignment: .trailing),
            TableColumn(.beat, 4, 5, importance: 60),
            TableColumn(.heard, 5, 6, importance: 55),
            TableColumn(.task, 9, 24, grows: 3, importance: 90),
        ]
        drawUnitList(.patrol, view.patrol, view.patrolList, columns, area)
    }

    /// The quick-response units with their duty points and circles.
    mutating func drawQuickResponse(_ area: Rect) {
        let columns = [
            TableColumn(.unit, 5, 7, importance: 100),
            TableColumn(.dutyPoint, 10, 20, grows: 1, importance: 70),
            TableColumn(.status, words.language == .chinese ? 6 : 12, 12, importance: 95),
            TableColumn(.circle, words.language == .chinese ? 16 : 18, 20, importance: 90),
            TableColumn(.task, 5, 18, grows: 2, importance: 50),
            TableColumn(.heard, 5, 6, importance: 40),
        ]
        drawUnitList(.quickResponse, view.quickResponse, view.quickResponseList, columns, area)
    }

    private mutating func drawUnitList(
        _ pane: PaneName, _ index: UnitIndex, _ list: ListState<UnitID>, _ columns: [TableColumn], _ area: Rect
    ) {
        let hasCircle = columns.contains { $0.name == .circle }
        let rows = list.inSight.map { unitRow($0, hasCircle: hasCircle) }
        let table = ColumnTable(holding(wholeColumns(of: rows, columns), columns, in: area), area: area)
        drawHeader(table, pane, sorted: index.sort.column, reversed: index.reversed)
        info.visibleRows[pane] = list.height
        if list.count == 0 { return drawEmpty(pane, area) }
        for index in rows.indices {
            let line = area.line(index + 1)
            guard line.rows > 0, index < list.height else { break }
            let row = rows[index]
            let look = look(of: row.id, list, pane)
            guard let unit = board.units[row.id] else {
                drawGone(row.name, line, look)
                continue
            }
            beginRow(line, look: look, marked: list.marked.contains(row.id))
            for place in table.places { drawUnitCell(row, unit, place, line, look) }
            info.regions.append(.init(rect: line, target: .row(pane, .unit(row.id))))
        }
        drawListFoot(area.line(area.rows - 1), pane, list)
        drawPositionBar(Rect(column: area.column, row: area.row + 1, columns: area.columns, rows: list.height), list)
    }

    /// A unit of a list, with what its row is both measured and drawn by.
    private struct UnitRow {
        var id: UnitID
        /// Its callsign. The mark of a doubted position stays where the column of what was heard has no room.
        var name: String
        var isDoubted = false
        var age = AgeLook(text: "", role: .age)
        var heard = (text: "", role: Role.text)
        var homeBeat = ""
        var incident: IncidentID?
        /// Its response circle in words; empty where its list has no column for it.
        var circle = ""
    }

    /// The row of a unit; of one that is no longer on the board only its name.
    private func unitRow(_ id: UnitID, hasCircle: Bool) -> UnitRow {
        let name = words.callsign(id, on: board)
        return board.units.read(id) { unit in
            let isDoubted = board.doubt(about: unit) != nil
            return UnitRow(
                id: id, name: isDoubted ? name + "?" : name, isDoubted: isDoubted, age: age(of: unit),
                heard: heard(unit), homeBeat: unit.homeBeat, incident: unit.incident,
                circle: hasCircle ? circleText(unit) : "")
        } ?? UnitRow(id: id, name: name)
    }

    /// How wide the columns of a list must be so that everything in them is whole.
    private func wholeColumns(of rows: [UnitRow], _ columns: [TableColumn]) -> [ColumnName: Int] {
        var widths: [ColumnName: Int] = [:]
        for name in columns.lazy.map(\.name) {
            switch name {
            case .unit: widths[name] = widest(rows.lazy.map(\.name))
            case .beat: widths[name] = widest(rows.lazy.map(\.homeBeat))
            case .time: widths[name] = widest(rows.lazy.map(\.age.text)) + 1
            case .heard: widths[name] = widest(rows.lazy.map(\.heard.text))
            case .circle: widths[name] = widest(rows.lazy.map(\.circle))
            case .task:
                // A greater number is never narrower.
                let greatest = rows.lazy.compactMap(\.incident).max()
                widths[name] = greatest.map { TextWidth.columns(of: words.number($0)) } ?? 0
            default: break
            }
        }
        return widths
    }

    private mutating func drawUnitCell(
        _ row: UnitRow, _ unit: FieldUnit, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook
    ) {
        let isOut = unit.status == .outOfService
        switch place.name {
        case .unit:
            let role: Role = row.isDoubted ? .stale : isOut ? .textDim : .callsign
            cell(row.name, place, line, rowStyle(role, look))
        case .kind: cell(words.kind(unit.kind), place, line, rowStyle(.textDim, look))
        case .status: drawStatus(unit.status, place, line, look)
        case .time:
            ageCell(row.age, place, line, rowStyle(isOut ? .textDim : row.age.role, look))
        case .beat: cell(unit.homeBeat, place, line, rowStyle(.textDim, look))
        case .heard:
            cell(row.heard.text, place, line, rowStyle(row.heard.role, look))
        case .task: cell(taskText(unit, columns: place.columns), place, line, rowStyle(.textDim, look))
        case .dutyPoint: cell(unit.dutyPoint.text, place, line, rowStyle(.textDim, look))
        case .circle: drawCircle(unit, row.circle, place, line, look)
        default: break
        }
    }

    /// A status's shape and word, the short word where room is short.
    mutating func drawStatus(_ status: UnitStatus, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook) {
        let full = words.status(status)
        let fits = TextWidth.columns(of: full) + 2 <= place.columns
        cell(
            "\(shape(status)) \(fits ? full : words.statusShort(status))", place, line, rowStyle(role(status), look))
    }

    /// When the unit was last heard; while its position is doubted, a question mark and how old the last believed one is.
    private func heard(_ unit: FieldUnit) -> (text: String, role: Role) {
        if board.doubt(about: unit) != nil {
            let age = board.position(of: unit)?.at.map { words.briefAge(now - $0) } ?? glyphs.dash
            return ("? \(age)", .stale)
        }
        guard unit.tracked else { return (glyphs.dash, .textDim) }
        let silent = now - board.lastHeard(from: unit)
        let isStale = silent >= view.limits.deadlines.notHeard.limit && unit.status != .outOfService
        let text = words.briefAge(silent)
        return isStale ? ("\(glyphs.warning) \(text)", .stale) : (text, .textDim)
    }

    /// What a unit is busy with, or why it has its status.
    func taskText(_ unit: FieldUnit, columns: Int) -> String {
        guard let id = unit.incident else { return unit.reason }
        guard columns >= 10, let incident = board.incidents[id] else { return words.number(id) }
        return "\(words.number(id)) \(words.type(of: incident, on: board))"
    }

    /// A response circle: full while its unit is ready, empty and with the time since when it is not.
    private mutating func drawCircle(
        _ unit: FieldUnit, _ text: String, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook
    ) {
        let role: Role = unit.circleMinutes == 0 ? .textDim : unit.isFree ? .coverageFull : .coverageOpen
        cell(text, place, line, rowStyle(role, look))
    }

    private func circleText(_ unit: FieldUnit) -> String {
        guard unit.circleMinutes > 0 else { return glyphs.dash }
        let minutes = words.circleBriefly(unit.circleMinutes)
        return unit.isFree
            ? "\(glyphs.barFull) \(minutes) \(words.label(.covered))"
            : "\(glyphs.barEmpty) \(minutes) \(words.label(.uncovered)) \(words.age(now - unit.statusSince))"
    }
}
