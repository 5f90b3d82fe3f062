import TerminalKit
import Themes
import Wording

extension InstructorFrame {
    /// Injects with the selected one's particulars at the left; objectives, actions and snapshots at the right.
    mutating func drawWide(_ body: Rect) {
        let left = Rect(column: 0, row: body.row, columns: body.columns * 58 / 100, rows: body.rows)
        let right = Rect(
            column: left.endColumn, row: body.row, columns: body.columns - left.columns, rows: body.rows)
        let detail = min(14, body.rows / 3)
        drawInjects(Rect(column: 0, row: body.row, columns: left.columns, rows: body.rows - detail))
        drawSelected(Rect(column: 0, row: body.endRow - detail, columns: left.columns, rows: detail))
        let wanted = (state.status?.objectives.count ?? 0) * 2 + 2
        let objectives = min(max(4, wanted), body.rows / 2)
        let snapshots = min(max(3, (state.status?.snapshots.count ?? 0) + 2), 7)
        drawObjectives(Rect(column: right.column, row: right.row, columns: right.columns, rows: objectives), lines: 2)
        drawActions(
            Rect(
                column: right.column, row: right.row + objectives, columns: right.columns,
                rows: right.rows - objectives - snapshots))
        drawSnapshots(
            Rect(column: right.column, row: right.endRow - snapshots, columns: right.columns, rows: snapshots))
    }

    /// The same one below the other, for small screens.
    mutating func drawNarrow(_ body: Rect) {
        let detail = 5
        // The list takes what it needs; the objectives want the rest.
        let list = max(5, min((state.status?.injects.count ?? 0) + 2, body.rows - detail - 5))
        let below = body.rows - detail - list
        drawInjects(Rect(column: 0, row: body.row, columns: body.columns, rows: list))
        drawSelected(Rect(column: 0, row: body.row + list, columns: body.columns, rows: detail))
        let half = body.columns / 2
        drawObjectives(Rect(column: 0, row: body.endRow - below, columns: half, rows: below), lines: 1)
        drawActions(Rect(column: half, row: body.endRow - below, columns: body.columns - half, rows: below))
    }

    private mutating func box(_ rect: Rect, _ title: String, note: String = "", focused: Bool = false) -> Rect {
        drawBox(rect, title: title, note: note, focused: focused)
        return rect.inset(columns: 2, rows: 1)
    }

    // MARK: Injects

    private mutating func drawInjects(_ rect: Rect) {
        guard let status = state.status else {
            _ = box(rect, words.exercise.injects, focused: true)
            return
        }
        let fired = status.injects.count { $0.fired != nil }
        let inside = box(
            rect, words.exercise.injects, note: "\(fired)/\(status.injects.count)", focused: true)
        window.follow(selection: state.selected, count: status.injects.count, rows: inside.rows, margin: 1)
        if status.injects.isEmpty { write(words.exercise.noInject, inside.line(0), .textDim) }
        for index in window.visible {
            drawInject(status.injects[index], inside, index - window.offset, chosen: index == state.selected)
        }
    }

    private mutating func drawInject(_ inject: ControlStatus.Inject, _ inside: Rect, _ line: Int, chosen: Bool) {
        let row = inside.row + line
        let wide = Rect(column: inside.column - 1, row: row, columns: inside.columns + 2, rows: 1)
        if chosen { grid.fill(wide, style: style(.selection)) }
        func look(_ role: Role) -> Style { chosen ? theme.selected(style(role)) : style(role) }
        let (mark, role) = mark(inject)
        let when = when(inject)
        let done = outcome(inject)
        let whenColumns = 16
        let doneColumns = inside.columns >= 70 ? 20 : 15
        let titleColumns = max(4, inside.columns - whenColumns - doneColumns - 4)
        grid.write(chosen ? glyphs.arrow : " ", column: wide.column, row: row, columns: 1, style: look(.textStrong))
        grid.write(mark, column: inside.column, row: row, columns: 1, style: look(role))
        grid.write(
            fitted(when, columns: whenColumns - 1), column: inside.column + 2, row: row, columns: whenColumns - 1,
            style: look(inject.fired == nil ? .text : .textDim))
        grid.write(
            fitted(state.text(inject.title), columns: titleColumns - 1), column: inside.column + 2 + whenColumns,
            row: row,
            columns: titleColumns - 1, style: look(inject.fired == nil ? .textStrong : .text))
        grid.write(
            fitted(done, columns: doneColumns), column: inside.column + 2 + whenColumns + titleColumns, row: row,
            columns: max(0, inside.endColumn - (inside.column + 2 + whenColumns + titleColumns)), style: look(role))
    }

    /// A shape for each state, so that no colour is needed to tell them apart.
    private func mark(_ inject: ControlStatus.Inject) -> (String, Role) {
        guard inject.fired != nil else { return (glyphs.circle, .textDim) }
        guard inject.expected != nil else { return (glyphs.check, .textDim) }
        return inject.answered != nil ? (glyphs.check, .noticeGood) : (glyphs.disc, .noticeWarning)
    }

