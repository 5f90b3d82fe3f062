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
