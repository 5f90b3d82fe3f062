/// A string that a terminal sends of itself: an answer to a question about its colours, its name or its state (OSC, DCS,
/// APC, PM and SOS of ECMA-48). Nobody typed it, so all of it is passed over; of its bytes only their number is kept.
struct ControlString: Sendable {
    /// What a byte does to the string.
    enum Outcome: Hashable, Sendable {
        /// It belongs to it.
        case goesOn
        /// It was the last.
        case ends
        /// The string broke off at an Escape before it; the byte belongs to what begins there.
        case breaksOff
    }

    /// Bytes passed over.
    private(set) var count = 0
    /// True after an Escape, which begins the string's end or something new.
    private(set) var hasEscape = false
    /// The lead byte of a UTF-8 scalar and how many bytes of it are still to come: a byte 0x9C within one is no end.
    private var scalar: (lead: UInt8, left: Int) = (0, 0)

    /// Takes the next byte. The end is ST in its three spellings, BEL, CAN or SUB.
    mutating func takeByte(_ byte: UInt8) -> Outcome {
        count += 1
        if hasEscape {
            if byte == 0x1B { return .goesOn }
            return byte == 0x5C ? .ends : .breaksOff
        }
        if scalar.left > 0, byte & 0xC0 == 0x80 {
            scalar.left -= 1
            return scalar.lead == 0xC2 && byte == 0x9C ? .ends : .goesOn
        }
        scalar = (byte, ControlString.following(byte))
        switch byte {
        case 0x1B: hasEscape = true
        case 0x07, 0x18, 0x1A, 0x9C: return .ends
        default: break
        }
        return .goesOn
    }

    /// How many bytes follow a lead byte of UTF-8.
    private static func following(_ lead: UInt8) -> Int {
        switch lead {
        case 0xC2...0xDF: 1
        case 0xE0...0xEF: 2
        case 0xF0...0xF4: 3
        default: 0
        }
    }
}
