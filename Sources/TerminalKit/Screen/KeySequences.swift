/// The control bytes and escape sequences of xterm and its kin, the Linux console and rxvt, and the keys they mean.
enum KeySequences {
    /// The key of a byte below 0x20, or of DEL.
    static func control(_ byte: UInt8) -> Key {
        switch byte {
        case 0x0D, 0x0A: Key(.enter)
        case 0x09: Key(.tab)
        case 0x08, 0x7F: Key(.backspace)
        case 0x1B: Key(.escape)
        case 0x00: Key(.character(" "), .control)
        case 0x01...0x1A: Key(.character(Unicode.Scalar(byte + 0x60)), .control)
        default: Key(.character(Unicode.Scalar(byte + 0x40)), .control)
        }
    }

    /// The key of `ESC O`, parameters that a few old terminals send, and a byte; nil where there is none.
    static func ss3(_ parameters: [UInt8], final byte: UInt8) -> Key? {
        guard parameters.isEmpty else { return csi(Array("1;".utf8) + parameters, final: byte) }
        return switch byte {
        case 0x4D: Key(.enter)
        case 0x50...0x53: Key(.function(byte - 0x4F))
        // rxvt's Ctrl with a cursor key
        case 0x61...0x64: letter(byte - 0x20).map { Key($0, .control) }
        // The keypad's * + , - . / and digits
        case 0x6A...0x79: Key(.character(Unicode.Scalar(byte - 0x40)))
        default: letter(byte).map { Key($0) }
        }
    }

    /// The key of `ESC [`, parameters and a final byte; nil where it is none, as with answers to questions.
    static func csi(_ parameters: [UInt8], final: UInt8) -> Key? {
        guard let numbers = numbers(parameters), !isRelease(parameters) else { return nil }
        let held = numbers.count > 1 ? modifiers(numbers[1]) : []
        switch final {
        case 0x7E where numbers.first == 27 && numbers.count > 2: return coded(numbers[2], held)
        case 0x7E: return numbered(numbers.first ?? 0).map { Key($0, held) }
        case 0x75: return coded(numbers.first ?? 0, held)
        case 0x5A: return Key(.tab, held.union(.shift))
        // With numbers, R is the place of the cursor, which some program has asked for.
        case 0x52: return numbers.isEmpty ? Key(.function(3)) : nil
        case 0x50...0x53 where numbers.first ?? 1 <= 1: return Key(.function(final - 0x4F), held)
        // rxvt's Shift with a cursor key
        case 0x61...0x64 where numbers.isEmpty: return letter(final - 0x20).map { Key($0, .shift) }
        case 0x41...0x48 where numbers.first ?? 1 <= 1: return letter(final).map { Key($0, held) }
        default: return nil
        }
    }

    /// How many scalars follow `ESC [` and this byte in a mouse report of the oldest forms; nil for what is no report.
    static func reportLength(_ final: UInt8) -> Int? {
        switch final {
        case 0x4D: 3
        case 0x54: 6
        case 0x74: 2
        default: nil
        }
    }

    /// True for bytes that came together and read like a sequence without its ESC, which has come some time before: nobody
    /// types so much at once, and nobody types it so.
    static func looksLikeTheRest(of bytes: some Collection<UInt8>) -> Bool {
        let few = Array(bytes.prefix(3))
        guard few.count >= 2 else { return false }
        func isOneOf(_ text: String) -> Bool { text.utf8.contains(few[1]) }
        let isNumber = (0x30..<0x3A).contains(few[1])
        switch few[0] {
        case 0x5B: return few.count > 2 && (isNumber || isOneOf("?><=IO")) || isOneOf("ABCDFHMZ")
        case 0x4F: return isOneOf("ABCDFHMPQRS")
        case 0x5D: return isNumber && few.count > 2
        case 0x50: return (isNumber || isOneOf(">!+$=|")) && few.count > 2
        case 0x5F: return isOneOf("G") && few.count > 2
        default: return false
        }
    }

    /// The report of `ESC [ <`, parameters and a final byte; nil for what is no press and no wheel.
    static func mouse(_ parameters: some Collection<UInt8>, final: UInt8) -> MouseEvent? {
        guard let numbers = numbers(Array(parameters)), numbers.count == 3, final == 0x4D, numbers[1] > 0,
            numbers[2] > 0
        else { return nil }
        let place = (column: numbers[1] - 1, row: numbers[2] - 1)
        switch numbers[0] & ~0x1C {
        case 0: return MouseEvent(action: .press, column: place.column, row: place.row)
        case 64: return MouseEvent(action: .wheelUp, column: place.column, row: place.row)
        case 65: return MouseEvent(action: .wheelDown, column: place.column, row: place.row)
        default: return nil
        }
    }

