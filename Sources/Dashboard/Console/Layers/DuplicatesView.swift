import DispatchModel
import DispatchPolicy
import Formats
import TerminalKit
import Themes
import Wording

/// An incident beside those that seem to be the same event.
package struct DuplicatesView: Sendable {
    /// The incident.
    package var incident: IncidentID
    /// The others, the likeliest first.
    package var choices: [DuplicateProposal]
    /// Which of them the cursor is on.
    package var cursor = 0
    /// Something to say in the last line in place of the hints, such as a refusal.
    package var message: Notice?
    /// The keys that help here.
    package var hints: [KeyHint] = []
    /// What each of the incidents meant when the popup was opened.
    var drawn: [IncidentID: DrawnMeaning] = [:]

    /// Creates the view.
    package init(incident: IncidentID, choices: [DuplicateProposal]) {
        self.incident = incident
        self.choices = choices
    }

    /// The other incident that the cursor is on.
    package var chosen: DuplicateProposal? { choices.indices.contains(cursor) ? choices[cursor] : nil }

    /// Which incident goes into which when the two are merged: the one reported first survives.
    package static func direction(_ one: Incident, _ other: Incident) -> (from: Incident, into: Incident) {
        (one.received, one.id) < (other.received, other.id) ? (other, one) : (one, other)
    }
}

extension DuplicatesView: Layer {
    var mode: Mode? { .duplicates }
    var decides: Bool { true }

    /// Opens an incident beside those that seem to be the same event. After a refusal it says why, and means things as
    /// they are now.
    static func open(_ id: IncidentID, saying: Notice? = nil, on console: Console) {
        let words = console.words
        guard let incident = console.board.incidents[id] else {
            return console.say(.warning, words.notOnBoard(words.number(id)))
        }
        let open = console.board.openProposals(of: incident)
        guard !open.isEmpty else {
            return console.say(
                .info, console.core.policy.duplicates == nil ? words.duplicatesOff : words.nothingAlike(id))
        }
        var duplicates = DuplicatesView(incident: id, choices: open)
        for other in [id] + open.map(\.other) {
            let seen = saying == nil ? console.meaning(.incident(other)).first : nil
            duplicates.drawn[other] = seen ?? Orders.meaning(.incident(other), on: console.core.head)
        }
        duplicates.message = saying
        console.layers.open(duplicates)
    }

    mutating func run(_ name: CommandName, _ argument: String, on console: Console) -> LayerAnswer {
        switch name {
        case .accept: return showChosen(on: console)
        case .merge: return merge(on: console)
        case .crossReference: return chosen.map { give(.link(incident, $0.other), on: console) } ?? .stays
        case .notSame: return chosen.map { give(.dismissDuplicate(incident, with: $0.other), on: console) } ?? .stays
        default:
            // What else is done to an incident is not done under the two that are being compared.
            if name != .joinReport, Catalogue.entry(name).group == .incident { return .stays }
            return runCommon(name, on: console)
        }
    }

    mutating func move(by distance: Int, on console: Console) { cursor = moved(cursor, distance, choices.count) }

    mutating func choose(row: Int, on console: Console) -> LayerAnswer {
        if choices.indices.contains(row) { cursor = row }
        return .stays
    }

    /// Enter shows the other incident, which changes nothing.
    private func showChosen(on console: Console) -> LayerAnswer {
        guard let other = chosen?.other else { return .stays }
        console.navigation.select(.incident(other))
        return .closes
    }

    /// The younger goes into the older. Only when both have units is it asked: those come together then.
    private mutating func merge(on console: Console) -> LayerAnswer {
        let (board, words) = (console.board, console.words)
        guard let other = chosen?.other, let one = board.incidents[incident], let another = board.incidents[other]
        else {
            return .stays
        }
        let (from, into) = DuplicatesView.direction(one, another)
        if let closed = [from, into].first(where: { !$0.isOpen }) {
            message = Notice(.warning, words.mergeNeedsOpen(closed.id))
            return .stays
        }
        let command = Command.merge(from.id, into: into.id)
        guard !from.openAssignments.isEmpty, !into.openAssignments.isEmpty else { return give(command, on: console) }
        let (yes, no) = (console.keyText(.yes, in: .confirm), console.keyText(.no, in: .confirm))
        console.layers.open(
            ConfirmView(
                question: words.mergeQuestion(from.id, into: into.id, on: board),
                details: [from, into].map { words.mergeUnits($0, on: board) },
                buttons: [KeyHint(no, words.cancelButton), KeyHint(yes, words.action(command.name))],
                action: GiveOrder(request: CommandRequest(command, by: console.actor, drawn: seen))))
        return .closes
    }

