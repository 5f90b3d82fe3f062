import Formats
import TestSupport
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    @Test(
        "The examples of FIPS 180-4 (NIST, Cryptographic Standards and Guidelines) and the empty message",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func examples(text: String, digest: String) {
        #expect(hex(SHA256.digest(of: Array(text.utf8))) == digest)
    }

    @Test("A million times a, and any cut into pieces is the same")
    func pieces() {
        let million = [UInt8](repeating: 0x61, count: 1_000_000)
        #expect(
            hex(SHA256.digest(of: million)) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
        var random = Seeded(7)
        for _ in 0..<50 {
            let bytes = (0..<Int.random(in: 0..<500, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            var (hasher, rest) = (SHA256(), bytes[...])
            while !rest.isEmpty {
                let count = Int.random(in: 0...rest.count, using: &random)
                hasher.update(Array(rest.prefix(count)))
                _ = hasher.digest()
                rest = rest.dropFirst(count)
            }
            #expect(hasher.digest() == SHA256.digest(of: bytes), "seed 7")
        }
    }
}
