/// Turns the bytes a terminal sends into keys, pastes and mouse reports.
///
/// It holds what is not complete yet, so sequences may arrive in pieces. It has no clock: when `isPending` and nothing more
/// came for a moment, the caller says so with ``timeOut()``, which makes a lone Escape of a lone ESC byte.
public struct KeyDecoder: Sendable {
    /// The most bytes of one paste that are kept.
    public static let pasteLimit = 64 * 1024
    /// The most bytes of one escape sequence; a longer one is no sequence we know and is dropped.
    private static let sequenceLimit = 64

    private enum State {
        /// Between keys.
        case ground
        /// Inside a UTF-8 scalar of so many more bytes.
        case utf8(left: Int)
        /// After ESC.
        case escape
        /// After `ESC [`.
        case csi
        /// After `ESC O`.
        case ss3
        /// After `ESC [ [`, the Linux console's F1 to F5.
        case console
        /// Inside a bracketed paste.
        case paste
    }

    private var state = State.ground
    private var bytes: [UInt8] = []
    private var alt = false
    private var pasteTail: [UInt8] = []
    private var inputs: [TerminalInput] = []

    /// Bytes of pastes beyond the limit, dropped since the beginning.
    public private(set) var droppedPasteBytes = 0

    /// A decoder between keys.
    public init() {}

    /// True while a sequence has begun and not ended.
    public var isPending: Bool {
        if case .ground = state { return false }
        return true
    }

    /// True inside a paste.
    public var isPasting: Bool {
        if case .paste = state { return true }
        return false
    }

    /// Takes bytes and returns what they complete.
    public mutating func feed(_ more: some Sequence<UInt8>) -> [TerminalInput] {
        for byte in more {
            take(byte)
        }
        defer { inputs.removeAll() }
        return inputs
    }

    /// Ends what is pending because nothing more came: ESC alone is the Escape key, a paste ends where it is.
    public mutating func timeOut() -> [TerminalInput] {
        switch state {
        case .ground: break
        case .escape: emit(.escape)
        case .utf8: emit(.character("\u{FFFD}"))
        case .csi where bytes.isEmpty: emitAlt("[")
        case .ss3: emitAlt("O")
        case .paste: endPaste()
        case .csi, .console: break
        }
        reset()
        defer { inputs.removeAll() }
        return inputs
    }

    private mutating func reset() {
        state = .ground
        bytes.removeAll(keepingCapacity: true)
        alt = false
    }

    private mutating func emit(_ code: Key.Code, _ modifiers: Key.Modifiers = []) {
        inputs.append(.key(Key(code, alt ? modifiers.union(.alt) : modifiers)))
    }

    private mutating func emitAlt(_ scalar: Unicode.Scalar) {
        alt = true
        emit(.character(scalar))
    }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeGround(byte)
        case .utf8(let left): takeUTF8(byte, left)
        case .escape: takeEscape(byte)
        case .csi: takeCSI(byte)
        case .ss3:
            if let key = KeySequences.ss3(byte) { inputs.append(.key(key)) }
            reset()
        case .console:
            if (0x41...0x45).contains(byte) { emit(.function(byte - 0x40)) }
            reset()
        case .paste: takePaste(byte)
        }
    }

    private mutating func takeGround(_ byte: UInt8) {
        switch byte {
        case 0x1B:
            state = .escape
            return
        case 0x20..<0x7F: emit(.character(Unicode.Scalar(byte)))
        case 0xC2...0xDF: return begin(byte, left: 1)
        case 0xE0...0xEF: return begin(byte, left: 2)
        case 0xF0...0xF4: return begin(byte, left: 3)
        case 0x80...: emit(.character("\u{FFFD}"))
        default:
            let key = KeySequences.control(byte)
            emit(key.code, key.modifiers)
        }
        reset()
    }

    private mutating func begin(_ byte: UInt8, left: Int) {
        bytes = [byte]
        state = .utf8(left: left)
    }

    private mutating func takeUTF8(_ byte: UInt8, _ left: Int) {
        guard byte & 0xC0 == 0x80 else {
            emit(.character("\u{FFFD}"))
            reset()
            return take(byte)
        }
        bytes.append(byte)
        if left > 1 {
            state = .utf8(left: left - 1)
        } else {
            for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars.prefix(1) { emit(.character(scalar)) }
            reset()
        }
    }

    private mutating func takeEscape(_ byte: UInt8) {
        switch byte {
        case 0x5B: state = .csi
        case 0x4F: state = .ss3
        case 0x1B: emit(.escape)
        default:
            alt = true
            takeGround(byte)
        }
    }

    private mutating func takeCSI(_ byte: UInt8) {
        switch byte {
        case 0x5B where bytes.isEmpty: state = .console
        case 0x40...0x7E:
            finishCSI(byte)
        case 0x20..<0x40:
            if bytes.count < KeyDecoder.sequenceLimit { bytes.append(byte) }
        case 0x1B:
            // A sequence that broke off; a new one begins.
            reset()
            state = .escape
        default: reset()
        }
    }

    private mutating func finishCSI(_ final: UInt8) {
        let sequence = bytes
        reset()
        guard sequence.count < KeyDecoder.sequenceLimit else { return }
        if final == 0x7E, sequence == Array("200".utf8) {
            state = .paste
        } else if sequence.first == 0x3C {
            if let event = KeySequences.mouse(sequence.dropFirst(), final: final) { inputs.append(.mouse(event)) }
        } else if let key = KeySequences.csi(sequence, final: final) {
            inputs.append(.key(key))
        }
    }

    private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

    private mutating func takePaste(_ byte: UInt8) {
        pasteTail.append(byte)
        if pasteTail == KeyDecoder.pasteEnd {
            pasteTail.removeAll()
            endPaste()
            return
        }
        // What turned out not to be the end of the paste belongs to it.
        while !pasteTail.isEmpty, !KeyDecoder.pasteEnd.starts(with: pasteTail) { keepPasted(pasteTail.removeFirst()) }
    }

    private mutating func keepPasted(_ byte: UInt8) {
        if bytes.count < KeyDecoder.pasteLimit {
            bytes.append(byte)
        } else {
            droppedPasteBytes += 1
        }
    }

    private mutating func endPaste() {
        for byte in pasteTail { keepPasted(byte) }
        pasteTail.removeAll()
        inputs.append(.paste(String(decoding: bytes, as: UTF8.self)))
        reset()
    }
}
