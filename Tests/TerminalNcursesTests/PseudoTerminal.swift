import Formats
import Foundation
import Glibc
import TerminalKit

@testable import TerminalNcurses

/// A pseudo-terminal: the program's side is opened by a screen, this side reads what it sends and types.
final class PseudoTerminal {
    let master: Int32
    let slave: Int32
    /// The screen that sends, so that it can go on sending.
    weak var screen: NcursesScreen?
    private var isMasterOpen = true
    /// What was sent so far, shown as a terminal would.
    private(set) var emulator: Emulator

    init(_ size: Size) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var unlock: Int32 = 0
        var number: Int32 = 0
        // TIOCSPTLCK and TIOCGPTN: what unlockpt and ptsname do, which the standard hides from Swift here.
        guard master >= 0, ioctl(master, 0x4004_5431, &unlock) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
            throw POSIXError(.ENOTTY)
        }
        slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        guard slave >= 0 else { throw POSIXError(.ENOTTY) }
        emulator = Emulator(size: size)
        resize(size)
    }

    deinit {
        Glibc.close(slave)
        hangUp()
    }

    func resize(_ size: Size) {
        emulator = Emulator(size: size)
        var window = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    }

    func hangUp() {
        if isMasterOpen { Glibc.close(master) }
        isMasterOpen = false
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// What the screen sent since the last call: a mark is sent after it, and all before the mark is it. What the terminal had
    /// no room for follows as reading makes room.
    func sent() -> [UInt8] {
        var bytes: [UInt8] = []
        while let screen, screen.output.isBehind {
            guard take(&bytes) else { break }
            screen.catchUp()
        }
        let mark: [UInt8] = [0x01, 0x02, 0x01]
        _ = write(slave, mark, mark.count)
        while bytes.suffix(mark.count) != mark[...], take(&bytes) {}
        bytes.removeLast(min(bytes.count, mark.count))
        emulator.take(bytes)
        return bytes
    }

    private func take(_ bytes: inout [UInt8]) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = read(master, &buffer, buffer.count)
        if count > 0 { bytes += buffer[..<count] }
        return count > 0
    }

    func settings() -> termios {
        var settings = termios()
        tcgetattr(slave, &settings)
        return settings
    }
}

/// The parts of a terminal that ncurses makes use of, enough to know what a person would see.
struct Emulator {
    private(set) var size: Size
    private var cells: [[Shown]]
    /// The next column; the width of the terminal where the cursor stands on the last one and the next glyph wraps.
    private var column = 0
    private var row = 0
    private var style = Style.plain
    private var last: Shown?
    /// What came that is neither text nor a sequence ncurses has reason to send.
    private(set) var strays: [String] = []
    /// Modes that are on, by their numbers.
    private(set) var modes: Set<Int> = []
    private(set) var isCursorVisible = true

    struct Shown: Equatable {
        var text = " "
        var width = 1
        var style = Style.plain
    }

    init(size: Size) {
        self.size = size
        cells = Array(repeating: Array(repeating: Shown(), count: size.columns), count: size.rows)
    }

    subscript(column: Int, row: Int) -> Shown { cells[row][column] }

    var place: (column: Int, row: Int) { (column, row) }

    func text() -> String {
        cells.map { line in
            var text = line.map { $0.width == 0 ? "" : $0.text }.joined()
            while text.last == " " { text.removeLast() }
            return text
        }.joined(separator: "\n")
    }

    mutating func take(_ bytes: [UInt8]) {
        let text = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        var index = 0
        while index < text.count {
            let scalar = text[index]
            index += 1
            switch scalar.value {
            case 0x1B: takeEscape(text, &index)
            case 0x0D: column = 0
            case 0x0A: row = min(row + 1, size.rows - 1)
            case 0x0E, 0x0F: break
            case 0x08: column = max(0, min(column, size.columns - 1) - 1)
            case 0x00..<0x20, 0x7F..<0xA0: strays.append("U+\(String(scalar.value, radix: 16))")
            default: print(scalar)
            }
        }
    }

    private mutating func takeEscape(_ text: [Unicode.Scalar], _ index: inout Int) {
        guard index < text.count else { return strays.append("ESC at the end") }
        let kind = text[index]
        index += 1
        switch kind {
        case "[":
            var parameters = ""
            while index < text.count, (0x20..<0x40).contains(text[index].value) {
                parameters.unicodeScalars.append(text[index])
                index += 1
            }
            guard index < text.count else { return strays.append("CSI at the end") }
            let final = Character(text[index])
            index += 1
            control(parameters, final)
        case "(", ")": index += 1
        case "=", ">", "7", "8": break
        case "]":
            while index < text.count, text[index] != "\\" { index += 1 }
            index += 1
        default: strays.append("ESC \(kind)")
        }
    }