    /// Refused, the popup is opened again with what has changed; given again it counts.
    private func give(_ command: Command, on console: Console) -> LayerAnswer {
        let verdict = console.order([CommandRequest(command, by: console.actor, drawn: seen)])
        if !verdict.isDone { DuplicatesView.open(incident, saying: verdict.notice, on: console) }
        return .closes
    }

    /// What the two incidents meant when the popup was drawn.
    private var seen: [DrawnMeaning] { [incident, chosen?.other].compactMap { $0.flatMap { drawn[$0] } } }

    /// The keys of the popup, what decides first.
    mutating func refresh(on console: Console) {
        let words = console.words
        let named: [(CommandName, String)] = [
            (.merge, words.action("merge")), (.crossReference, words.action("cross-reference")),
            (.notSame, words.action("dismiss-duplicate")), (.accept, words.showOther),
        ]
        let own = named.map { KeyHint(console.keyText($0, in: .duplicates), $1) }
        hints = own + console.keyHints.hints().filter { hint in !own.contains { $0.key == hint.key } }
    }
}

// MARK: - On the screen

extension DuplicatesView {
    /// The popup in which an operator decides: the incident, those that seem the same, and below them what the chosen
    /// two say and what the keys would do.
    func draw(into frame: inout Frame) {
        let words = frame.words
        guard let incident = frame.board.incidents[self.incident] else { return }
        let columns = min(132, frame.layout.size.columns - 4)
        let rows = min(choices.count + 2, max(3, frame.layout.size.rows - 12))
        let facts = compared(incident, columns: min(columns, frame.layout.body.columns - 4), in: frame)
        let inside = frame.drawPopup(
            columns: columns, rows: rows + max(4, facts.count) + 3, place: .centre,
            title: "\(words.number(incident.id)) \(words.type(of: incident, on: frame.board))",
            note: words.label(.duplicates))
        let list = Rect(column: inside.column, row: inside.row, columns: inside.columns, rows: min(rows, inside.rows))
        drawAlike(incident, list, into: &frame)
        let first = frame.firstShown(cursor: cursor, count: choices.count, rows: list.rows - 2)
        frame.drawBeyond(first, rows: list.rows - 2, of: choices.count, inside)
        let below = Rect(
            column: inside.column, row: list.endRow, columns: inside.columns, rows: max(0, inside.rows - rows))
        for (index, fact) in facts.enumerated() where index + 1 < below.rows - 1 {
            frame.writePopup(fact, below.line(index + 1))
        }
        frame.drawPopupFoot(message, hints: hints, inside)
    }

    private func columns(in frame: Frame) -> [TableColumn] {
        let isChinese = frame.words.language == .chinese
        return [
            TableColumn(.likeness, isChinese ? 6 : 5, 6, importance: 99, alignment: .trailing),
            TableColumn(.number, 5, 7, importance: 100),
            TableColumn(.priority, isChinese ? 6 : 4, 6, importance: 80),
            TableColumn(.age, 7, 8, importance: 90, alignment: .trailing),
            TableColumn(.stage, 8, isChinese ? 8 : 12, importance: 85),
            TableColumn(.type, 12, 24, grows: 2, importance: 95),
            TableColumn(.place, 12, 60, grows: 3, importance: 92),
            TableColumn(.distance, 6, 7, importance: 88, alignment: .trailing),
            TableColumn(.units, 6, 14, grows: 1, importance: 70),
        ]
    }

    /// The incident itself in the first row, then the others.
    private func drawAlike(_ incident: Incident, _ area: Rect, into frame: inout Frame) {
        let words = frame.words
        let table = table([incident.id] + choices.map(\.other), area, in: frame)
        for place in table.places where area.rows > 0 {
            let rect = Rect(column: place.column, row: area.row, columns: place.columns, rows: 1)
            frame.writeAligned(words.header(place.name), rect, place.alignment, frame.popupStyle(.header))
            drawAlike(nil, incident, place, area.line(1), chosen: false, into: &frame)
        }
        let rows = max(0, area.rows - 2)
        let first = frame.firstShown(cursor: cursor, count: choices.count, rows: rows)
        for (index, choice) in choices.dropFirst(first).prefix(rows).enumerated() {
            let line = area.line(index + 2)
            let chosen = first + index == cursor
            frame.drawPopupRow(line, chosen: chosen, index: first + index)
            guard let other = frame.board.incidents[choice.other] else {
                let gone = "\(words.number(choice.other)) \(words.noLongerOnBoard)"
                frame.writePopup(RichText(gone, .textDim), line, chosen: chosen)
                continue
            }
            for place in table.places { drawAlike(choice, other, place, line, chosen: chosen, into: &frame) }
        }
    }

