/// Text from outside cut into words that can be compared: lower case, full-width forms as their narrow ones.
package enum FoldedText {
    /// The words of a text, a run of Chinese characters and the digits among them counting as one, and the signs `/`,
    /// `&` and `@` by themselves. At most `limit` characters are looked at.
    package static func tokens(of text: String, limit: Int) -> [String] {
        var found: [String] = []
        var word = String.UnicodeScalarView()
        var isHanRun = false
        func flush() {
            if !word.isEmpty { found.append(String(word)) }
            word = String.UnicodeScalarView()
            isHanRun = false
        }
        for scalar in text.unicodeScalars.prefix(limit) {
            let scalar = folded(scalar)
            switch sort(of: scalar) {
            case .han:
                if !isHanRun { flush() }
                isHanRun = true
                word.append(scalar)
            case .digit: word.append(scalar)
            case .letter:
                if isHanRun { flush() }
                word.append(scalar)
            case .dropped: continue
            // Blanks within a Chinese address say nothing.
            case .blank where isHanRun: continue
            case .blank, .other:
                flush()
                if scalar == "/" || scalar == "&" || scalar == "@" { found.append(String(Character(scalar))) }
            }
        }
        flush()
        return found
    }

    /// What a character is to the words of a text.
    package enum Sort {
        case han, digit, letter
        /// Part of a word, but not kept: `O'Farrell`, `St.`.
        case dropped
        case blank
        /// What ends a word.
        case other
    }

    /// What a folded character is.
    package static func sort(of scalar: Unicode.Scalar) -> Sort {
        switch scalar.value {
        case 0x61...0x7A: .letter
        case 0x30...0x39: .digit
        case 0x20: .blank
        case 0x27, 0x2E, 0x2019: .dropped
        case 0..<0x80: .other
        default: isHan(scalar) ? .han : scalar.properties.isAlphabetic ? .letter : .other
        }
    }

    /// A character's lower-case, narrow form.
    package static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: return Unicode.Scalar(scalar.value + 0x20) ?? scalar
        case 0..<0x80: return scalar
        case 0xFF01...0xFF5E: return folded(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
        case 0x3000: return " "
        case 0xC0..<0x3000:
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            return lower.count == 1 ? lower.first ?? scalar : scalar
        default: return scalar
        }
    }

    /// True for Chinese characters.
    package static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0x3007: true
        default: false
        }
    }

    /// FNV-1a, 64 bits: the same on every machine and in every run.
    package static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(emptyHash, grown)
    }

    /// The hash of no text.
    package static let emptyHash: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The hash of a text and one more byte.
    package static func grown(_ before: UInt64, _ byte: UInt8) -> UInt64 {
        (before ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    /// The hash of a text and one more character.
    package static func grown(_ before: UInt64, _ scalar: Unicode.Scalar) -> UInt64 {
        scalar.utf8.reduce(before, grown)
    }
}
