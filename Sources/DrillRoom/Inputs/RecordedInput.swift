import Dashboard
import TerminalKit

/// One line of `keys.jsonl`: what the player's terminal said, when on the board's clock, and what came of it.
package struct RecordedInput: Codable, Hashable, Sendable {
    /// Its place among keys and interventions, which are counted together from 1.
    package var number: Int64
    /// Board time in milliseconds since 1970 (UTC). Everything due by then had happened before it.
    package var at: Int64
    /// The journal's last position before it.
    package var position: Int64
    /// The last position after it, when it made events.
    package var to: Int64?
    /// The position of the frame that the player saw, when a frame was drawn since the input before.
    package var seen: Int64?
    /// True when the selection had just moved by itself.
    package var early: Bool?
    /// True when a message of the trainer had just come over the panes.
    package var unread: Bool?
    /// The key in the notation of `keys.toml`; nil for other inputs.
    package var key: String?
    /// A pasted text.
    package var paste: String?
    /// A new size of the screen: columns and rows.
    package var size: [Int]?
    /// A click: the action's number, column and row.
    package var mouse: [Int]?
    /// Why the drill ended here; the last line has nothing else.
    package var end: String?
    /// The command that the key ran, by its name; nil when it ran none.
    package var command: String?
    /// Milliseconds of the wall's clock by which the player had held the board's up to this input, by a pause or a slower
    /// speed of their own that ended here; nil for none.
    package var held: Int64?

    private enum CodingKeys: String, CodingKey {
        case number = "n"
        case at, position, to, seen, early, unread, key, paste, size, mouse, end, command, held
    }

    /// An input at a moment.
    package init(number: Int64, at: Int64, position: Int64) {
        self.number = number
        self.at = at
        self.position = position
    }

    /// What the terminal said; nil for a line that is no input or cannot be read.
    package var input: TerminalInput? {
        if let key { return RecordedInput.key(of: key).map(TerminalInput.key) }
        if let paste { return .paste(paste) }
        if let size, size.count == 2, size.allSatisfy((0...10_000).contains) {
            return .resized(Size(columns: size[0], rows: size[1]))
        }
        if let mouse, mouse.count == 3, RecordedInput.actions.indices.contains(mouse[0]) {
            return .mouse(MouseEvent(action: RecordedInput.actions[mouse[0]], column: mouse[1], row: mouse[2]))
        }
        return nil
    }

    /// Takes down what the terminal said; false for what means nothing to a drill, such as the end of the terminal.
    package mutating func takeInput(_ input: TerminalInput) -> Bool {
        switch input {
        case .key(let pressed): key = RecordedInput.text(of: pressed)
        case .paste(let text): paste = text
        case .resized(let new): size = [new.columns, new.rows]
        case .mouse(let event):
            mouse = [RecordedInput.actions.firstIndex(of: event.action) ?? 0, event.column, event.row]
        case .resumed, .reload, .ignored, .ended: return false
        }
        return true
    }

    private static let actions: [MouseEvent.Action] = [.press, .doublePress, .wheelUp, .wheelDown]

    /// A key in the notation of the key files; what that has no word for by its number, such as `U+0301`.
    private static func text(of key: Key) -> String {
        let text = KeyNotation.text(of: key)
        if let read = try? KeyNotation.parse(text), read == [key] { return text }
        guard case .character(let scalar) = key.code else { return text }
        return "U+" + String(scalar.value, radix: 16, uppercase: true) + "/\(key.modifiers.rawValue)"
    }

    private static func key(of text: String) -> Key? {
        guard text.hasPrefix("U+"), text.utf8.count > 2 else {
            return (try? KeyNotation.parse(text)).flatMap { $0.count == 1 ? $0.first : nil }
        }
        let parts = text.dropFirst(2).split(separator: "/")
        guard let first = parts.first, let value = UInt32(first, radix: 16), let scalar = Unicode.Scalar(value) else {
            return nil
        }
        let modifiers = parts.count > 1 ? UInt8(parts[1]) ?? 0 : 0
        return Key(.character(scalar), Key.Modifiers(rawValue: modifiers))
    }
}
