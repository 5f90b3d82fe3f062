import Crypto
import Foundation

/// SHA-256 (FIPS 180-4) of bytes.
public enum Digest {
    /// The digest in hexadecimal, lower case.
    public static func hex(of bytes: some DataProtocol) -> String {
        hexadecimal(SHA256.hash(data: bytes))
    }
}
