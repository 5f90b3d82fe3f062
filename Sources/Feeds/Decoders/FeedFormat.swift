import DispatchModel
import Formats

/// The formats that a feed may speak. What is known of each stands in its type, behind its decoder.
package enum FeedFormat: String, CaseIterable, Sendable {
    /// The console's own messages, see `watchfloor feeds schema`.
    case messages
    /// Prometheus Alertmanager's webhook, version 4.
    case alertmanager
    /// Common Alerting Protocol 1.1 and 1.2 in XML, alone or in an Atom feed.
    case cap
    /// CloudEvents 1.0 in JSON, structured or in batches.
    case cloudevents
    /// What gpsd tells its clients.
    case gpsd

    /// What is known of it.
    package var type: any WireFormat.Type {
        switch self {
        case .messages: MessageFormat.self
        case .alertmanager: AlertmanagerFormat.self
        case .cap: CAPFormat.self
        case .cloudevents: CloudEventsFormat.self
        case .gpsd: GPSDFormat.self
        }
    }

    /// The formats that come over HTTP.
    package static let overHTTP: [FeedFormat] = allCases.filter { $0.type.path != nil }

    /// The formats of which a text fits in a line.
    package static let byLine: [FeedFormat] = allCases.filter { $0.type.framing != .file }
}

/// All that the program knows of a format: settings, decoders, routes, `feeds check` and the lists of the fuzzer follow
/// from it.
package protocol WireFormat: Sendable {
    /// How its texts are told apart.
    static var framing: FeedFraming { get }
    /// The fields whose words may be a sender's own.
    static var wordFields: [String] { get }
    /// The resource that takes it over HTTP; nil for what does not come that way.
    static var path: String? { get }
    /// The media types that are read, for messages about another.
    static var mediaTypes: String { get }
    /// True when a sender asks first whether it may send here (CloudEvents web hooks 1.0.2).
    static var asksPermission: Bool { get }
    /// True when a sender takes every status of 400 to 499 for final and only comes again after 500 to 599.
    static var takesRefusalsForFinal: Bool { get }
    /// What a body of a media type is; nil for one that is not read.
    static func shape(of type: MediaType, hasEventHeader: Bool) -> BodyShape?
    /// What a text that is sent again is read as.
    static func shape(of letter: [UInt8]) -> BodyShape
    /// A part of a body as a text of its own; nil when the body is kept as a whole.
    static func part(_ index: Int, of body: JSON) -> JSON?

    /// A decoder with a sender's words.
    init(words: WordMapping)
    /// What a text holds. Throws when nothing of it can be read.
    mutating func decode(_ text: [UInt8], now: Timestamp) throws(MessageFault) -> DecodedText
}

extension WireFormat {
    package static var path: String? { nil }
    package static var mediaTypes: String { "" }
    package static var asksPermission: Bool { false }
    package static var takesRefusalsForFinal: Bool { false }
    package static func shape(of type: MediaType, hasEventHeader: Bool) -> BodyShape? { nil }
    package static func shape(of letter: [UInt8]) -> BodyShape { .document }
    package static func part(_ index: Int, of body: JSON) -> JSON? { nil }
}

/// How the texts of a format are told apart.
package enum FeedFraming: Sendable {
    /// One a line.
    case line
    /// One a line, or a file.
    case lineOrFile
    /// A file.
    case file
}

/// How a body is taken apart.
package enum BodyShape: Hashable, Sendable {
    /// By its decoder.
    case document
    /// A message or a list of messages.
    case messages
    /// A message a line.
    case messageLines
    /// One event.
    case event
    /// A list of events.
    case events
    /// One event, its attributes in the header.
    case eventInHeader
}

/// The decoder of one feed; it keeps what its format needs from text to text.
package struct FeedDecoder: Sendable {
    private let messages: MessageDecoder?
    private var other: any WireFormat

    /// A decoder of a format. `units` names the unit of each receiver by its device, for gpsd.
    package init(format: FeedFormat, words: WordMapping = WordMapping()) {
        // Most feeds send these, most often: they are decoded from where they lie.
        messages = format == .messages ? MessageDecoder(words: words) : nil
        other = format.type.init(words: words)
    }

    /// The one message of a line as most are; nil when it has to be decoded the long way.
    package func scan(_ line: UnsafeBufferPointer<UInt8>) -> FeedMessage? {
        messages?.scan(line)
    }

    /// What a line holds. Throws when nothing of it can be read.
    package mutating func decode(
        _ line: UnsafeBufferPointer<UInt8>, now: Timestamp
    ) throws(MessageFault) -> DecodedText {
        guard let messages else { return try other.decode(Array(line), now: now) }
        return DecodedText(messages: [try messages.decode(line)])
    }

    /// What a text holds; a line in all formats but CAP, a whole document there. Throws when nothing of it can be read.
    package mutating func decode(_ text: some Collection<UInt8>, now: Timestamp) throws(MessageFault) -> DecodedText {
        guard let messages else { return try other.decode(Array(text), now: now) }
        return DecodedText(messages: [try messages.decode(text)])
    }
}

/// What a text of a feed holds: the messages that were understood, and what was wrong with the others.
package struct DecodedText: Sendable {
    /// What was understood, in order.
    package var messages: [FeedMessage] = []
    /// Why others were not, each with its place in the text.
    package var faults: [MessageFault] = []

    /// What was understood.
    package init(messages: [FeedMessage] = []) {
        self.messages = messages
    }

    /// Adds what a step makes, or its fault inside a path.
    mutating func add(_ path: String, _ make: () throws(MessageFault) -> FeedMessage) {
        do throws(MessageFault) {
            messages.append(try make())
        } catch {
            faults.append(error.inside(path))
        }
    }

    /// Adds all that a step makes, or its fault inside a path.
    mutating func addAll(_ path: String, _ make: () throws(MessageFault) -> [FeedMessage]) {
        do throws(MessageFault) {
            messages += try make()
        } catch {
            faults.append(error.inside(path))
        }
    }
}

/// A media type (RFC 9110, section 8.3.1) as far as it is looked at.
package struct MediaType: Hashable, Sendable {
    /// Type and subtype in lower case.
    package var name: String
    /// The character set in lower case; empty when none is named.
    package var charset = ""

    /// Reads a `Content-Type`.
    package init(_ text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(MediaType.trimmed)
        name = parts[0].lowercased()
        for part in parts.dropFirst() where part.lowercased().hasPrefix("charset=") {
            charset = part.dropFirst(8).filter { $0 != "\"" }.lowercased()
        }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }

    /// True for JSON's own character set (RFC 8259, section 8.1), or a part of it.
    package var isUTF8: Bool { charset.isEmpty || charset == "utf-8" || charset == "utf8" || charset == "us-ascii" }

    /// True when it says nothing: the type of forms is what `curl -d` sends whatever the body is.
    var isUntold: Bool { name == "application/x-www-form-urlencoded" }
}
