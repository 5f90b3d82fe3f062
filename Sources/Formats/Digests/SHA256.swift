import CLibcrypto

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece, by the system's libcrypto.
package struct SHA256: Sendable {
    /// Bytes of a digest.
    package static let length = 32

    private var state = SHA256_CTX()

    /// Of nothing yet.
    package init() {
        SHA256_Init(&state)
    }

    /// Takes the next bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        SHA256_Update(&state, bytes.baseAddress, bytes.count)
    }

    /// Takes the next bytes.
    package mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// The digest of what was taken so far, in `length` bytes; more may be taken after it.
    package func digest() -> [UInt8] {
        var last = state
        return [UInt8](unsafeUninitializedCapacity: SHA256.length) { buffer, count in
            SHA256_Final(buffer.baseAddress, &last)
            count = SHA256.length
        }
    }

    /// The digest of bytes.
    package static func digest(of bytes: [UInt8]) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(bytes)
        return hasher.digest()
    }

    /// True when two digests are the same, found in a time that depends on their lengths alone (CRYPTO_memcmp(3)), so that
    /// who guesses a secret does not learn how far a guess is right.
    package static func areSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        one.count == other.count && CRYPTO_memcmp(one, other, one.count) == 0
    }
}