    private mutating func control(_ parameters: String, _ final: Character) {
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        let count = max(1, numbers.first ?? 1)
        // A move away from the last column ends the wait for a wrap.
        if "ABCDd".contains(final) { column = min(column, size.columns - 1) }
        switch final {
        case "H":
            row = min(max(1, numbers.first ?? 1), size.rows) - 1
            column = min(max(1, numbers.count > 1 ? numbers[1] : 1), size.columns) - 1
        case "A": row = max(0, row - count)
        case "B": row = min(size.rows - 1, row + count)
        case "C": column = min(size.columns - 1, column + count)
        case "D": column = max(0, column - count)
        case "G": column = min(count, size.columns) - 1
        case "d": row = min(count, size.rows) - 1
        case "J", "K", "X": erase(final, numbers.first ?? 0, count)
        case "b": for _ in 0..<count { if let last { put(last) } }
        case "m": paint(parameters)
        case "h", "l":
            for number in parameters.drop(while: { $0 == "?" }).split(separator: ";").compactMap({ Int($0) }) {
                if number == 25 { isCursorVisible = final == "h" }
                if final == "h" { modes.insert(number) } else { modes.remove(number) }
            }
        case "r", "t", "c": break
        default: strays.append("CSI \(parameters)\(final)")
        }
    }

    private mutating func erase(_ kind: Character, _ from: Int, _ count: Int) {
        let blank = Shown(style: Style(background: style.background))
        column = min(column, size.columns - 1)
        switch (kind, from) {
        case ("X", _): for place in column..<min(size.columns, column + count) { cells[row][place] = blank }
        case ("K", 1): for place in 0...min(column, size.columns - 1) { cells[row][place] = blank }
        case (_, 0):
            for place in min(column, size.columns)..<size.columns { cells[row][place] = blank }
            if kind == "J" { for line in (row + 1)..<max(row + 1, size.rows) { clear(line, blank) } }
        default: for line in kind == "J" ? 0..<size.rows : row..<(row + 1) { clear(line, blank) }
        }
    }

    private mutating func clear(_ line: Int, _ blank: Shown) {
        cells[line] = Array(repeating: blank, count: size.columns)
    }

    private mutating func print(_ scalar: Unicode.Scalar) {
        let width = TextWidth.columns(of: scalar)
        if width == 0 {
            let base = column > 1 && cells[row][column - 1].width == 0 ? column - 2 : column - 1
            if base >= 0 { cells[row][base].text.unicodeScalars.append(scalar) }
            return
        }
        put(Shown(text: String(Character(scalar)), width: width, style: style))
    }

    private mutating func put(_ shown: Shown) {
        if column + shown.width > size.columns {
            column = 0
            row = min(row + 1, size.rows - 1)
        }
        if cells[row][column].width == 0, column > 0 { cells[row][column - 1] = Shown() }
        let end = column + shown.width
        if end < size.columns, cells[row][end].width == 0 { cells[row][end] = Shown() }
        cells[row][column] = shown
        if shown.width == 2 { cells[row][column + 1] = Shown(text: "", width: 0, style: shown.style) }
        column = end
        last = shown
    }

    private mutating func paint(_ parameters: String) {
        var fields = parameters.split(separator: ";", omittingEmptySubsequences: false)[...]
        while let field = fields.popFirst() {
            if field.contains(":") {
                let parts = field.split(separator: ":", omittingEmptySubsequences: false).map { UInt8($0) ?? 0 }
                guard parts.count == 6, parts[1] == 2 else { return strays.append("SGR \(field)") }
                set(.rgb(parts[3], parts[4], parts[5]), isBackground: parts[0] == 48)
                continue
            }
            let number = Int(field) ?? 0
            let bits: [Int: Attributes] = [1: .bold, 2: .dim, 3: .italic, 4: .underline, 7: .reverse]
            switch number {
            case 0: style = .plain
            case 10: break
            case 1...7: style.attributes.formUnion(bits[number] ?? [])
            case 22: style.attributes.subtract([.bold, .dim])
            case 23, 24, 27: style.attributes.subtract(bits[number - 20] ?? [])
            case 30...37: set(.indexed(UInt8(number - 30)), isBackground: false)
            case 40...47: set(.indexed(UInt8(number - 40)), isBackground: true)
            case 90...97: set(.indexed(UInt8(number - 82)), isBackground: false)
            case 100...107: set(.indexed(UInt8(number - 92)), isBackground: true)
            case 39: style.foreground = .standard
            case 49: style.background = .standard
            case 38, 48:
                guard fields.popFirst() == "5", let index = fields.popFirst().flatMap({ UInt8($0) }) else {
                    return strays.append("SGR \(parameters)")
                }
                set(.indexed(index), isBackground: number == 48)
            default: strays.append("SGR \(number)")
            }
        }
    }

    private mutating func set(_ colour: Colour, isBackground: Bool) {
        if isBackground { style.background = colour } else { style.foreground = colour }
    }
}
