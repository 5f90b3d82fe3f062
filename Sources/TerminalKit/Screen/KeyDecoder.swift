/// Turns the bytes a terminal sends into keys, pastes and mouse reports.
///
/// It holds what is not complete yet, so sequences may arrive in pieces, and passes over what nobody typed: strings and
/// reports that answer a question, whoever asked it. It has no clock: when something is ``pending`` and nothing more came
/// for a time that fits it, the caller says so with ``timeOut()``, which makes a lone Escape of a lone ESC byte. What has
/// begun as a sequence never becomes keys.
package struct KeyDecoder: Sendable {
    /// The most bytes of one paste that are kept.
    static let pasteLimit = 64 * 1024
    /// A string of more bytes than this is nothing that a terminal answers; it is passed over all the same.
    static let stringLimit = 64 * 1024
    /// The byte of Ctrl-E, by which an officer's call for help is entered. No terminal answers with it, so it ends whatever
    /// has begun and not ended, and is the key: nothing that hangs can keep it waiting.
    static let callForHelp: UInt8 = 0x05
    /// The most bytes of one escape sequence; a longer one is no sequence we know and is dropped.
    static let sequenceLimit = 64

    /// What has begun and not ended.
    package enum Pending: Hashable, Sendable {
        /// An ESC byte: the Escape key, or the beginning of anything.
        case escape
        /// A key or a report.
        case sequence
        /// A string that the terminal sends of itself.
        case string
        /// The Escape that ends such a string, unless the string breaks off at it.
        case stringEnd
        /// A bracketed paste.
        case paste
    }

    enum State {
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
        /// Inside an old mouse report of so many more scalars.
        case report(left: Int)
        /// Inside a string.
        case string(ControlString)
        /// Inside a bracketed paste.
        case paste
    }

    var state = State.ground
    var bytes: [UInt8] = []
    private var alt = false
    private var pasted = PastedBytes()
    var inputs: [TerminalInput] = []
    /// True after a time-out made the Escape key of an ESC byte that may have been the first of a sequence.
    private var mayGoOn = false

    /// Bytes of pastes beyond the limit, dropped since the beginning.
    var droppedPasteBytes: Int { pasted.dropped }

    /// A decoder between keys.
    package init() {}

    /// What has begun and not ended; nil between keys.
    package var pending: Pending? {
        switch state {
        case .ground: nil
        case .escape: .escape
        case .utf8, .csi, .ss3, .console, .report: .sequence
        case .string(let string): string.hasEscape ? .stringEnd : .string
        case .paste: .paste
        }
    }

    /// True while a string has more bytes than any answer.
    package var isStringTooLong: Bool {
        if case .string(let string) = state { return string.count > KeyDecoder.stringLimit }
        return false
    }

    /// Takes bytes that arrived together and returns what they complete. After a pause (`isAfterPause`), Escape or Ctrl-E that
    /// came alone ends a paste: text that is pasted comes without pauses.
    package mutating func feed(_ more: some Collection<UInt8>, isAfterPause: Bool = false) -> [TerminalInput] {
        if case .paste = state, isAfterPause, more.count == 1,
            more.first == 0x1B || more.first == KeyDecoder.callForHelp
        {
            endPaste()
        }
        if mayGoOn, !more.isEmpty {
            mayGoOn = false
            if KeySequences.looksLikeTheRest(of: more) { state = .escape }
        }
        for byte in more {
            takeByte(byte)
        }
        defer { inputs.removeAll() }
        return inputs
    }

    /// Ends what is pending because nothing more came: ESC alone is the Escape key, a paste ends where it is, a sequence or
    /// string that broke off is nothing.
    package mutating func timeOut() -> [TerminalInput] {
        switch state {
        case .escape:
            emit(.escape)
            mayGoOn = true
        case .utf8: emit(.character("\u{FFFD}"))
        case .paste: endPaste()
        case .ground, .csi, .ss3, .console, .report, .string: break
        }
        reset()
        defer { inputs.removeAll() }
        return inputs
    }

    /// Says that so much time has passed since the Escape key that what comes now does not belong to its ESC byte.
    package mutating func forgetEscape() { mayGoOn = false }

    mutating func reset() {
        state = .ground
        bytes.removeAll(keepingCapacity: true)
        alt = false
    }

    private mutating func emit(_ code: Key.Code, _ modifiers: Key.Modifiers = []) {
        inputs.append(.key(Key(code, alt ? modifiers.union(.alt) : modifiers)))
    }

    mutating func takeByte(_ byte: UInt8) {
        if byte == KeyDecoder.callForHelp { breakIn() }
        switch state {
        case .ground: takeGround(byte)
        case .utf8(let left): takeUTF8(byte, left)
        case .escape: takeEscape(byte)
        case .csi: takeCSI(byte)
        case .ss3: takeSS3(byte)
        case .console:
            if (0x41...0x45).contains(byte) { emit(.function(byte - 0x40)) }
            reset()
        case .report(let left): takeReport(byte, left)
        case .string(let string): takeString(byte, string)
        case .paste: if pasted.takeByte(byte) { endPaste() }
        }
    }

    /// Ends what the key for help must not wait for. Behind an ESC byte it is that key and Escape's before it, not one with Alt:
    /// whoever leaves a box in a hurry sends both at once. Within a paste it is text.
    private mutating func breakIn() {
        switch state {
        case .escape:
            emit(.escape)
            reset()
        case .csi, .ss3, .console, .string: reset()
        case .ground, .utf8, .report, .paste: break
        }
    }

    private mutating func endPaste() {
        inputs.append(.paste(pasted.end()))
        reset()
    }

    private mutating func takeGround(_ byte: UInt8) {
        switch byte {
        case 0x1B:
            state = .escape
            return
        case 0x20..<0x7F: emit(.character(Unicode.Scalar(byte)))
        case 0x80..<0xA0: return takeC1(byte)
        case 0xC2...0xDF: return begin(byte, left: 1)
        case 0xE0...0xEF: return begin(byte, left: 2)
        case 0xF0...0xF4: return begin(byte, left: 3)
        case 0xA0...: emit(.character("\u{FFFD}"))
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
            return takeByte(byte)
        }
        bytes.append(byte)
        if left > 1 {
            state = .utf8(left: left - 1)
            return
        }
        let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
        if (0x80..<0xA0).contains(scalar.value) { return takeC1(UInt8(scalar.value)) }
        emit(.character(scalar))
        reset()
    }

    /// The one-byte spelling of ESC and a byte in 0x40 to 0x5F. None of them is a key.
    private mutating func takeC1(_ byte: UInt8) {
        reset()
        if let state = KeyDecoder.opened(by: byte - 0x40) { self.state = state }
    }

    /// What ESC and this byte open; nil where they are a key with Alt.
    private static func opened(by byte: UInt8) -> State? {
        switch byte {
        case 0x5B: .csi
        case 0x4F: .ss3
        // DCS, SOS, OSC, PM and APC
        case 0x50, 0x58, 0x5D...0x5F: .string(ControlString())
        default: nil
        }
    }

    private mutating func takeEscape(_ byte: UInt8) {
        if byte == 0x1B { return emit(.escape) }
        if let opened = KeyDecoder.opened(by: byte) {
            state = opened
        } else {
            alt = true
            takeGround(byte)
        }
    }

    private mutating func takeString(_ byte: UInt8, _ string: ControlString) {
        var string = string
        switch string.takeByte(byte) {
        case .goesOn: state = .string(string)
        case .ends: reset()
        case .breaksOff:
            reset()
            takeEscape(byte)
        }
    }
}
