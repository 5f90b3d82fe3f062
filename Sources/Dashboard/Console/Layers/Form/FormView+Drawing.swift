import Formats
import TerminalKit
import Themes
import Wording

/// Where the parts of a form's field stand.
private struct FieldPlace {
    /// Which field.
    var index: Int
    /// The whole of it: mark, label and text.
    var whole: Rect
    /// Its text.
    var text: Rect
    /// The line below the text.
    var note: Rect
}

extension FormView {
    /// How many lines of fields there are; each has a line of notes below it.
    private var lineCount: Int { fields.count { !$0.isBeside } }

    /// Fields to fill in: label, text, and below the focused one what is wrong or what could be meant.
    func draw(into frame: inout Frame) {
        let columns = min(84, frame.layout.size.columns - 4)
        let alike = alike.prefix(3)
        let asked = asked(room: columns - labelColumns(of: { !$0.isBeside }) - 8, in: frame)
        let below =
            asked.count + hazards.count + (alike.isEmpty ? 0 : alike.count + 1) + (earlier.isEmpty ? 0 : 1)
        let inside = frame.drawPopup(
            columns: columns, rows: lineCount * 2 + 3 + below, place: .centre, title: title)
        let lines = places(inside)
        for places in lines {
            for place in places { draw(place, into: &frame) }
            drawNotes(places, inside, into: &frame)
        }
        for (index, text) in asked.enumerated() where lineCount * 2 + index < inside.rows - 1 {
            frame.writePopup(RichText("  " + text, .textLink), inside.line(lineCount * 2 + index))
        }
        drawHazards(inside, from: lineCount * 2 + asked.count, into: &frame)
        drawAlike(inside, from: lineCount * 2 + asked.count + hazards.count, into: &frame)
        if asked.isEmpty { drawLongError(inside, lines, into: &frame) }
        frame.drawPopupFoot(message, hints: hints, inside)
    }

    /// Where the fields stand, line by line as far as there is room; two on a line have half of it each.
    private func places(_ inside: Rect) -> [[FieldPlace]] {
        let labels = [labelColumns { !$0.isBeside }, labelColumns(of: \.isBeside)]
        var lines: [[FieldPlace]] = []
        for (index, field) in fields.enumerated() {
            let number = field.isBeside ? lines.count - 1 : lines.count
            var whole = inside.line(number * 2)
            guard number >= 0, whole.rows > 0 else { break }
            let isPaired = field.isBeside || index + 1 < fields.count && fields[index + 1].isBeside
            let half = inside.columns / 2
            if isPaired { whole.columns = field.isBeside ? inside.columns - half : half - 2 }
            if field.isBeside { whole.column += half }
            let head = min(whole.columns, labels[field.isBeside ? 1 : 0] + 4)
            var text = whole
            (text.column, text.columns) = (whole.column + head, whole.columns - head)
            let below = inside.line(number * 2 + 1)
            let note = Rect(column: text.column, row: below.row, columns: text.columns, rows: below.rows)
            let place = FieldPlace(index: index, whole: whole, text: text, note: note)
            if field.isBeside { lines[number].append(place) } else { lines.append([place]) }
        }
        return lines
    }

    private func labelColumns(of isCounted: (Field) -> Bool) -> Int {
        min(18, fields.filter(isCounted).map { TextWidth.columns(of: $0.label) }.max() ?? 8)
    }

    private func draw(_ place: FieldPlace, into frame: inout Frame) {
        let field = fields[place.index]
        let isFocused = place.index == focused
        let mark = isFocused ? frame.glyphs.arrow : " "
        let label = mark + " " + fitted(field.label, columns: max(0, place.text.column - place.whole.column - 4))
        frame.writePopup(RichText(label, isFocused ? .textStrong : .textDim), place.whole)
        let column = field.field.draw(
            into: &frame.grid, column: place.text.column, row: place.text.row, columns: place.text.columns,
            style: frame.fieldStyle(focused: isFocused))
        if isFocused, place.text.columns > 0 { frame.info.cursor = .init(column: column, row: place.text.row) }
        frame.info.regions.append(.init(rect: place.whole, target: .overlayRow(place.index)))
    }

