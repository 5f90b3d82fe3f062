import DispatchModel
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
        let table = Table(holding(wholeColumns(of: list.inSight), columns, in: area), area: area)
        drawHeader(table, pane, sorted: index.sort.column, reversed: index.reversed)
        info.visibleRows[pane] = list.height
        if list.count == 0 { return drawEmpty(pane, area) }
        for (row, id) in list.inSight.enumerated() {
            let line = area.line(row + 1)
            guard line.rows > 0, row < list.height else { break }
            let look = look(of: id, list, pane)
            guard let unit = board.units[id] else {
                drawGone(words.callsign(id, on: board), line, look)
                continue
            }
            beginRow(line, look: look, marked: list.marked.contains(id))
            for place in table.places { drawUnitCell(unit, place, line, look) }
            info.regions.append(.init(rect: line, target: .row(pane, .unit(id))))
        }
        drawListFoot(area.line(area.rows - 1), pane, list)
        drawPositionBar(Rect(column: area.column, row: area.row + 1, columns: area.columns, rows: list.height), list)
    }

    private func wholeColumns(of units: [UnitID]) -> [ColumnName: Int] {
        let shown = units.compactMap { board.units[$0] }
        return [
            .unit: widest(units.map(unitText)), .beat: widest(shown.map(\.homeBeat)),
            .time: widest(shown.map { age(of: $0).text }) + 1, .heard: widest(shown.map { heard($0).text }),
            .circle: widest(shown.map(circleText)), .task: widest(shown.compactMap { $0.incident.map(words.number) }),
        ]
    }

    /// A unit's callsign. The mark of a doubted position stays where the column of what was heard has no room.
    private func unitText(_ id: UnitID) -> String {
        words.callsign(id, on: board) + (board.units[id].flatMap(board.doubt) == nil ? "" : "?")
    }

    private mutating func drawUnitCell(_ unit: FieldUnit, _ place: Table.Place, _ line: Rect, _ look: RowLook) {
        let isOut = unit.status == .outOfService
        switch place.name {
        case .unit:
            let role: Role = board.doubt(about: unit) != nil ? .stale : isOut ? .textDim : .callsign
            cell(unitText(unit.id), place, line, rowStyle(role, look))
        case .kind: cell(words.kind(unit.kind), place, line, rowStyle(.textDim, look))
        case .status: drawStatus(unit.status, place, line, look)
        case .time:
            let age = age(of: unit)
            ageCell(age, place, line, rowStyle(isOut ? .textDim : age.role, look))
        case .beat: cell(unit.homeBeat, place, line, rowStyle(.textDim, look))
        case .heard:
            let heard = heard(unit)
            cell(heard.text, place, line, rowStyle(heard.role, look))
        case .task: cell(taskText(unit, columns: place.columns), place, line, rowStyle(.textDim, look))
        case .dutyPoint: cell(unit.dutyPoint.text, place, line, rowStyle(.textDim, look))
        case .circle: drawCircle(unit, place, line, look)
        default: break
        }
    }

    /// A status's shape and word, the short word where room is short.
    mutating func drawStatus(_ status: UnitStatus, _ place: Table.Place, _ line: Rect, _ look: RowLook) {
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
    private mutating func drawCircle(_ unit: FieldUnit, _ place: Table.Place, _ line: Rect, _ look: RowLook) {
        let role: Role = unit.circleMinutes == 0 ? .textDim : unit.isFree ? .coverageFull : .coverageOpen
        cell(circleText(unit), place, line, rowStyle(role, look))
    }

    private func circleText(_ unit: FieldUnit) -> String {
        guard unit.circleMinutes > 0 else { return glyphs.dash }
        let minutes = words.pick("\(unit.circleMinutes) min", "\(unit.circleMinutes)分")
        return unit.isFree
            ? "\(glyphs.barFull) \(minutes) \(words.label(.covered))"
            : "\(glyphs.barEmpty) \(minutes) \(words.label(.uncovered)) \(words.age(now - unit.statusSince))"
    }
}