    /// Decimal numbers between semicolons, sub-parameters after a colon left out; nil where there is anything else.
    private static func numbers(_ parameters: [UInt8]) -> [Int]? {
        guard !parameters.isEmpty else { return [] }
        var result: [Int] = []
        for field in parameters.split(separator: 0x3B, omittingEmptySubsequences: false) {
            var value = 0
            for byte in field.prefix(while: { $0 != 0x3A }) {
                guard (0x30...0x39).contains(byte), value < 0x11_0000 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            result.append(value)
        }
        return result
    }

    /// True when the second parameter says, as kitty's protocol does, that the key went up.
    private static func isRelease(_ parameters: [UInt8]) -> Bool {
        let fields = parameters.split(separator: 0x3B, omittingEmptySubsequences: false)
        guard fields.count > 1,
            let kind = fields[1].split(separator: 0x3A, omittingEmptySubsequences: false).dropFirst().first
        else { return false }
        return kind.elementsEqual([0x33])
    }

    private static func letter(_ byte: UInt8) -> Key.Code? {
        switch byte {
        case 0x41: .up
        case 0x42: .down
        case 0x43: .right
        case 0x44: .left
        case 0x46: .end
        case 0x48: .home
        default: nil
        }
    }

    private static func numbered(_ number: Int) -> Key.Code? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(UInt8(number - 10))
        case 17...21: .function(UInt8(number - 11))
        case 23...26: .function(UInt8(number - 12))
        case 28, 29: .function(UInt8(number - 13))
        case 31...34: .function(UInt8(number - 14))
        default: nil
        }
    }

    /// One more than a sum of 1 for Shift, 2 for Alt, 4 for Control.
    private static func modifiers(_ number: Int) -> Key.Modifiers {
        let bits = max(0, number - 1)
        var result: Key.Modifiers = []
        if bits & 1 != 0 { result.insert(.shift) }
        if bits & 2 != 0 { result.insert(.alt) }
        if bits & 4 != 0 { result.insert(.control) }
        return result
    }

    /// A key given by its code point, as with modifyOtherKeys and CSI u.
    private static func coded(_ code: Int, _ held: Key.Modifiers) -> Key? {
        guard code > 0, let scalar = UInt32(exactly: code).flatMap({ Unicode.Scalar($0) }) else { return nil }
        // Kitty gives keys without a character of their own numbers of the private use area.
        guard !(0xE000..<0xF900).contains(code) else { return keypad(code).map { Key($0, held) } }
        if code < 0x20 || code == 0x7F {
            let key = control(UInt8(code))
            return Key(key.code, key.modifiers.union(held))
        }
        guard scalar.isASCII, held.contains(.shift) || held.contains(.control) else {
            return Key(.character(scalar), held.subtracting(.shift))
        }
        // Shift is in the character; with Control the letter is lower case.
        let isLetter = (0x41...0x5A).contains(code & ~0x20)
        let value = !isLetter ? code : held.contains(.control) ? code | 0x20 : code & ~0x20
        return Key(.character(Unicode.Scalar(UInt8(value))), held.subtracting(.shift))
    }

    /// The keypad's digits and Enter in kitty's protocol.
    private static func keypad(_ code: Int) -> Key.Code? {
        switch code {
        case 57399...57408: .character(Unicode.Scalar(UInt8(0x30 + code - 57399)))
        case 57414: .enter
        default: nil
        }
    }
}

extension KeyDecoder {
    // MARK: Sequences with a final byte

    mutating func takeSS3(_ byte: UInt8) {
        switch byte {
        case 0x1B:
            reset()
            state = .escape
        case 0x30..<0x3C where bytes.count < KeyDecoder.sequenceLimit: bytes.append(byte)
        default:
            if let key = KeySequences.ss3(bytes, final: byte) { inputs.append(.key(key)) }
            reset()
        }
    }

    mutating func takeCSI(_ byte: UInt8) {
        switch byte {
        case 0x5B where bytes.isEmpty: state = .console
        case 0x40...0x7E: finishCSI(byte)
        case 0x1B:
            // A sequence that broke off; a new one begins.
            reset()
            state = .escape
        case 0x18, 0x1A: reset()
        default:
            // What cannot stand here makes it none that we know; it lasts until its final byte all the same.
            if bytes.count < KeyDecoder.sequenceLimit { bytes.append(byte) }
        }
    }

    private mutating func finishCSI(_ final: UInt8) {
        let sequence = bytes
        reset()
        guard sequence.count < KeyDecoder.sequenceLimit else { return }
        if sequence.isEmpty, let left = KeySequences.reportLength(final) {
            state = .report(left: left)
        } else if final == 0x7E, sequence == Array("200".utf8) {
            state = .paste
        } else if sequence.first == 0x3C {
            if let event = KeySequences.mouse(sequence.dropFirst(), final: final) { inputs.append(.mouse(event)) }
        } else if let key = KeySequences.csi(sequence, final: final) {
            inputs.append(.key(key))
        }
    }

    /// An old mouse report gives its numbers as scalars; nobody asks for them here.
    mutating func takeReport(_ byte: UInt8, _ left: Int) {
        let isWhole = bytes.isEmpty && byte < 0xC2
        guard byte >= 0x20 else {
            // It broke off.
            reset()
            return takeByte(byte)
        }
        guard isWhole || !bytes.isEmpty else {
            bytes = [byte]
            return
        }
        let isFurther = !isWhole && byte & 0xC0 == 0x80
        bytes = []
        if left > 1 { state = .report(left: left - 1) } else { reset() }
        // A lead byte that stood alone was a number; this one is the next.
        if !isWhole, !isFurther { takeByte(byte) }
    }
}
