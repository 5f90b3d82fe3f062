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
        grid.drawBox(
            rect, style: style(focused ? .borderFocused : .border), glyphs: glyphs, title: title,
            titleStyle: style(focused ? .titleFocused : .title), note: note, noteStyle: style(.titleNote))
        return rect.inset(columns: 2, rows: 1)
    }

    // MARK: Injects

    private mutating func drawInjects(_ rect: Rect) {
        guard let status = state.status else {
            _ = box(rect, words.pick("Injects", "注入"), focused: true)
            return
        }
        let fired = status.injects.count { $0.fired != nil }
        let inside = box(
            rect, words.pick("Injects", "注入"), note: "\(fired)/\(status.injects.count)", focused: true)
        window.follow(selection: state.selected, count: status.injects.count, rows: inside.rows, margin: 1)
        if status.injects.isEmpty { write(words.pick("none", "无"), inside, 0, .textDim) }
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
        let whenColumns = words.pick(english: 16, chinese: 16)
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
        guard let fired = inject.fired else { return words.pick("planned", "待发生") }
        guard inject.expected != nil else { return words.pick("happened", "已发生") }
        guard let answered = inject.answered else { return words.pick("not answered", "未处置") }
        let seconds = max(0, answered - fired) / 1000
        return words.pick("answered +\(seconds / 60):\(two(seconds % 60))", "已处置 +\(seconds / 60):\(two(seconds % 60))")
    }

    private func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }

    private mutating func drawSelected(_ rect: Rect) {
        let inside = box(rect, state.inject.map { $0.id } ?? words.pick("Selected", "所选"))
        guard let inject = state.inject else { return }
        var line = 0
        func label(_ english: String, _ chinese: String) -> String { words.pick(english, chinese) }
        var parts: [(String, String)] = []
        if let expected = inject.expected { parts.append((label("expected", "预期"), state.text(expected))) }
        if let note = inject.note { parts.append((label("evaluator", "评估"), state.text(note))) }
        if inject.fired == nil, let condition = inject.condition {
            parts.append((label("waits for", "等待"), state.text(condition)))
        }
        if parts.isEmpty { parts = [("", state.text(inject.title))] }
        let room = max(1, inside.rows / parts.count)
        for (name, text) in parts {
            let columns = name.isEmpty ? 0 : 10
            write(name, inside, line, .textDim)
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
        let inside = box(rect, words.pick("Objectives so far", "目标现状"))
        var line = 0
        for objective in state.status?.objectives ?? [] where line < inside.rows {
            let (mark, role): (String, Role) =
                switch objective.met {
                case true?: (glyphs.check, .noticeGood)
                case false?: ("!", .noticeWarning)
                case nil: (glyphs.dash, .textDim)
                }
            write(mark, inside, line, role)
            let title = state.text(objective.title)
            grid.write(
                title, column: inside.column + 2, row: inside.row + line, columns: inside.columns - 2,
                style: style(objective.met == nil ? .textDim : .text))
            line += 1
            if lines > 1, line < inside.rows {
                write("  " + state.text(objective.evidence), inside, line, .textDim)
                line += 1
            }
        }
    }

    private mutating func drawActions(_ rect: Rect) {
        guard rect.rows > 2 else { return }
        let inside = box(rect, words.pick("Player's last actions", "受训者最近操作"))
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
        let inside = box(rect, words.pick("Snapshots", "快照"))
        let snapshots = state.status?.snapshots ?? []
        if snapshots.isEmpty { write(words.pick("none · s keeps one", "无 · s 保存"), inside, 0, .textDim) }
        for (line, snapshot) in snapshots.suffix(inside.rows).reversed().enumerated() {
            write("\(time(snapshot.at, seconds: true)) \(snapshot.name)  #\(snapshot.position)", inside, line, .text)
        }
    }

    private mutating func write(_ text: String, _ inside: Rect, _ line: Int, _ role: Role) {
        guard line < inside.rows else { return }
        grid.write(text, column: inside.column, row: inside.row + line, columns: inside.columns, style: style(role))
    }

    // MARK: Help

    mutating func drawHelp(_ body: Rect) {
        let rows = InstructorFrame.help(words)
        let width = min(body.columns - 4, 66)
        let height = min(body.rows, rows.count + 2)
        let rect = Rect(
            column: (body.columns - width) / 2, row: body.row + (body.rows - height) / 2, columns: width, rows: height)
        grid.fill(rect, style: style(.popup))
        grid.drawBox(
            rect, style: style(.popupBorder), glyphs: glyphs, title: words.pick("Keys", "按键"),
            titleStyle: style(.popupTitle), note: words.mode(.exercise), noteStyle: style(.modeExercise))
        for (line, row) in rows.prefix(max(0, height - 2)).enumerated() {
            grid.write(
                row.0, column: rect.column + 2, row: rect.row + 1 + line, columns: 12, style: style(.key, on: .popup))
            grid.write(
                row.1, column: rect.column + 15, row: rect.row + 1 + line, columns: max(0, width - 17),
                style: style(.text, on: .popup))
        }
    }

    /// Every key and what it does.
    static func help(_ words: Words) -> [(String, String)] {
        words.pick(
            english: [
                ("j k, arrows", "choose an inject"), ("i, Enter", "let the chosen inject happen now"),
                ("p, Space", "hold the clock, let it run"), ("[ ] S", "slower, faster, a speed"),
                ("n", "to the next thing that happens"), ("J", "run ahead: 10m, 1h30m, 14:05"),
                ("m", "tell the player something"), ("o", "take a unit out: 3A12 flat tyre"),
                ("s", "keep a snapshot"), ("b", "go back to a snapshot, in a store of its own"),
                ("e", "end the drill"), ("L T", "language, theme"), ("q", "leave; the drill goes on"),
            ],
            chinese: [
                ("j k、方向键", "选择注入"), ("i、Enter", "所选注入立即发生"), ("p、空格", "暂停、继续"), ("[ ] S", "减速、加速、指定速度"),
                ("n", "到下一事件"), ("J", "快进：10m、1h30m、14:05"), ("m", "告知受训者"), ("o", "停用单元：3A12 爆胎"),
                ("s", "保存快照"), ("b", "回到快照（另存为新的演练）"), ("e", "结束演练"), ("L T", "语言、主题"),
                ("q", "离开，演练继续"),
            ])
    }
}