    /// What stands below the fields of a line. What belongs to the one with the cursor has the whole line where it needs it;
    /// a hint to one that has not the cursor is left out rather than cut.
    private func drawNotes(_ places: [FieldPlace], _ inside: Rect, into frame: inout Frame) {
        guard let first = places.first else { return }
        if let place = places.first(where: { $0.index == focused }), places.count > 1 {
            let needs = noteColumns(fields[place.index], dot: frame.glyphs.dot)
            var line = place.note
            if needs > line.columns { line.column = first.note.column }
            line.columns = inside.endColumn - line.column
            drawNote(fields[place.index], true, line, into: &frame)
            let isCovered = needs > place.note.columns
            for other in places where other.index != focused && !isCovered { drawQuietly(other, into: &frame) }
            return
        }
        guard places.count > 1 else {
            return drawNote(fields[first.index], first.index == focused, first.note, into: &frame)
        }
        for place in places { drawQuietly(place, into: &frame) }
    }

    private func drawQuietly(_ place: FieldPlace, into frame: inout Frame) {
        let field = fields[place.index]
        guard !field.error.isEmpty || TextWidth.columns(of: field.hint) <= place.note.columns else { return }
        drawNote(field, false, place.note, into: &frame)
    }

    private func offered(_ field: Field, dot: String) -> String {
        field.completions.prefix(6).map(\.text).joined(separator: " \(dot) ")
    }

    private func noteColumns(_ field: Field, dot: String) -> Int {
        let offered = offered(field, dot: dot)
        let error = field.error.isEmpty ? "" : "!! " + field.error + " "
        return TextWidth.columns(of: error + (error.isEmpty && offered.isEmpty ? field.hint : offered))
    }

    /// Below the fields: what is to be known of the place.
    private func drawHazards(_ inside: Rect, from first: Int, into frame: inout Frame) {
        for (index, text) in hazards.enumerated() where first + index < inside.rows - 1 {
            frame.writePopup(RichText("\(frame.glyphs.warning) \(text)", .noticeWarning), inside.line(first + index))
        }
    }

    /// What could be meant instead, a line each, where what is wrong with the focused field leaves no room for it beside.
    private func asked(room: Int, in frame: Frame) -> [String] {
        guard fields.indices.contains(focused), !fields[focused].error.isEmpty else { return [] }
        let texts = fields[focused].completions.prefix(6).map(\.text)
        let whole = "!! \(fields[focused].error) " + texts.joined(separator: " \(frame.glyphs.dot) ")
        return TextWidth.columns(of: whole) > room ? texts : []
    }

    /// Below the fields: what on the board seems to be the same event, and how the report goes there.
    private func drawAlike(_ inside: Rect, from first: Int, into frame: inout Frame) {
        let lines = alike.prefix(3)
        var first = first
        if !earlier.isEmpty, first < inside.rows - 1 {
            let line = inside.line(first)
            frame.writePopup(RichText(fitted(earlier, columns: line.columns), .textDim), line)
            first += 1
        }
        guard !lines.isEmpty else { return }
        for (index, text) in lines.enumerated() {
            let line = inside.line(first + index)
            guard first + index < inside.rows - 1 else { return }
            frame.writePopup(RichText("\(frame.glyphs.alike) \(text)", index == 0 ? .noticeWarning : .textDim), line)
        }
        guard first + lines.count < inside.rows - 1 else { return }
        frame.writePopup(RichText(joinHint, .textStrong), inside.line(first + lines.count))
    }

    /// What is wrong with the focused field, whole below the fields where its own line is too short for that.
    private func drawLongError(_ inside: Rect, _ lines: [[FieldPlace]], into frame: inout Frame) {
        guard alike.isEmpty, hazards.isEmpty, fields.indices.contains(focused),
            let line = lines.first(where: { $0.contains { $0.index == focused } }), let start = line.first
        else { return }
        let text = "!! " + fields[focused].error
        guard TextWidth.columns(of: text) > inside.endColumn - start.note.column else { return }
        let first = lineCount * 2 + (earlier.isEmpty ? 0 : 1)
        for (index, line) in wrapped(text, columns: inside.columns, limit: 2).enumerated() {
            guard first + index < inside.rows - 1 else { return }
            frame.writePopup(RichText(line, .inputError), inside.line(first + index))
        }
    }

    private func drawNote(_ field: Field, _ isFocused: Bool, _ line: Rect, into frame: inout Frame) {
        let offered = isFocused ? offered(field, dot: frame.glyphs.dot) : ""
        if !field.error.isEmpty {
            let gap = offered.isEmpty ? "" : " "
            frame.writePopup(RichText("!! " + field.error + gap, .inputError).then(offered, .textLink), line)
        } else if !offered.isEmpty {
            frame.writePopup(RichText(offered, .textLink), line)
        } else if isFocused || field.field.isEmpty {
            frame.writePopup(RichText(field.hint, .textDim), line)
        }
    }
}
