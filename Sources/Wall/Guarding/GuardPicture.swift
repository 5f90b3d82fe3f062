import DispatchModel
import TerminalKit
import Themes
import Wording

/// What a guard paints by itself, from the last picture that its wall gave.
package struct GuardPicture {
    /// The words.
    package var words: WallWords
    /// The look.
    package var look: WallLook
    /// Whom to ring.
    package var contact: String

    /// Creates one.
    package init(words: WallWords, look: WallLook, contact: String) {
        self.words = words
        self.look = look
        self.contact = contact
    }

    /// The plate of a wall whose program is silent, over its last picture without colours; without one that it starts.
    package func dead(_ death: WallDeath?, last: SentPicture?, size: Size, now: Timestamp) -> Grid {
        var scene = WallScene(board: Board(), figures: WallFigures(), now: now)
        scene.contact = contact
        scene.mode = last?.mode ?? .live
        scene.life = death.map { .dead($0) } ?? .waiting(WallWait(folder: ""))
        var grid = drawWall(scene, words: words, look: look, size: size)
        guard death != nil, let last, last.grid.size == size else { return grid }
        let plate = WallLayout(size: size, place: scene.place, isOld: true).top
        // What stood on the last picture stays, moved below the plate; in place of its strip or plate.
        for row in plate..<max(plate, size.rows) where row - plate + last.top < size.rows {
            fade(row - plate + last.top, of: last.grid, at: row, into: &grid)
        }
        return grid
    }

    /// A row of the last picture: what was filled is hatched, the rest is dim.
    private func fade(_ source: Int, of last: Grid, at row: Int, into grid: inout Grid) {
        var look = look
        look.isOff = true
        let dim = look.style(.textDim)
        let ground = self.look.style(.text).background
        grid.fill(Rect(column: 0, row: row, columns: grid.size.columns, rows: 1), style: dim)
        for column in 0..<last.size.columns {
            let cell = last[column, source]
            guard cell.width > 0 else { continue }
            var text = ""
            cell.append(to: &text)
            let isFilled = cell.style.background != ground || cell.style.attributes.contains(.reverse)
            if text == " ", isFilled { text = look.glyphs == .ascii ? ":" : "▒" }
            grid.write(text, column: column, row: row, columns: Int(cell.width), style: dim, overflow: .clip)
        }
    }

    /// A line over the last row: a question, or what the keys are. The figures stay free.
    package func line(_ text: String, over grid: Grid) -> Grid {
        var grid = grid
        let row = Rect(column: 0, row: grid.size.rows - 1, columns: grid.size.columns, rows: 1)
        grid.fill(row, style: look.style(.input))
        grid.write(text, column: 1, row: row.row, columns: row.columns - 2, style: look.style(.input))
        return grid
    }
}
