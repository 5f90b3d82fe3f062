import NIOCore
import NIOHTTP1
import NIOSSL

/// What is said about bytes that are no request.
enum FramingError {
    /// The answer; nil for a connection that is best closed without one.
    static func answer(_ error: any Error, _ check: RequestCheck) -> Answer? {
        if error is ByteToMessageDecoderError.PayloadTooLargeError { return check.headTooLarge }
        guard let error = error as? HTTPParserError else { return nil }
        switch error {
        case .headerOverflow: return check.headTooLarge
        case .invalidVersion:
            return .problem(.httpVersionNotSupported, .malformed, "HTTP/1.0 and HTTP/1.1 are spoken").closing
        case .invalidEOFState, .closedConnection: return .malformed("the request ended before its end")
        case .unexpectedContentLength:
            return .malformed("write Content-Length once, or Transfer-Encoding, not both")
        case .invalidContentLength: return .malformed("write Content-Length in digits")
        case .invalidChunkSize: return .malformed("a chunk needs its size in hexadecimal digits")
        default: return .malformed("this is no HTTP/1.1 request")
        }
    }

    /// True for a handshake that failed.
    static func isHandshake(_ error: any Error) -> Bool {
        if case NIOSSLError.handshakeFailed = error { true } else { false }
    }
}
