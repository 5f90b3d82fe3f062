import DispatchModel
import Formats

/// The digest of a journal up to and including one event (SHA-256, FIPS 180-4).
///
/// `hash(n) = SHA-256(hash(n-1) || n as 8 bytes, big-endian || the record's bytes)`, and `hash(0)` is 32 zero bytes.
/// A change to any earlier record, its position or its absence changes every digest after it.
package struct ChainHash: Hashable, Sendable {
    /// The 32 bytes.
    package let bytes: [UInt8]

    /// The digest of the empty journal.
    package static let zero = ChainHash(unchecked: [UInt8](repeating: 0, count: 32))

    private init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A stored digest, or nil unless it has 32 bytes.
    package init?(_ bytes: some Sequence<UInt8>) {
        let bytes = [UInt8](bytes)
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// The digest after one more record.
    package func next(position: JournalPosition, record: UnsafeRawBufferPointer) -> ChainHash {
        var hasher = SHA256()
        hasher.update(bytes)
        withUnsafeBytes(of: position.bigEndian) { hasher.update($0) }
        hasher.update(record)
        return ChainHash(unchecked: hasher.digest())
    }

    /// The digest after one more record.
    package func next(position: JournalPosition, record: [UInt8]) -> ChainHash {
        record.withUnsafeBytes { next(position: position, record: $0) }
    }

    /// The digest in hexadecimal, lower case.
    package var hex: String { hexadecimal(bytes) }
}

extension Board {
    /// SHA-256 of the encoded board in hexadecimal: equal for boards that folded the same records.
    package var digest: String { hexadecimal(SHA256.digest(of: encoded())) }
}

/// Bytes as hexadecimal digits, lower case.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
