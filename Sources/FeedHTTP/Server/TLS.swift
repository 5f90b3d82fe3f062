import Feeds
import NIOSSL
import Synchronization

/// The certificate and key of the server.
enum TLS {
    /// Reads them; nil when the server speaks none. TLS 1.2 is the least.
    static func context(_ settings: HTTPSettings) throws(FeedTrouble) -> NIOSSLContext? {
        guard let certificateFile = settings.certificate, let keyFile = settings.key else { return nil }
        let certificates: [NIOSSLCertificate]
        do {
            certificates = try NIOSSLCertificate.fromPEMFile(certificateFile)
        } catch {
            throw trouble(certificateFile, "certificate", "证书")
        }
        guard !certificates.isEmpty else { throw trouble(certificateFile, "certificate", "证书") }
        let key: NIOSSLPrivateKey
        do {
            key = try NIOSSLPrivateKey(file: keyFile, format: .pem)
        } catch {
            throw trouble(keyFile, "private key without a pass phrase", "无口令的私钥")
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        do {
            return try NIOSSLContext(configuration: configuration)
        } catch {
            throw FeedTrouble(
                "the key \(keyFile) does not belong to the certificate \(certificateFile)",
                "私钥 \(keyFile) 与证书 \(certificateFile) 不匹配")
        }
    }

    private static func trouble(_ file: String, _ english: String, _ chinese: String) -> FeedTrouble {
        FeedTrouble("\(file) cannot be read as a PEM file with a \(english)", "\(file) 无法作为含\(chinese)的 PEM 文件读取")
    }
}

/// What new connections are encrypted by at present.
final class TLSInForce: Sendable {
    private let current = Mutex<NIOSSLContext?>(nil)

    /// Nil for no TLS, or before it was read.
    var context: NIOSSLContext? { current.withLock { $0 } }

    /// Connections from now on are encrypted by another.
    func use(_ context: NIOSSLContext?) { current.withLock { $0 = context } }
}
