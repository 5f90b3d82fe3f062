import Feeds
import Formats

/// The secret that a sender shows. Only its digest is kept.
package struct FeedToken: Sendable {
    /// As the sender writes it behind `Bearer`.
    package let text: String

    /// A fresh token of 256 random bits.
    package init(using random: inout some RandomNumberGenerator) {
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        text = "wf_" + FeedToken.base64(bytes)
    }

    /// A token that somebody chose; nil unless it has 16 to 512 bytes that `Bearer` may carry (RFC 6750, section 2.1).
    package init?(_ text: String) {
        guard (16...512).contains(text.utf8.count), text.utf8.allSatisfy(FeedToken.isAllowed) else { return nil }
        self.text = text
    }

    /// SHA-256 of the token, 32 bytes: what `feeds.toml` keeps. A token of 256 random bits needs no salt and no slow hash.
    package var hash: [UInt8] { FeedToken.hash(text) }
    /// The same in hexadecimal, as `feeds.toml` writes it.
    package var hexadecimal: String { hexadecimalText(hash) }

    static func hash(_ text: String) -> [UInt8] { SHA256.digest(of: Array(text.utf8)) }

    /// The bytes of `token68` (RFC 9110, section 11.2).
    static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._~+/=".utf8.contains(byte)
        }
    }

    /// Base64 for addresses and file names, without padding (RFC 4648, section 5).
    private static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0...group.count { text.append(alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)]) }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// Finds out whose a token is, in a time that tells nothing about the tokens it is compared with.
struct TokenTable: Sendable {
    /// The digest of each feed's token, 32 bytes each.
    let hashes: [[UInt8]]

    /// The place of the feed whose token this is; nil for nobody's. Every digest is looked at to its end.
    func owner(of token: String) -> Int? {
        let shown = FeedToken.hash(token)
        var found: Int?
        for (index, hash) in hashes.enumerated() where SHA256.areSame(shown, hash) { found = index }
        return found
    }
}

/// Bytes as hexadecimal digits, lower case.
func hexadecimalText(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
