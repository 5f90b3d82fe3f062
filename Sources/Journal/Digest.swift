import Foundation
import Hashing

/// SHA-256 (FIPS 180-4) of bytes.
public enum Digest {
    /// The digest in hexadecimal, lower case.
    public static func hex(of bytes: some DataProtocol) -> String {
        var digest = RunningDigest()
        for region in bytes.regions { region.withUnsafeBytes { digest.take($0) } }
        return digest.hex
    }
}

/// SHA-256 of bytes that come piece by piece.
public struct RunningDigest {
    private var hasher = SHA256()

    /// Of nothing yet.
    public init() {}

    /// Takes the next bytes.
    public mutating func take(_ bytes: UnsafeRawBufferPointer) {
        hasher.update(bytes)
    }

    /// The digest of what was taken so far in hexadecimal, lower case.
    public var hex: String { hexadecimal(hasher.digest()) }
}
