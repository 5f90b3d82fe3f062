import TerminalKit

/// Capitals, digits and a few signs of Latin in dots, for people who stand further away than one cell can be read from. There
/// is no such font for Chinese: where one is wanted the terminal's own has to be larger.
enum BigLetters {
    /// How letters are drawn, the largest first. A dot is never narrower than a column: letters of half columns run into each
    /// other, and words of the terminal's own letters are read from further.
    enum Face: CaseIterable {
        /// Seven dots high, each a column wide and half a row high.
        case large
        /// Five dots high, each a column wide and half a row high.
        case wide

        private var isSeven: Bool { self == .large }
        /// Rows of cells that a line takes.
        var rows: Int { isSeven ? 4 : 3 }
        /// The height of a capital in rows.
        var capital: Double { isSeven ? 3.5 : 2.5 }
        fileprivate var glyphs: [Character: [[Bool]]] { isSeven ? BigLetters.seven : BigLetters.five }
    }

    /// Columns that a text takes; nil for one with a sign that has no dots.
    static func columns(of text: String, _ face: Face) -> Int? {
        var dots = -1
        for letter in text.uppercased() {
            guard let glyph = face.glyphs[letter] else { return nil }
            dots += (glyph.first?.count ?? 0) + 1
        }
        return dots > 0 ? dots : nil
    }

    /// Draws a text whose letters all have dots.
    static func draw(_ text: String, _ face: Face, into grid: inout Grid, column: Int, row: Int, style: Style) {
        guard let dots = columns(of: text, face) else { return }
        var canvas = [[Bool]](repeating: [Bool](repeating: false, count: dots), count: face.rows * 2)
        var left = 0
        for letter in text.uppercased() {
            let glyph = face.glyphs[letter] ?? []
            for (line, bits) in glyph.enumerated() {
                for (dot, isSet) in bits.enumerated() where isSet { canvas[line][left + dot] = true }
            }
            left += (glyph.first?.count ?? 0) + 1
        }
        for line in 0..<face.rows {
            let (above, below) = (canvas[2 * line], canvas[2 * line + 1])
            let cells = (0..<dots).map { halves[(above[$0] ? 1 : 0) + (below[$0] ? 2 : 0)] }
            grid.write(cells.joined(), column: column, row: row + line, style: style)
        }
    }

    /// Halves of a cell: 1 is above, 2 below.
    private static let halves = [" ", "▀", "▄", "█"]

    private static func read(_ letters: [Character: String]) -> [Character: [[Bool]]] {
        letters.mapValues { $0.split(separator: " ").map { $0.map { $0 == "#" } } }
    }

