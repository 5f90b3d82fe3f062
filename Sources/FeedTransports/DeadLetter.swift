import DispatchModel
import Feeds

/// A message that could not be understood, with the reason.
public struct DeadLetter: Hashable, Sendable {
    /// Its number in the store, from 1; 0 before it is kept.
    public var number: Int64 = 0
    /// The feed it came by.
    public var feed: String
    /// When it came.
    public var at: Timestamp
    /// Where and what was wrong, in English.
    public var english: String
    /// Where and what was wrong, in Chinese.
    public var chinese: String
    /// The message as it came.
    public var bytes: [UInt8]
    /// What the bytes are, where a feed speaks several formats; nil for the feed's own.
    public var format: FeedFormat?

    /// The longest message that is kept whole, in bytes.
    public static let limit = 64 << 10

    /// A letter about a fault.
    public init(feed: String, at: Timestamp, fault: MessageFault, bytes: [UInt8]) {
        self.feed = feed
        self.at = at
        english = fault.english
        chinese = fault.chinese
        self.bytes = Array(bytes.prefix(DeadLetter.limit))
    }

    /// As its file has it.
    var written: [UInt8] {
        var members = [
            ("feed", JSON.string(feed)), ("at", .string(RFC3339.text(at))), ("english", .string(english)),
            ("chinese", .string(chinese)),
        ]
        if let format { members.append(("format", .string(format.rawValue))) }
        if let text = String(validating: bytes, as: UTF8.self) {
            members.append(("text", .string(text)))
        } else {
            let digits = Array("0123456789abcdef".utf8)
            let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
            members.append(("hexadecimal", .string(String(decoding: text, as: UTF8.self))))
        }
        return Array((JSON.object(members.map { .init(name: $0.0, value: $0.1) }).written(indented: true) + "\n").utf8)
    }

    /// Reads what was written; nil when it is something else.
    init?(number: Int64, written: [UInt8]) {
        guard let value = try? JSONReader.read(written), let feed = value["feed"]?.text,
            let at = value["at"]?.text.flatMap(RFC3339.instant), let english = value["english"]?.text,
            let chinese = value["chinese"]?.text
        else { return nil }
        (self.number, self.feed, self.at, self.english, self.chinese) = (number, feed, at, english, chinese)
        format = value["format"]?.text.flatMap(FeedFormat.init)
        if let text = value["text"]?.text {
            bytes = Array(text.utf8)
        } else if let digits = value["hexadecimal"]?.text {
            let values = digits.utf8.map { UInt8(Character(Unicode.Scalar($0)).hexDigitValue ?? 0) }
            bytes = stride(from: 0, to: values.count - 1, by: 2).map { values[$0] << 4 | values[$0 + 1] }
        } else {
            return nil
        }
    }
}
