import CNcursesw
import TerminalKit

/// Gives every combination of two colours an ncurses colour pair, as long as there are any.
struct ColourPairs {
    private var pairs: [UInt64: Int32] = [:]
    private var last: (key: UInt64, pair: Int32) = (.max, 0)
    private var next: Int32 = 1
    private let limit: Int32
    private let colours: Int32
    private let isDirect: Bool

    /// Pairs for the terminal that is set up.
    init(isDirect: Bool) {
        limit = watchfloor_pairs()
        colours = watchfloor_colours()
        self.isDirect = isDirect
    }

    /// The pair of a style; 0, the terminal's own colours, when there is none left.
    mutating func pair(of style: Style) -> Int32 {
        let key = UInt64(style.foreground.rawValue) << 32 | UInt64(style.background.rawValue)
        if key == last.key { return last.pair }
        let pair = pairs[key] ?? add(key, style)
        last = (key, pair)
        return pair
    }

    private mutating func add(_ key: UInt64, _ style: Style) -> Int32 {
        let (front, back) = (number(style.foreground), number(style.background))
        var pair = Int32(0)
        if front >= 0 || back >= 0, next < limit, init_extended_pair(next, front, back) != ERR {
            pair = next
            next += 1
        }
        // Remembered also where there was none left, so that it is not tried again at every cell.
        if pair != 0 || pairs.count < Int(limit) + 4096 { pairs[key] = pair }
        return pair
    }

    /// A colour's number for ncurses, -1 for the terminal's own.
    private func number(_ colour: Colour) -> Int32 {
        switch colour.kind {
        case .standard: return -1
        case .indexed(let index):
            if isDirect, index > 7 { return direct(XtermPalette.parts(of: index)) }
            if Int32(index) < colours { return Int32(index) }
            return XtermPalette.nearest(colour.parts.map { ($0.red, $0.green, $0.blue) } ?? (0, 0, 0), colours: colours)
        case .rgb(let red, let green, let blue):
            if isDirect { return direct((red, green, blue)) }
            return XtermPalette.nearest((red, green, blue), colours: colours)
        }
    }

    /// A direct colour's number. Numbers below 8 are the ANSI colours also here, so the seven darkest blues become the eighth.
    private func direct(_ parts: (UInt8, UInt8, UInt8)) -> Int32 {
        max(8, Int32(parts.0) << 16 | Int32(parts.1) << 8 | Int32(parts.2))
    }
}

extension XtermPalette {
    /// The number nearest to a colour on a terminal of so many colours, -1 where it has none.
    fileprivate static func nearest(_ parts: (UInt8, UInt8, UInt8), colours: Int32) -> Int32 {
        switch colours {
        case 256...: Int32(nearest(to: parts, in: 16...255))
        case 16...: Int32(nearest(to: parts, in: 0...15))
        case 8...: Int32(nearest(to: parts, in: 0...7))
        default: -1
        }
    }
}
