/// Finds the line on which a member of a JSON text stands, for a message about it. The text is one that was read already.
struct TablePlace {
    /// A step from a value to one inside it.
    enum Step {
        case member(String)
        case element(Int)
    }

    private let bytes: [UInt8]
    private var offset = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The line, counted from 1, of the deepest value on a path that is there.
    static func line(of path: [Step], in bytes: [UInt8]) -> Int {
        var place = TablePlace(bytes)
        for step in path { guard place.enter(step) else { break } }
        return 1 + bytes.prefix(place.offset).count { $0 == 0x0A }
    }

    /// The line of a byte, counted from 1.
    static func line(ofByte offset: Int, in bytes: [UInt8]) -> Int {
        1 + bytes.prefix(offset).count { $0 == 0x0A }
    }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") { offset += 1 }
    }

    /// Goes to a member's or an element's value; false, and back where it was, when there is none.
    private mutating func enter(_ step: Step) -> Bool {
        let start = offset
        skipBlanks()
        let opening: UInt8 = if case .member = step { UInt8(ascii: "{") } else { UInt8(ascii: "[") }
        guard next == opening else { return back(start) }
        offset += 1
        var index = 0
        while true {
            skipBlanks()
            guard let byte = next, byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]") else { return back(start) }
            switch step {
            case .element(let wanted):
                if index == wanted { return true }
            case .member(let name):
                let key = offset
                skipValue()
                if String(decoding: bytes[key..<offset], as: UTF8.self) == "\"\(name)\"" { return true }
                skipBlanks()
            }
            skipValue()
            index += 1
        }
    }

    private mutating func back(_ start: Int) -> Bool {
        offset = start
        return false
    }

    /// Goes behind a value.
    private mutating func skipValue() {
        var depth = 0
        repeat {
            skipBlanks()
            switch next {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                offset += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                offset += 1
            case UInt8(ascii: "\""): skipText()
            default: while let byte = next, byte > 0x20, !",]}".utf8.contains(byte) { offset += 1 }
            }
        } while depth > 0 && offset < bytes.count
    }

    private mutating func skipText() {
        offset += 1
        while let byte = next, byte != UInt8(ascii: "\"") { offset += byte == UInt8(ascii: "\\") ? 2 : 1 }
        offset = min(offset + 1, bytes.count)
    }
}