    private func drawAlike(
        _ proposal: DuplicateProposal?, _ incident: Incident, _ place: ColumnTable.Place, _ line: Rect, chosen: Bool,
        into frame: inout Frame
    ) {
        let words = frame.words
        guard line.rows > 0 else { return }
        func write(_ text: String, _ role: Role) {
            frame.cell(text, place, line, role, chosen: chosen)
        }
        switch place.name {
        case .likeness: write(proposal.map { words.likeness($0.likeness) } ?? "", .textStrong)
        case .number: write(words.number(incident.id), .textStrong)
        case .priority:
            let shape = frame.shape(incident.priority)
            write(
                (shape.isEmpty ? "  " : shape + " ") + words.priority(incident.priority), frame.role(incident.priority))
        case .age: frame.ageCell(frame.age(of: incident), place, line, chosen: chosen)
        case .stage: write(words.progress(of: incident, now: frame.now), frame.role(incident.progress))
        case .type: write(words.type(of: incident, on: frame.board), .text)
        case .place: write(incident.place[frame.words.language], .text)
        case .distance: write(proposal.map { words.distance($0.metres) } ?? "", .textDim)
        case .units:
            let units = incident.openAssignments.map { words.callsign($0.unit, on: frame.board) }
            write(
                units.isEmpty ? frame.glyphs.dash : frame.names(units, columns: place.columns),
                units.isEmpty ? .textDim : .textLink
            )
        default: return
        }
    }

    /// Why the chosen one seems the same, the places where the rows have no room for them, what the first callers of both said,
    /// and what a merge would do; each in as many lines as it needs.
    private func compared(_ incident: Incident, columns: Int, in frame: Frame) -> [RichText] {
        let words = frame.words
        guard let choice = chosen, let other = frame.board.incidents[choice.other] else { return [] }
        let both = [incident, other]
        var facts = [RichText("\(frame.glyphs.alike) \(words.alikeBecause(choice))", .noticeWarning)]
        let known = [incident.id] + choices.map(\.other)
        let room = table(known, Rect(column: 0, row: 0, columns: columns, rows: 1), in: frame).places.first {
            $0.name == .place
        }
        if both.contains(where: { TextWidth.columns(of: $0.place[frame.words.language]) > room?.columns ?? 0 }) {
            facts += both.map {
                RichText(numbered($0, in: frame), .textDim).then($0.place[frame.words.language], .textStrong)
            }
        }
        facts += both.map { one in
            let first = one.reports.first
            let said = first.map { $0.text.isEmpty ? words.noText : $0[words.language] } ?? frame.glyphs.dash
            return RichText(numbered(one, in: frame), .textDim)
                .then(first.map { words.clockMinutes($0.at) + " " } ?? "", .activityTime).then(said, .text)
        }
        let (from, into) = DuplicatesView.direction(incident, other)
        if let closed = [from, into].first(where: { !$0.isOpen }) {
            facts.append(RichText(words.mergeNeedsOpen(closed.id), .noticeWarning))
        } else {
            facts.append(RichText(frame.glyphs.arrow + " ", .textDim).then(words.mergePreview(from, into: into), .text))
        }
        return facts.flatMap { $0.broken(columns: columns, indent: 8).prefix(3) }
    }

    private func numbered(_ incident: Incident, in frame: Frame) -> String {
        fitted(frame.words.number(incident.id), columns: 7) + " "
    }

    private func table(_ known: [IncidentID], _ area: Rect, in frame: Frame) -> ColumnTable {
        let wide = Rect(
            column: area.column - ColumnTable.gutter + 1, row: area.row, columns: area.columns + ColumnTable.gutter,
            rows: area.rows
        )
        let rows = IncidentRow.rows(known, in: frame)
        let fitted = frame.fitting(IncidentRow.prose(of: rows, in: frame), columns(in: frame))
        return ColumnTable(frame.holding(IncidentRow.widths(of: rows, in: frame), fitted, in: wide), area: wide)
    }
}
