import DispatchModel
import Formats

/// The console's own messages as a format of feeds.
struct MessageFormat: WireFormat {
    static var framing: FeedFraming { .line }
    static var wordFields: [String] { WordMapping.fields }
    static var path: String? { "/v1/messages" }
    static var mediaTypes: String { "application/json (one or a list), application/x-ndjson (one a line)" }
    private static let lines: Set<String> = [
        "application/x-ndjson", "application/ndjson", "application/jsonl", "application/jsonlines",
        "application/x-jsonlines",
    ]

    private let messages: MessageDecoder

    init(words: WordMapping) {
        messages = MessageDecoder(words: words)
    }

    static func shape(of type: MediaType, hasEventHeader: Bool) -> BodyShape? {
        guard type.isUTF8 else { return nil }
        if type.name == "application/json" || type.isUntold { return .messages }
        return lines.contains(type.name) ? .messageLines : nil
    }

    static func shape(of letter: [UInt8]) -> BodyShape { .messages }

    func decode(_ text: [UInt8], now: Timestamp) throws(MessageFault) -> DecodedText {
        DecodedText(messages: [try messages.decode(text)])
    }
}
