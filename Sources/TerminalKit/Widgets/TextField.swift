import Formats

/// A line of text that is being typed.
package struct TextField: Hashable, Sendable {
    /// The text, glyph by glyph as a person counts them.
    private var characters: [Character]
    private var bytes: Int
    /// How many glyphs stand before the cursor.
    package private(set) var cursor: Int
    /// The most UTF-8 bytes it takes; what would be more is not inserted.
    package let limit: Int

    /// A field with a text in it and the cursor at its end.
    package init(_ text: String = "", limit: Int = 4096) {
        characters = Array(text)
        bytes = text.utf8.count
        cursor = characters.count
        self.limit = limit
    }

    /// The text as typed, not sanitised.
    package var text: String {
        get { String(characters) }
        set {
            characters = Array(newValue)
            bytes = newValue.utf8.count
            cursor = characters.count
        }
    }

    /// The text before the cursor.
    package var beforeCursor: String { String(characters[..<cursor]) }
    /// True when nothing was typed.
    package var isEmpty: Bool { characters.isEmpty }

    /// Puts text in at the cursor, line breaks and tabs as blanks. Returns false, and changes nothing, when it does not fit.
    @discardableResult
    package mutating func insert(_ text: String) -> Bool {
        let line = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        guard bytes + line.utf8.count <= limit else { return false }
        // A combining mark joins the glyph before it, so that one is taken out and put in together with what follows it.
        let start = max(0, cursor - 1)
        let joined = Array(String(characters[start..<cursor]) + line)
        characters.replaceSubrange(start..<cursor, with: joined)
        bytes += line.utf8.count
        cursor = start + joined.count
        return true
    }

    /// Deletes the glyph before the cursor.
    package mutating func deleteBackward() { delete(max(0, cursor - 1)..<cursor) }
    /// Deletes the glyph under the cursor.
    package mutating func deleteForward() { delete(cursor..<min(characters.count, cursor + 1)) }
    /// Deletes back to the beginning of the word.
    package mutating func deleteWord() { delete(wordStart..<cursor) }
    /// Deletes everything before the cursor.
    mutating func deleteToStart() { delete(0..<cursor) }
    /// Deletes everything from the cursor on.
    package mutating func deleteToEnd() { delete(cursor..<characters.count) }
    /// Empties the field.
    package mutating func clear() { delete(0..<characters.count) }

    /// Moves the cursor by so many glyphs, not beyond the ends.
    package mutating func move(by distance: Int) { cursor = min(max(0, cursor + distance), characters.count) }
    /// Moves the cursor to the beginning.
    package mutating func moveToStart() { cursor = 0 }
    /// Moves the cursor to the end.
    package mutating func moveToEnd() { cursor = characters.count }
    /// Moves the cursor to the beginning of this word or the one before.
    mutating func moveWordLeft() { cursor = wordStart }
    /// Moves the cursor past the end of this word or the next.
    mutating func moveWordRight() {
        var place = cursor
        while place < characters.count, !TextField.isWord(characters[place]) { place += 1 }
        while place < characters.count, TextField.isWord(characters[place]) { place += 1 }
        cursor = place
    }

    private var wordStart: Int {
        var place = cursor
        while place > 0, !TextField.isWord(characters[place - 1]) { place -= 1 }
        while place > 0, TextField.isWord(characters[place - 1]) { place -= 1 }
        return place
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    private mutating func delete(_ range: Range<Int>) {
        bytes -= String(characters[range]).utf8.count
        characters.removeSubrange(range)
        cursor = range.lowerBound
    }
}

extension TextField {
    /// Does what the key usually does in a line of text: typing, moving, deleting. False when it has no such meaning.
    package mutating func handle(_ key: Key) -> Bool {
        switch (key.code, key.modifiers) {
        case (.character(let scalar), []): return insert(String(Character(scalar)))
        case (.left, []), (.character("b"), .control): move(by: -1)
        case (.right, []), (.character("f"), .control): move(by: 1)
        case (.left, .control), (.left, .alt), (.character("b"), .alt): moveWordLeft()
        case (.right, .control), (.right, .alt), (.character("f"), .alt): moveWordRight()
        case (.home, []), (.character("a"), .control): moveToStart()
        case (.end, []), (.character("e"), .control): moveToEnd()
        case (.backspace, []), (.backspace, .shift): deleteBackward()
        case (.delete, []), (.character("d"), .control): deleteForward()
        case (.character("w"), .control), (.backspace, .alt), (.backspace, .control): deleteWord()
        case (.character("u"), .control): deleteToStart()
        case (.character("k"), .control): deleteToEnd()
        default: return false
        }
        return true
    }

    /// Draws the field and returns the column of its cursor. Text longer than the place is scrolled so that the cursor and a
    /// few glyphs after it are in sight.
    @discardableResult
    package func draw(into grid: inout Grid, column: Int, row: Int, columns: Int, style: Style) -> Int {
        grid.fill(Rect(column: column, row: row, columns: columns, rows: 1), style: style)
        guard columns > 0 else { return column }
        let all = Array(text)
        let ahead = min(8, columns / 4)
        let inSight = min(all.count, cursor + ahead)
        var first = inSight
        var width = 1
        while first > 0 {
            width += TextWidth.columns(of: String(all[first - 1]))
            guard width <= columns || first > cursor else { break }
            first -= 1
        }
        grid.write(String(all[first...]), column: column, row: row, columns: columns, style: style, overflow: .clip)
        let before = TextWidth.columns(of: String(all[first..<max(first, cursor)]))
        return column + min(before, columns - 1)
    }
}

/// Lines that were entered before, to be brought back with Up and Down.
package struct InputHistory: Hashable, Sendable {
    /// The lines, oldest first.
    package private(set) var lines: [String] = []
    /// The most lines it keeps; older ones are forgotten.
    package let limit: Int
    private var place: Int?
    private var draft = ""

    /// An empty history.
    package init(limit: Int = 200) {
        self.limit = max(1, limit)
    }

    /// Adds a line that was entered; an empty one, or the same as the last, is not kept.
    package mutating func add(_ line: String) {
        place = nil
        guard !line.isEmpty, line != lines.last else { return }
        if lines.count == limit { lines.removeFirst() }
        lines.append(line)
    }

    /// Puts the line before the one shown into the field; false when there is none.
    package mutating func older(_ field: inout TextField) -> Bool {
        let next = (place ?? lines.count) - 1
        guard next >= 0 else { return false }
        if place == nil { draft = field.text }
        place = next
        field.text = lines[next]
        return true
    }

    /// Puts the line after the one shown into the field, in the end what was being typed; false when there is none.
    package mutating func newer(_ field: inout TextField) -> Bool {
        guard let shown = place else { return false }
        let next = shown + 1
        place = next < lines.count ? next : nil
        field.text = next < lines.count ? lines[next] : draft
        return true
    }
}
