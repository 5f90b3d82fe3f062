/// One character cell of a screen.
///
/// A cell can only hold scalars that the sanitiser let through, so no control byte of foreign text can reach a terminal
/// by way of a grid.
package struct Cell: Hashable, Sendable {
    /// The base scalar's value; 0 in the right half of a wide glyph.
    package internal(set) var base: UInt32
    /// Combining scalars drawn over the base, 0 where there is none. More than two are dropped by the sanitiser.
    package internal(set) var marks: (UInt32, UInt32)
    /// Columns the glyph covers: 1, 2, or 0 for the right half of a wide glyph.
    package internal(set) var width: UInt8
    /// How it is painted.
    package var style: Style

    /// An empty cell.
    package static let blank = Cell(base: 0x20, marks: (0, 0), width: 1, style: .plain)

    init(base: UInt32, marks: (UInt32, UInt32) = (0, 0), width: UInt8, style: Style) {
        self.base = base
        self.marks = marks
        self.width = width
        self.style = style
    }

    /// True when both cells look the same.
    package static func == (left: Cell, right: Cell) -> Bool {
        left.base == right.base && left.marks == right.marks && left.width == right.width && left.style == right.style
    }

    /// Feeds everything that `==` compares.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(base)
        hasher.combine(marks.0)
        hasher.combine(marks.1)
        hasher.combine(width)
        hasher.combine(style)
    }
}
