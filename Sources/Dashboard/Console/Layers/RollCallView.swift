import DispatchModel
import DispatchPolicy
import Formats
import TerminalKit
import Themes
import Wording

/// The roll call (电台点名): every crew on duty, called over the radio one after another, a key each.
///
/// What was noted goes into the journal as one action. Left half way it is kept, and goes on where it was.
struct RollCallView {
    /// The crews on duty, by callsign.
    private(set) var units: [UnitID] = []
    /// What was noted of each.
    private(set) var noted: [UnitID: Bool] = [:]
    /// Which of them the cursor is on.
    private(set) var cursor = 0
    /// True once it was said that some were not called: the same key again records the others.
    private var isPartialTold = false
    /// Something to say in the last line in place of the hints.
    var message: Notice?
    /// The keys that help here.
    private(set) var hints: [KeyHint] = []

    /// How many were called.
    var called: Int { units.count { noted[$0] != nil } }

    /// Takes the crews on duty as they are now. A crew that was noted stays until it is recorded, whatever has become of it
    /// meanwhile, as its status says; the cursor stays on its crew.
    mutating func update(_ board: Board) {
        let chosen = units.indices.contains(cursor) ? units[cursor] : nil
        let listed = board.units.elements.filter { unit in
            noted[unit.id] != nil || (unit.status != .outOfService && unit.status != .emergency)
        }
        units = listed.sorted { ($0.callsign, $0.id) < ($1.callsign, $1.id) }.map(\.id)
        let known = Set(units)
        noted = noted.filter { known.contains($0.key) }
        cursor = max(0, min(chosen.flatMap(units.firstIndex(of:)) ?? cursor, units.count - 1))
    }

    /// Notes whether the crew under the cursor answers, and goes on to the next one that was not called.
    mutating func note(_ answers: Bool?) {
        guard units.indices.contains(cursor) else { return }
        isPartialTold = false
        noted[units[cursor]] = answers
        if answers != nil { goToNext(after: cursor) }
    }

    private mutating func goToNext(after row: Int) {
        let open = units.indices.filter { noted[units[$0]] == nil }
        if let next = open.first(where: { $0 > row }) ?? open.first { cursor = next }
    }
}

extension RollCallView: Layer {
    var mode: Mode? { .rollCall }
    var decides: Bool { true }

    /// Opens the roll call, where it was left if it was.
    static func open(on console: Console) {
        guard !console.isInThePast else { return console.say(.warning, console.words.notInThePast(console.now)) }
        console.asking.close()
        var view = console.keyboard.drafts.rollCall ?? RollCallView()
        view.isPartialTold = false
        view.update(console.board)
        if view.noted.isEmpty {
            view.cursor = 0
        } else {
            view.goToNext(after: -1)
            view.message = Notice(.info, console.words.goesOnWhereLeft)
        }
        console.layers.open(view)
    }

    func leave(on console: Console) { console.keyboard.drafts.keep(self) }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        message = nil
        switch name {
        case .crewAnswers: note(true)
        case .crewSilent: note(false)
        case .clearCrewAnswer: note(nil)
        case .accept: return record(on: console)
        default: return runCommon(name, on: console)
        }
        console.keyboard.drafts.keep(self)
        return .stays
    }

    /// Everything that was noted becomes one action. Where crews were not called, that is said first.
    private mutating func record(on console: Console) -> LayerAnswer {
        guard called > 0 || units.isEmpty else {
            goToNext(after: -1)
            return .stays
        }
        guard !units.isEmpty else { return .closes }
        if called < units.count, !isPartialTold {
            isPartialTold = true
            let say = PersonnelWords(console.words)
            let key = console.keyText(.accept, in: .rollCall)
            message = Notice(.warning, say.notCalled(units.count - called, key: key))
            goToNext(after: -1)
            return .stays
        }
        let answered = units.filter { noted[$0] == true }
        let missed = units.filter { noted[$0] == false }
        let verdict = console.give([
            CommandRequest(.callRoll(answered: answered, missed: missed), by: console.actor)
        ])
        guard verdict.isDone else {
            message = verdict.notice
            return .stays
        }
        console.keyboard.drafts.forgetRollCall()
        return .closes
    }

    func page(of rows: Int) -> Int? { max(1, rows - 10) }

    mutating func move(by distance: Int, on console: Console) {
        message = nil
        isPartialTold = false
        cursor = moved(cursor, distance, units.count)
    }

    mutating func choose(row: Int, on console: Console) -> LayerAnswer {
        if units.indices.contains(row) { cursor = row }
        return .stays
    }

    mutating func refresh(on console: Console) {
        update(console.board)
        var own = [CommandName.crewAnswers, .crewSilent].map { name in
            KeyHint(
                console.keyText(name, in: .rollCall), Catalogue.entry(name).hint?.label[console.words.language] ?? "")
        }
        own.append(KeyHint(console.keyText(.accept, in: .rollCall), PersonnelWords(console.words).recordRollCall))
        hints = own + console.keyHints.hints().filter { hint in !own.contains { $0.key == hint.key } }
    }

    func rowsInSight(_ layout: Layout) -> Range<Int> {
        layout.inSight(cursor: cursor, count: units.count, rows: Self.rows(layout, units.count))
    }

    /// How many rows the list has on a screen: what is left of the popup by its last line.
    private static func rows(_ layout: Layout, _ count: Int) -> Int {
        max(1, min(count, layout.body.rows - 4))
    }
}

