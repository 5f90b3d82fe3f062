import TerminalKit
import Themes

extension RichText {
    /// The lines that this needs in so many columns, each at most that wide: broken at blanks, Chinese and what has no blanks
    /// between glyphs. Lines after the first begin `indent` columns further right, as far as that leaves half of the room.
    func broken(columns: Int, indent: Int = 2) -> [RichText] {
        guard columns > 0 else { return [] }
        guard self.columns > columns else { return [self] }
        let indent = indent <= columns / 2 ? indent : min(2, columns / 2)
        let glyphs = RichText.glyphs(of: self)
        var lines: [RichText] = []
        var start = 0
        while start < glyphs.count {
            let margin = lines.isEmpty ? 0 : indent
            let end = RichText.lineEnd(glyphs, from: start, columns: columns - margin)
            lines.append(RichText.line(glyphs[start..<end], margin: margin))
            start = end
            while start < glyphs.count, glyphs[start].character == " " { start += 1 }
        }
        return lines
    }

    private struct Glyph {
        var character: Character
        var columns: Int
        var role: Role
    }

    private static func glyphs(of text: RichText) -> [Glyph] {
        text.pieces.flatMap { piece in
            Sanitiser.visible(piece.text).map {
                Glyph(character: $0, columns: TextWidth.columns(of: String($0)), role: piece.role)
            }
        }
    }

    /// One past the last glyph of a line; at least one glyph goes on it.
    private static func lineEnd(_ glyphs: [Glyph], from start: Int, columns: Int) -> Int {
        var end = start
        var used = 0
        while end < glyphs.count, used + glyphs[end].columns <= columns {
            used += glyphs[end].columns
            end += 1
        }
        guard end < glyphs.count, end > start else { return max(end, start + 1) }
        if glyphs[end].character == " " { return end }
        // Chinese and Japanese break anywhere; a Latin word is kept whole where it can be.
        guard glyphs[end - 1].character.isASCII, glyphs[end].character.isASCII,
            let blank = glyphs[start..<end].lastIndex(where: { $0.character == " " }), blank > start,
            glyphs[start..<blank].contains(where: { $0.character != " " })
        else { return end }
        return blank + 1
    }

    private static func line(_ glyphs: ArraySlice<Glyph>, margin: Int) -> RichText {
        var line = RichText(String(repeating: " ", count: margin))
        var text = ""
        var role = glyphs.first?.role ?? .text
        for glyph in glyphs {
            if glyph.role != role {
                line = line.then(text, role)
                (text, role) = ("", glyph.role)
            }
            text.append(glyph.character)
        }
        return line.then(text, role)
    }
}
