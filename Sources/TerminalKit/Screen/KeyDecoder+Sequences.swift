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
            return take(byte)
        }
        guard isWhole || !bytes.isEmpty else {
            bytes = [byte]
            return
        }
        let isFurther = !isWhole && byte & 0xC0 == 0x80
        bytes = []
        if left > 1 { state = .report(left: left - 1) } else { reset() }
        // A lead byte that stood alone was a number; this one is the next.
        if !isWhole, !isFurther { take(byte) }
    }
}