// MARK: - On the screen

extension RollCallView {
    func draw(into frame: inout Frame) {
        let say = PersonnelWords(frame.words)
        let rows = Self.rows(frame.layout, units.count)
        let inside = frame.drawPopup(
            columns: min(96, frame.layout.size.columns - 4), rows: rows + 2, place: .centre, title: say.rollCallTitle,
            note: say.called(called, of: units.count))
        guard inside.rows > 0 else { return }
        if units.isEmpty { frame.writePopup(RichText(say.nobodyOnDuty, .text), inside.line(0)) }
        let shown = rowsInSight(frame.layout)
        let texts = shown.map { text(of: units[$0], say, in: frame) }
        let widths = (
            answer: [true, false].map { TextWidth.columns(of: say.answer($0)) }.max() ?? 0,
            callsign: texts.map { TextWidth.columns(of: $0.callsign) }.max() ?? 0,
            kind: texts.map { TextWidth.columns(of: $0.kind) }.max() ?? 0,
            status: texts.map { TextWidth.columns(of: $0.status) }.max() ?? 0
        )
        for (line, row) in shown.enumerated() where line < min(rows, inside.rows) {
            let place = inside.line(line)
            let text = texts[line]
            frame.drawPopupRow(place, chosen: row == cursor, index: row)
            frame.writePopup(
                RichText(fitted(text.mark + " " + text.answer, columns: widths.answer + 2) + "  ", text.role)
                    .then(fitted(text.callsign, columns: widths.callsign) + "  ", .textStrong)
                    .then(fitted(text.kind, columns: widths.kind) + "  ", .textDim)
                    .then(fitted(text.status, columns: widths.status) + "  ", text.statusRole)
                    .then(text.where, .textDim), place, chosen: row == cursor)
        }
        frame.drawBeyond(shown.lowerBound, rows: shown.count, of: units.count, inside)
        frame.drawPopupFoot(message, hints: hints, inside)
    }

    /// What stands in a row.
    private struct Cells {
        var mark = "", answer = "", callsign = "", kind = "", status = "", `where` = ""
        var role = Role.textDim
        var statusRole = Role.text
    }

    private func text(of id: UnitID, _ say: PersonnelWords, in frame: Frame) -> Cells {
        guard let unit = frame.board.units[id] else { return Cells() }
        let answered = noted[id]
        var cells = Cells()
        cells.mark = answered.map { $0 ? frame.glyphs.check : "!" } ?? frame.glyphs.circle
        cells.answer = say.answer(answered)
        cells.role = answered.map { $0 ? .noticeGood : .noticeWarning } ?? .textDim
        cells.callsign = unit.callsign
        cells.kind = frame.words.kind(unit.kind)
        cells.status = "\(frame.shape(unit.status)) \(frame.words.status(unit.status))"
        cells.statusRole = frame.role(unit.status)
        let task = unit.incident.map(frame.words.number)
        let beat = unit.homeBeat.isEmpty ? "" : frame.words.beat(unit.homeBeat, on: frame.board)
        cells.where = [task ?? "", beat].filter { !$0.isEmpty }.joined(separator: "  ")
        return cells
    }
}