    /// Seven dots high.
    private static let seven = read([
        " ": "... ... ... ... ... ... ...",
        "A": ".###. #...# #...# ##### #...# #...# #...#", "B": "####. #...# #...# ####. #...# #...# ####.",
        "C": ".###. #...# #.... #.... #.... #...# .###.", "D": "####. #...# #...# #...# #...# #...# ####.",
        "E": "##### #.... #.... ####. #.... #.... #####", "F": "##### #.... #.... ####. #.... #.... #....",
        "G": ".###. #...# #.... #.### #...# #...# .###.", "H": "#...# #...# #...# ##### #...# #...# #...#",
        "I": "### .#. .#. .#. .#. .#. ###", "J": "..### ...#. ...#. ...#. ...#. #..#. .##..",
        "K": "#...# #..#. #.#.. ##... #.#.. #..#. #...#", "L": "#.... #.... #.... #.... #.... #.... #####",
        "M": "#...# ##.## #.#.# #.#.# #...# #...# #...#", "N": "#...# ##..# ##..# #.#.# #..## #..## #...#",
        "O": ".###. #...# #...# #...# #...# #...# .###.", "P": "####. #...# #...# ####. #.... #.... #....",
        "Q": ".###. #...# #...# #...# #.#.# #..#. .##.#", "R": "####. #...# #...# ####. #.#.. #..#. #...#",
        "S": ".#### #.... #.... .###. ....# ....# ####.", "T": "##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..",
        "U": "#...# #...# #...# #...# #...# #...# .###.", "V": "#...# #...# #...# #...# #...# .#.#. ..#..",
        "W": "#...# #...# #...# #.#.# #.#.# ##.## #...#", "X": "#...# #...# .#.#. ..#.. .#.#. #...# #...#",
        "Y": "#...# #...# .#.#. ..#.. ..#.. ..#.. ..#..", "Z": "##### ....# ...#. ..#.. .#... #.... #####",
        "0": ".###. #...# #..## #.#.# ##..# #...# .###.", "1": ".#. ##. .#. .#. .#. .#. ###",
        "2": ".###. #...# ....# ..##. .#... #.... #####", "3": "####. ....# ....# .###. ....# ....# ####.",
        "4": "...#. ..##. .#.#. #..#. ##### ...#. ...#.", "5": "##### #.... ####. ....# ....# #...# .###.",
        "6": ".###. #.... #.... ####. #...# #...# .###.", "7": "##### ....# ...#. ..#.. ..#.. ..#.. ..#..",
        "8": ".###. #...# #...# .###. #...# #...# .###.", "9": ".###. #...# #...# .#### ....# ....# .###.",
        "/": "....# ....# ...#. ..#.. .#... #.... #....", "-": "... ... ... ### ... ... ...",
        "+": "..... ..#.. ..#.. ##### ..#.. ..#.. .....", ".": ". . . . . . #", ",": ".. .. .. .. .. .# #.",
        "'": "# # . . . . .", ":": ". . # . # . .", "(": "..# .#. #.. #.. #.. .#. ..#",
        ")": "#.. .#. ..# ..# ..# .#. #..", "&": ".##.. #..#. #.#.. .#... #.#.# #..#. .##.#",
        "#": ".#.#. .#.#. ##### .#.#. ##### .#.#. .#.#.", "!": "# # # # # . #",
    ])

    /// Five dots high.
    private static let five = read([
        " ": ".. .. .. .. ..",
        "A": ".##. #..# #### #..# #..#", "B": "###. #..# ###. #..# ###.", "C": ".### #... #... #... .###",
        "D": "###. #..# #..# #..# ###.", "E": "#### #... ###. #... ####", "F": "#### #... ###. #... #...",
        "G": ".### #... #.## #..# .###", "H": "#..# #..# #### #..# #..#", "I": "# # # # #",
        "J": "..## ...# ...# #..# .##.", "K": "#..# #.#. ##.. #.#. #..#", "L": "#... #... #... #... ####",
        "M": "#...# ##.## #.#.# #...# #...#", "N": "#..# ##.# #.## #..# #..#", "O": ".##. #..# #..# #..# .##.",
        "P": "###. #..# ###. #... #...", "Q": ".##. #..# #..# #.#. .#.#", "R": "###. #..# ###. #.#. #..#",
        "S": ".### #... .##. ...# ###.", "T": "##### ..#.. ..#.. ..#.. ..#..", "U": "#..# #..# #..# #..# .##.",
        "V": "#...# #...# .#.#. .#.#. ..#..", "W": "#...# #...# #.#.# ##.## #...#", "X": "#..# #..# .##. #..# #..#",
        "Y": "#...# .#.#. ..#.. ..#.. ..#..", "Z": "#### ..#. .#.. #... ####",
        "0": "#### #..# #..# #..# ####", "1": "## .# .# .# .#", "2": "###. ...# .##. #... ####",
        "3": "###. ...# .##. ...# ###.", "4": "#..# #..# #### ...# ...#", "5": "#### #... ###. ...# ###.",
        "6": ".##. #... ###. #..# .##.", "7": "#### ...# ..#. .#.. .#..", "8": ".##. #..# .##. #..# .##.",
        "9": ".##. #..# .### ...# .##.", "/": "..# ..# .#. #.. #..", "-": "... ... ### ... ...",
        "+": "... .#. ### .#. ...", ".": ". . . . #", ",": ".. .. .. .# #.", "'": "# # . . .", ":": ". # . # .",
        "(": ".# #. #. #. .#", ")": "#. .# .# .# #.", "&": ".#.. #.#. .#.. #.#. .#.#",
        "#": ".#.# #### .#.# #### .#.#", "!": "# # # . #",
    ])
}
