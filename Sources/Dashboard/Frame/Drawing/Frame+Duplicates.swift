import DispatchModel
import DispatchPolicy
import Formats
import TerminalKit
import Themes
import Wording

extension Frame {
    /// The sign of two things that seem to be the same.
    var alikeSign: String { glyphs == .ascii ? "~" : "≈" }

    /// The mark of a row whose incident seems to be the same event as another: `≈#4821`; nil when nobody is to be asked.
    func alikeMark(of incident: Incident) -> String? {
        guard !incident.proposals.isEmpty, let first = board.openProposals(of: incident).first else { return nil }
        return alikeSign + words.number(first.other)
    }

    /// An incident's type in its row, behind the mark of a possible duplicate.
    mutating func drawType(
        of incident: Incident, from feed: String?, _ place: ColumnTable.Place, _ line: Rect, _ look: RowLook,
        _ role: Role
    ) {
        var rest = place
        if let mark = alikeMark(of: incident), TextWidth.columns(of: mark) < place.columns {
            let used = grid.write(
                mark + " ", column: place.column, row: line.row, columns: place.columns,
                style: rowStyle(.noticeWarning, look))
            rest.column += used
            rest.columns = max(0, rest.columns - used)
        }
        guard rest.columns > 0 else { return }
        var tags: [CellTag] = []
        if let call = callback(of: incident, columns: rest.columns) {
            tags.append(CellTag(text: call, role: .noticeNew))
        }
        if let mark = silenceTag(ofFeed: feed) { tags.append(mark) }
        cell(words.type(of: incident, on: board), tags: tags, rest, line, role, look)
    }

    /// Which call the newest one about an open incident was, while it is new or nobody has looked at its words; nil for none.
    /// Short where room is short.
    private func callback(of incident: Incident, columns: Int) -> String? {
        guard incident.isOpen, let last = incident.reports.last, incident.reports.count > 1 else { return nil }
        let isRecent = now - last.at < view.callbackFor
        guard isRecent || view.unheard.contains(incident.id) else { return nil }
        let number = incident.reports.count
        return columns >= 14 ? words.call(number) : "\(number)\(glyphs.moreBelow)"
    }

    /// In the detail: the likeliest others, each with why, and what the operator may do.
    func duplicateFacts(of incident: Incident, columns: Int) -> [RichText] {
        let open = board.openProposals(of: incident)
        guard !open.isEmpty else { return [] }
        var lines: [RichText] = []
        for proposal in open {
            guard let other = board.incidents[proposal.other] else { continue }
            let head = "\(alikeSign) \(words.number(other.id)) \(words.type(other.type, on: board)) "
            let text = words.alikeBecause(proposal)
            let indent = min(TextWidth.columns(of: head), max(0, columns / 2))
            for (index, part) in wrapped(text, columns: max(8, columns - indent), limit: 3).enumerated() {
                let start = index == 0 ? fitted(head, columns: indent) : String(repeating: " ", count: indent)
                lines.append(RichText(start, .noticeWarning).then(part, .text))
            }
        }
        return lines
    }

    /// In the detail: what happened here before.
    func earlierFacts(of incident: Incident, columns: Int) -> [RichText] {
        guard let earlier = view.earlier, earlier.incident == incident.id, !earlier.shown.isEmpty else { return [] }
        var texts = earlier.shown.compactMap { id in
            board.incidents[id].map { words.earlier($0, on: board, now: now) }
        }
        if earlier.more > 0 { texts.append(words.moreEarlier(earlier.more)) }
        let label = words.label(.earlierHere)
        let indent = max(10, TextWidth.columns(of: label)) + 1
        return texts.enumerated().flatMap { index, text in
            let head = index == 0 ? fitted(label, columns: indent - 1) + " " : String(repeating: " ", count: indent)
            return [RichText(head, .textDim).then(text, .text)]
        }
    }

    /// The popup in which an operator decides: the incident, those that seem the same, and below them what the chosen
    /// two say and what the keys would do.
    mutating func drawDuplicates(_ duplicates: DuplicatesView) {
        guard let incident = board.incidents[duplicates.incident] else { return }
        let columns = min(132, layout.size.columns - 4)
        let rows = min(duplicates.choices.count + 2, max(3, layout.size.rows - 12))
        let facts = compared(duplicates, incident, columns: min(columns, layout.body.columns - 4))
        let inside = drawPopup(
            columns: columns, rows: rows + max(4, facts.count) + 3, place: .centre,
            title: "\(words.number(incident.id)) \(words.type(of: incident, on: board))",
            note: words.label(.duplicates))
        let list = Rect(column: inside.column, row: inside.row, columns: inside.columns, rows: min(rows, inside.rows))
        drawAlike(duplicates, incident, list)
        let first = firstShown(cursor: duplicates.cursor, count: duplicates.choices.count, rows: list.rows - 2)
        drawBeyond(first, rows: list.rows - 2, of: duplicates.choices.count, inside)
        let below = Rect(
            column: inside.column, row: list.endRow, columns: inside.columns, rows: max(0, inside.rows - rows))
        for (index, fact) in facts.enumerated() where index + 1 < below.rows - 1 {
            writePopup(fact, below.line(index + 1))
        }
        let last = inside.line(inside.rows - 1)
        if let message = duplicates.message {
            writePopup(message: message, inside)
        } else {
            drawHints(
                duplicates.hints,
                Rect(column: last.column - 1, row: last.row, columns: last.columns + 1, rows: last.rows),
                ground: .popup)
        }
    }

