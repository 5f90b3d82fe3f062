/// The colours xterm gives its 256 palette entries.
package enum XtermPalette {
    /// xterm's first sixteen.
    private static let ansi: [(UInt8, UInt8, UInt8)] = [
        (0x00, 0x00, 0x00), (0xCD, 0x00, 0x00), (0x00, 0xCD, 0x00), (0xCD, 0xCD, 0x00), (0x00, 0x00, 0xEE),
        (0xCD, 0x00, 0xCD), (0x00, 0xCD, 0xCD), (0xE5, 0xE5, 0xE5), (0x7F, 0x7F, 0x7F), (0xFF, 0x00, 0x00),
        (0x00, 0xFF, 0x00), (0xFF, 0xFF, 0x00), (0x5C, 0x5C, 0xFF), (0xFF, 0x00, 0xFF), (0x00, 0xFF, 0xFF),
        (0xFF, 0xFF, 0xFF),
    ]

    /// Red, green and blue of an entry: the first sixteen, then a cube of 6 x 6 x 6, then 24 greys.
    package static func parts(of index: UInt8) -> (UInt8, UInt8, UInt8) {
        if index < 16 { return ansi[Int(index)] }
        if index >= 232 {
            let grey = 8 + 10 * (index - 232)
            return (grey, grey, grey)
        }
        let cube = index - 16
        func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }
        return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    }

    /// The entry nearest to a colour, by the usual weighting of red, green and blue to the eye.
    package static func nearest(to colour: (UInt8, UInt8, UInt8), in range: ClosedRange<UInt8>) -> UInt8 {
        var best = range.lowerBound
        var least = Int.max
        for index in range {
            let other = parts(of: index)
            let red = Int(colour.0) - Int(other.0)
            let green = Int(colour.1) - Int(other.1)
            let blue = Int(colour.2) - Int(other.2)
            let distance = 2 * red * red + 4 * green * green + 3 * blue * blue
            if distance < least {
                least = distance
                best = index
            }
        }
        return best
    }
}

extension Colour {
    /// Red, green and blue as xterm shows the colour; nil for the terminal's own.
    package var parts: (red: UInt8, green: UInt8, blue: UInt8)? {
        switch kind {
        case .standard: return nil
        case .indexed(let index): return XtermPalette.parts(of: index)
        case .rgb(let red, let green, let blue): return (red, green, blue)
        }
    }
}
