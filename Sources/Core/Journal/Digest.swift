import Formats
import Foundation

/// SHA-256 (FIPS 180-4) of bytes.
package enum Digest {
    /// The digest in hexadecimal, lower case.
    package static func hex(of bytes: some DataProtocol) -> String {
        var digest = RunningDigest()
        for region in bytes.regions { region.withUnsafeBytes { digest.take($0) } }
        return digest.hex
    }
}

/// SHA-256 of bytes that come piece by piece.
package struct RunningDigest {
    private var hasher = SHA256()

    /// Of nothing yet.
    package init() {}

    /// Takes the next bytes.
    package mutating func take(_ bytes: UnsafeRawBufferPointer) {
        hasher.update(bytes)
    }

    /// The digest of what was taken so far in hexadecimal, lower case.
    package var hex: String { hexadecimal(hasher.digest()) }
}
