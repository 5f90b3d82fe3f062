import Formats
import TerminalKit
import Themes

/// Pieces of text, each with its look, side by side on a line.
struct RichText {
    var pieces: [(text: String, role: Role)] = []

    init(_ text: String = "", _ role: Role = .text) {
        if !text.isEmpty { pieces.append((text, role)) }
    }

    /// This with more at its end.
    func then(_ text: String, _ role: Role = .text) -> RichText {
        var longer = self
        if !text.isEmpty { longer.pieces.append((text, role)) }
        return longer
    }

    var columns: Int { pieces.reduce(0) { $0 + TextWidth.columns(of: $1.text) } }
}

// MARK: - Lines

extension RichText {
    /// A word and what it stands for, broken into lines.
    static func fact(_ label: String, _ text: String, columns: Int, role: Role = .text) -> [RichText] {
        let head = fitted(label, columns: max(10, TextWidth.columns(of: label))) + " "
        let indent = TextWidth.columns(of: head)
        let parts = wrapped(text, columns: max(8, columns - indent))
        return parts.enumerated().map { index, part in
            RichText(index == 0 ? head : String(repeating: " ", count: indent), .textDim).then(part, role)
        }
    }

    /// Pieces side by side, on as many lines as they need.
    static func flowed(_ pieces: [RichText], head: RichText, indent: Int, columns: Int) -> [RichText] {
        var lines: [RichText] = []
        var line = head
        var used = indent
        for piece in pieces {
            let width = piece.columns
            if used > indent, used + width > columns {
                lines.append(line)
                line = RichText(String(repeating: " ", count: indent))
                used = indent
            }
            line.pieces += piece.pieces
            line = line.then("  ")
            used += width + 2
        }
        lines.append(line)
        return lines
    }

    /// The lines that this needs in so many columns, each at most that wide: broken at blanks, Chinese and what has no blanks
    /// between glyphs. Lines after the first begin `indent` columns further right, as far as that leaves half of the room or 30 columns.
    func broken(columns: Int, indent: Int = 2) -> [RichText] {
        guard columns > 0 else { return [] }
        guard self.columns > columns else { return [self] }
        // An indent gives way where too little of a line would be left behind it.
        let hasRoom = indent <= columns / 2 || columns - indent >= 30
        let indent = hasRoom ? indent : min(2, columns / 2)
        let text = BreakableText(self)
        var lines: [RichText] = []
        var start = 0
        while start < text.glyphs.count {
            let margin = lines.isEmpty ? 0 : indent
            let end = text.lineEnd(from: start, columns: columns - margin)
            lines.append(text.line(start..<end, margin: margin))
            start = end
            while start < text.glyphs.count, text.glyphs[start].isBlank { start += 1 }
        }
        return lines
    }
}

/// A text as a list of glyphs, which refer to its bytes: a frame breaks several texts, and strings of one character each are
/// dear.
private struct BreakableText {
    struct Glyph {
        /// Where its bytes begin.
        var start: Int
        var columns: Int
        var isASCII: Bool
        var isBlank: Bool
        /// True for a bracket of full width that opens something.
        var isOpening: Bool
        /// Of which piece of the text it is.
        var piece: Int
    }

    private(set) var glyphs: [Glyph] = []
    private var bytes: [UInt8] = []
    private let roles: [Role]

    init(_ text: RichText) {
        roles = text.pieces.map(\.role)
        for (piece, part) in text.pieces.enumerated() {
            let visible = Sanitiser.visible(part.text)
            var start = bytes.count
            bytes.append(contentsOf: visible.utf8)
            glyphs.reserveCapacity(glyphs.count + bytes.count - start)
            for scalar in visible.unicodeScalars {
                let columns = TextWidth.columns(of: scalar)
                // A mark belongs to the glyph before it, which what is fit to show always has.
                if columns > 0 {
                    glyphs.append(
                        Glyph(
                            start: start, columns: columns, isASCII: scalar.isASCII, isBlank: scalar == " ",
                            isOpening: !scalar.isASCII && "（《「『【〈〔［".unicodeScalars.contains(scalar),
                            piece: piece))
                }
                start += UTF8.width(scalar)
            }
        }
    }

    /// One past the last glyph of a line; at least one glyph goes on it.
    func lineEnd(from start: Int, columns: Int) -> Int {
        var end = start
        var used = 0
        while end < glyphs.count, used + glyphs[end].columns <= columns {
            used += glyphs[end].columns
            end += 1
        }
        guard end < glyphs.count, end > start else { return max(end, start + 1) }
        if glyphs[end].isBlank { return end }
        // Chinese and Japanese break anywhere; a Latin word or a number is kept whole where it can be, behind Chinese too.
        guard glyphs[end - 1].isASCII, glyphs[end].isASCII,
            let last = glyphs[start..<end].lastIndex(where: { $0.isBlank || $0.columns == 2 && !$0.isOpening }),
            glyphs[start...last].contains(where: { !$0.isBlank })
        else { return end }
        return last + 1
    }

    /// A line of these glyphs, so many columns further right.
    func line(_ range: Range<Int>, margin: Int) -> RichText {
        var line = RichText(String(repeating: " ", count: margin))
        var start = range.lowerBound
        while start < range.upperBound {
            let role = roles[glyphs[start].piece]
            let end = glyphs[start..<range.upperBound].firstIndex { roles[$0.piece] != role } ?? range.upperBound
            let to = end < glyphs.count ? glyphs[end].start : bytes.count
            line = line.then(String(decoding: bytes[glyphs[start].start..<to], as: UTF8.self), role)
            start = end
        }
        return line
    }
}
