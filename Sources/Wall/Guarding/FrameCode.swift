import DispatchModel
import TerminalKit

/// A picture as a wall sends it to its guard, with what cannot be read off its cells.
package struct SentPicture: Hashable, Sendable {
    /// Its cells.
    package var grid: Grid
    /// What kind of picture it is.
    package var mode: BoardMode
    /// The first row below its strip or its plate, wherever the picture was moved.
    package var top: Int
}

/// Pictures as they go from a wall to its guard: a line `frame COLUMNS ROWS MODE TOP BYTES`, then the rows. The mode is the
/// number of a ``BoardMode``, the top that of the first row below the strip or plate. A row is a number of runs, each with
/// its style and its text, which holds no control character.
package enum FrameCode {
    /// The most columns, rows and bytes of a picture.
    static let most = (columns: 2000, rows: 1000, bytes: 32 << 20)
    private static let unit: UInt8 = 0x1F

    /// A picture's bytes.
    package static func encode(_ picture: SentPicture) -> [UInt8] {
        let grid = picture.grid
        var body: [UInt8] = []
        for row in 0..<grid.size.rows {
            var column = 0
            while column < grid.size.columns {
                let style = grid[column, row].style
                var text = ""
                while column < grid.size.columns, grid[column, row].style == style {
                    grid[column, row].append(to: &text)
                    column += 1
                }
                body += Array(code(style).utf8) + [unit] + Array(text.utf8) + [unit]
            }
            body.append(0x0A)
        }
        let (size, mode) = (grid.size, picture.mode.rawValue)
        return Array("frame \(size.columns) \(size.rows) \(mode) \(picture.top) \(body.count)\n".utf8) + body
    }

    /// What stands before the rows of a picture.
    struct Header {
        /// The size of the picture.
        var size: Size
        /// What kind of picture it is.
        var mode: BoardMode
        /// The first row below its strip or plate.
        var top: Int
        /// How many bytes its rows are.
        var length: Int

        /// Reads a line; nil for any other, and for more than a picture may have.
        init?(_ line: String) {
            let parts = line.split(separator: " ")
            guard parts.count == 6, parts[0] == "frame", let columns = Int(parts[1]), let rows = Int(parts[2]),
                let mode = UInt8(parts[3]).flatMap({ BoardMode(rawValue: $0) }), let top = Int(parts[4]),
                let length = Int(parts[5]), (1...FrameCode.most.columns).contains(columns),
                (1...FrameCode.most.rows).contains(rows), (0...rows).contains(top),
                (0...FrameCode.most.bytes).contains(length)
            else { return nil }
            (size, self.mode) = (Size(columns: columns, rows: rows), mode)
            (self.top, self.length) = (top, length)
        }
    }

    private static func code(_ style: Style) -> String {
        "\(code(style.foreground)) \(code(style.background)) \(style.attributes.rawValue)"
    }

    private static func code(_ colour: Colour) -> String {
        switch colour.kind {
        case .standard: "d"
        case .indexed(let index): "i\(index)"
        case .rgb: colour.hexadecimal
        }
    }

    /// The style of a code; nil for none.
    static func style(_ code: some StringProtocol) -> Style? {
        let parts = code.split(separator: " ")
        guard parts.count == 3, let foreground = colour(parts[0]), let background = colour(parts[1]),
            let attributes = UInt16(parts[2])
        else { return nil }
        return Style(foreground: foreground, background: background, attributes: Attributes(rawValue: attributes))
    }

    private static func colour(_ code: some StringProtocol) -> Colour? {
        if code == "d" { return .standard }
        if code.hasPrefix("i") { return UInt8(code.dropFirst()).map { Colour.indexed($0) } }
        guard code.hasPrefix("#"), code.utf8.count == 7, let value = UInt32(code.dropFirst(), radix: 16) else {
            return nil
        }
        return .rgb(
            UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
            UInt8(truncatingIfNeeded: value))
    }
}

/// Puts pictures together from bytes as they come. What is no picture ends it: its sender is no wall.
package struct FrameReader {
    /// True once something came that is no picture.
    package private(set) var isBroken = false
    private var bytes: [UInt8] = []

    /// A reader of nothing yet.
    package init() {}

    /// Takes bytes and returns the newest picture that is whole; older ones nobody needs to see.
    package mutating func newest(_ new: some Sequence<UInt8>) -> SentPicture? {
        guard !isBroken else { return nil }
        bytes += new
        var found: SentPicture?
        while let picture = next() { found = picture }
        if bytes.count > FrameCode.most.bytes + 64 { isBroken = true }
        return found
    }

    private mutating func next() -> SentPicture? {
        guard !isBroken, let end = bytes.firstIndex(of: 0x0A) else {
            if bytes.count > 64, bytes.prefix(64).firstIndex(of: 0x0A) == nil { isBroken = true }
            return nil
        }
        guard let header = FrameCode.Header(String(decoding: bytes[..<end], as: UTF8.self)) else {
            isBroken = true
            return nil
        }
        let after = end + 1 + header.length
        guard bytes.count >= after else { return nil }
        let grid = FrameReader.grid(bytes[(end + 1)..<after], header.size)
        bytes.removeFirst(after)
        if grid == nil { isBroken = true }
        return grid.map { SentPicture(grid: $0, mode: header.mode, top: header.top) }
    }

    private static func grid(_ body: ArraySlice<UInt8>, _ size: Size) -> Grid? {
        var grid = Grid(size: size)
        let lines = body.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count == size.rows + 1 else { return nil }
        for (row, line) in lines.dropLast().enumerated() {
            let parts = line.split(separator: 0x1F, omittingEmptySubsequences: false)
            var column = 0
            guard parts.count % 2 == 1 else { return nil }
            for index in stride(from: 0, to: parts.count - 1, by: 2) {
                guard let style = FrameCode.style(String(decoding: parts[index], as: UTF8.self)) else { return nil }
                // What comes in is measured and made harmless like all text.
                column += grid.write(
                    String(decoding: parts[index + 1], as: UTF8.self), column: column, row: row, style: style,
                    overflow: .clip)
            }
            guard column == size.columns else { return nil }
        }
        return grid
    }
}
