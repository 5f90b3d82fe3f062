import Foundation
import TestSupport

/// A certificate for this machine and its key, made by `openssl` in a folder that goes away with it.
final class Certificate {
    let certificate: String
    let key: String
    private let folder: String

    /// Makes them; nil, said loudly, when there is no `openssl`.
    init?() throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl") else {
            print("SKIPPED: the tests of TLS need openssl: apt-get install openssl")
            return nil
        }
        folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString.prefix(8))").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        certificate = folder + "/server.pem"
        key = folder + "/server.key"
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj",
            "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost", "-keyout", key, "-out",
            certificate,
        ]
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw RawClient.Failure(description: "openssl failed") }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
}