    private var alikeColumns: [TableColumn] {
        let isChinese = words.language == .chinese
        return [
            TableColumn(.likeness, isChinese ? 6 : 5, 6, importance: 99, alignment: .trailing),
            TableColumn(.number, 5, 7, importance: 100),
            TableColumn(.priority, isChinese ? 6 : 4, 6, importance: 80),
            TableColumn(.age, 7, 8, importance: 90, alignment: .trailing),
            TableColumn(.stage, 8, isChinese ? 8 : 12, importance: 85),
            TableColumn(.type, 12, 24, grows: 2, importance: 95),
            TableColumn(.place, 12, 24, grows: 3, importance: 92),
            TableColumn(.distance, isChinese ? 6 : 6, 7, importance: 88, alignment: .trailing),
            TableColumn(.units, 6, 14, grows: 1, importance: 70),
        ]
    }

    /// The incident itself in the first row, then the others.
    private mutating func drawAlike(_ duplicates: DuplicatesView, _ incident: Incident, _ area: Rect) {
        let table = alikeTable([incident.id] + duplicates.choices.map(\.other), area)
        for place in table.places where area.rows > 0 {
            let rect = Rect(column: place.column, row: area.row, columns: place.columns, rows: 1)
            writeAligned(words.header(place.name), rect, place.alignment, popupStyle(.header))
            drawAlike(nil, incident, place, area.line(1), chosen: false)
        }
        let rows = max(0, area.rows - 2)
        let first = firstShown(cursor: duplicates.cursor, count: duplicates.choices.count, rows: rows)
        for (index, choice) in duplicates.choices.dropFirst(first).prefix(rows).enumerated() {
            let line = area.line(index + 2)
            let chosen = first + index == duplicates.cursor
            drawPopupRow(line, chosen: chosen, index: first + index)
            guard let other = board.incidents[choice.other] else {
                let gone = "\(words.number(choice.other)) \(words.noLongerOnBoard)"
                writePopup(RichText(gone, .textDim), line, chosen: chosen)
                continue
            }
            for place in table.places { drawAlike(choice, other, place, line, chosen: chosen) }
        }
    }

    private mutating func drawAlike(
        _ proposal: DuplicateProposal?, _ incident: Incident, _ place: ColumnTable.Place, _ line: Rect, chosen: Bool
    ) {
        guard line.rows > 0 else { return }
        func write(_ text: String, _ role: Role) { cell(text, place, line, popupStyle(role, chosen: chosen)) }
        switch place.name {
        case .likeness: write(proposal.map { words.likeness($0.likeness) } ?? "", .textStrong)
        case .number: write(words.number(incident.id), .textStrong)
        case .priority:
            let shape = shape(incident.priority)
            write((shape.isEmpty ? "  " : shape + " ") + words.priority(incident.priority), role(incident.priority))
        case .age:
            let look = age(of: incident)
            ageCell(look, place, line, popupStyle(look.role, chosen: chosen))
        case .stage: write(words.progress(of: incident, now: now), role(incident.progress))
        case .type: write(words.type(of: incident, on: board), .text)
        case .place: write(incident.place.text, .text)
        case .distance: write(proposal.map { words.distance($0.metres) } ?? "", .textDim)
        case .units:
            let units = incident.openAssignments.map { words.callsign($0.unit, on: board) }
            write(
                units.isEmpty ? glyphs.dash : names(units, columns: place.columns), units.isEmpty ? .textDim : .textLink
            )
        default: return
        }
    }

    /// Why the chosen one seems the same, the places where the rows have no room for them, what the first callers of both said,
    /// and what a merge would do; each in as many lines as it needs.
    private func compared(_ duplicates: DuplicatesView, _ incident: Incident, columns: Int) -> [RichText] {
        guard let choice = duplicates.chosen, let other = board.incidents[choice.other] else { return [] }
        let both = [incident, other]
        var facts = [RichText("\(alikeSign) \(words.alikeBecause(choice))", .noticeWarning)]
        let known = [incident.id] + duplicates.choices.map(\.other)
        let room = alikeTable(known, Rect(column: 0, row: 0, columns: columns, rows: 1)).places.first {
            $0.name == .place
        }
        if both.contains(where: { TextWidth.columns(of: $0.place.text) > room?.columns ?? 0 }) {
            facts += both.map { RichText(numbered($0), .textDim).then($0.place.text, .textStrong) }
        }
        facts += both.map { one in
            let first = one.reports.first
            let said = first.map { $0.text.isEmpty ? words.noText : $0.text } ?? glyphs.dash
            return RichText(numbered(one), .textDim)
                .then(first.map { words.clockMinutes($0.at) + " " } ?? "", .activityTime).then(said, .text)
        }
        let (from, into) = DuplicatesView.direction(incident, other)
        if let closed = [from, into].first(where: { !$0.isOpen }) {
            facts.append(RichText(words.mergeNeedsOpen(closed.id), .noticeWarning))
        } else {
            facts.append(RichText(glyphs.arrow + " ", .textDim).then(words.mergePreview(from, into: into), .text))
        }
        return facts.flatMap { $0.broken(columns: columns, indent: 8).prefix(3) }
    }

    private func numbered(_ incident: Incident) -> String { fitted(words.number(incident.id), columns: 7) + " " }

    private func alikeTable(_ known: [IncidentID], _ area: Rect) -> ColumnTable {
        let wide = Rect(
            column: area.column - ColumnTable.gutter + 1, row: area.row, columns: area.columns + ColumnTable.gutter,
            rows: area.rows
        )
        return ColumnTable(holding(wholeColumns(of: incidentRows(known)), alikeColumns, in: wide), area: wide)
    }
}