    private func when(_ inject: ControlStatus.Inject) -> String {
        if let fired = inject.fired { return time(fired, seconds: true) }
        if let planned = inject.planned { return time(planned) }
        return inject.condition.map(state.text) ?? ""
    }

    private func outcome(_ inject: ControlStatus.Inject) -> String {
        guard let fired = inject.fired else { return words.exercise.injectPlanned }
        guard inject.expected != nil else { return words.exercise.injectHappened }
        guard let answered = inject.answered else { return words.exercise.notAnswered }
        let seconds = max(0, answered - fired) / 1000
        return words.exercise.answered(after: "\(seconds / 60):\(two(seconds % 60))")
    }

    private func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }

    private mutating func drawSelected(_ rect: Rect) {
        let inside = box(rect, state.inject.map { $0.id } ?? words.exercise.selectedTitle)
        guard let inject = state.inject else { return }
        var line = 0
        let say = words.exercise
        var parts: [(String, String)] = []
        if let expected = inject.expected { parts.append((say.expected, state.text(expected))) }
        if let note = inject.note { parts.append((say.evaluator, state.text(note))) }
        if inject.fired == nil, let condition = inject.condition {
            parts.append((say.waitsFor, state.text(condition)))
        }
        if parts.isEmpty { parts = [("", state.text(inject.title))] }
        let room = max(1, inside.rows / parts.count)
        for (name, text) in parts {
            let columns = name.isEmpty ? 0 : 10
            write(name, inside.line(line), .textDim)
            for piece in wrapped(text, columns: max(1, inside.columns - columns), limit: room) where line < inside.rows
            {
                grid.write(
                    piece, column: inside.column + columns, row: inside.row + line, columns: inside.columns - columns,
                    style: style(.text))
                line += 1
            }
        }
    }

    // MARK: Objectives, actions, snapshots

    private mutating func drawObjectives(_ rect: Rect, lines: Int) {
        let inside = box(rect, words.exercise.objectivesTitle)
        var line = 0
        for objective in state.status?.objectives ?? [] where line < inside.rows {
            let (mark, role): (String, Role) =
                switch objective.met {
                case true?: (glyphs.check, .noticeGood)
                case false?: ("!", .noticeWarning)
                case nil: (glyphs.dash, .textDim)
                }
            write(mark, inside.line(line), role)
            let title = state.text(objective.title)
            grid.write(
                title, column: inside.column + 2, row: inside.row + line, columns: inside.columns - 2,
                style: style(objective.met == nil ? .textDim : .text))
            line += 1
            if lines > 1, line < inside.rows {
                write("  " + state.text(objective.evidence), inside.line(line), .textDim)
                line += 1
            }
        }
    }

    private mutating func drawActions(_ rect: Rect) {
        guard rect.rows > 2 else { return }
        let inside = box(rect, words.exercise.actionsTitle)
        for (line, action) in (state.status?.actions ?? []).prefix(inside.rows).enumerated() {
            grid.write(
                time(action.at, seconds: true), column: inside.column, row: inside.row + line, columns: inside.columns,
                style: style(.activityTime))
            grid.write(
                state.text(action.text), column: inside.column + 9, row: inside.row + line,
                columns: max(0, inside.columns - 9), style: style(.text))
        }
    }

    private mutating func drawSnapshots(_ rect: Rect) {
        guard rect.rows > 2 else { return }
        let inside = box(rect, words.exercise.snapshotsTitle)
        let snapshots = state.status?.snapshots ?? []
        if snapshots.isEmpty {
            write(words.exercise.noSnapshots(keys.text(of: .keepSnapshot)), inside.line(0), .textDim)
        }
        for (line, snapshot) in snapshots.suffix(inside.rows).reversed().enumerated() {
            write(
                "\(time(snapshot.at, seconds: true)) \(snapshot.name)  #\(snapshot.position)", inside.line(line), .text)
        }
    }

    // MARK: Help

    mutating func drawHelp(_ body: Rect) {
        let rows = keys.help
        let width = min(body.columns - 4, 66)
        let height = min(body.rows, rows.count + 2)
        let rect = Rect(
            column: (body.columns - width) / 2, row: body.row + (body.rows - height) / 2, columns: width, rows: height)
        let inside = drawPopup(
            rect, title: words.exercise.keysTitle, note: words.mode(.exercise), noteStyle: style(.modeExercise))
        for (line, row) in rows.prefix(inside.rows).enumerated() {
            let place = inside.line(line)
            grid.write(
                row.key, column: place.column, row: place.row, columns: 12, style: style(.key, on: .popup))
            grid.write(
                row.label, column: place.column + 13, row: place.row, columns: max(0, place.columns - 13),
                style: style(.text, on: .popup))
        }
    }
}
