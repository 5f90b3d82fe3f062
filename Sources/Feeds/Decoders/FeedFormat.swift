import DispatchModel
import Formats

/// The formats that a feed may speak.
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
}

/// What a text of a feed holds: the messages that were understood, and what was wrong with the others.
package struct DecodedText: Sendable {
    /// What was understood, in order.
    package var messages: [FeedMessage] = []
    /// Why others were not, each with its place in the text.
    package var faults: [MessageFault] = []

    /// Nothing yet.
    package init() {}

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

/// The decoder of one feed; it keeps what its format needs from text to text.
package struct FeedDecoder: Sendable {
    private let format: FeedFormat
    private let messages: MessageDecoder
    private let words: WordMapping
    private var gpsd: GPSDDecoder

    /// A decoder of a format. `units` names the unit of each receiver by its device, for gpsd.
    package init(format: FeedFormat, words: WordMapping = WordMapping()) {
        self.format = format
        messages = MessageDecoder(words: words)
        self.words = words
        gpsd = GPSDDecoder(units: words.words["unit"] ?? [:])
    }

    /// The one message of a line as most are; nil when it has to be decoded the long way.
    package func scan(_ line: UnsafeBufferPointer<UInt8>) -> FeedMessage? {
        format == .messages ? messages.scan(line) : nil
    }

    /// What a line holds. Throws when nothing of it can be read.
    package mutating func decode(
        _ line: UnsafeBufferPointer<UInt8>, now: Timestamp
    ) throws(MessageFault) -> DecodedText {
        guard format == .messages else { return try decode(Array(line), now: now) }
        var decoded = DecodedText()
        decoded.messages = [try messages.decode(line)]
        return decoded
    }

    /// What a text holds; a line in all formats but CAP, a whole document there. Throws when nothing of it can be read.
    package mutating func decode(_ text: some Collection<UInt8>, now: Timestamp) throws(MessageFault) -> DecodedText {
        switch format {
        case .messages:
            var decoded = DecodedText()
            decoded.messages = [try messages.decode(text)]
            return decoded
        case .alertmanager: return try AlertmanagerDecoder.decode(text, words: words)
        case .cap: return try CAPDecoder.decode(text, words: words)
        case .cloudevents: return try CloudEventsDecoder(messages: messages).decode(text)
        case .gpsd: return try gpsd.decode(text, now: now)
        }
    }
}
