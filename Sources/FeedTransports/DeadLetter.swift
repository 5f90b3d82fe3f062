import DispatchModel
import Feeds
import Formats

/// A message that could not be understood, with the reason.
package struct DeadLetter: Hashable, Sendable {
    /// Its number in the store, from 1; 0 before it is kept.
    package var number: Int64 = 0
    /// The feed it came by.
    package var feed: String
    /// When it came.
    package var at: Timestamp
    /// Where and what was wrong, in English.
    package var english: String
    /// Where and what was wrong, in Chinese.
    package var chinese: String
    /// The message as it came, or the beginning of a longer one.
    package var bytes: [UInt8]
    /// What the bytes are, where a feed speaks several formats; nil for the feed's own.
    package var format: FeedFormat?
    /// How long the message was, in bytes.
    package var length: Int

    /// True when the whole message was kept, so that it can be sent again.
    package var isWhole: Bool { bytes.count == length }

    /// The longest message that is kept whole, in bytes: the longest that any format reads.
    package static let limit = 4 << 20
    /// The longest file of a letter: escapes may take six bytes for one.
    static let writtenLimit = limit * 6 + 8192

    /// A letter about a fault.
    package init(feed: String, at: Timestamp, fault: MessageFault, bytes: some Collection<UInt8>) {
        self.feed = feed
        self.at = at
        english = fault.english
        chinese = fault.chinese
        self.bytes = Array(bytes.prefix(DeadLetter.limit))
        length = bytes.count
    }

    /// As scripts and its file have it; what is not UTF-8 is written in hexadecimal.
    package var json: JSON {
        var members: [(String, JSON)] = number > 0 ? [("number", .integer(number))] : []
        members += [
            ("feed", .string(feed)), ("at", .string(RFC3339.text(at))), ("english", .string(english)),
            ("chinese", .string(chinese)), ("length", .integer(Int64(length))),
        ]
        if let format { members.append(("format", .string(format.rawValue))) }
        if let text = String(validating: bytes, as: UTF8.self) {
            members.append(("text", .string(text)))
        } else {
            let digits = Array("0123456789abcdef".utf8)
            let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
            members.append(("hexadecimal", .string(String(decoding: text, as: UTF8.self))))
        }
        return .object(members.map { JSON.Member(name: $0.0, value: $0.1) })
    }

    /// As a file of its own has it, whose name is the number.
    var written: [UInt8] {
        var letter = self
        letter.number = 0
        return Array((letter.json.written(indented: true) + "\n").utf8)
    }

    /// What a line of a letter begins with, before its number.
    static let front = "{\"number\":"

    /// As it stands among others of its feed, in one line.
    var line: [UInt8] { Array(json.written().utf8) }

    /// Reads what was written; nil when it is something else.
    init?(number: Int64, written: [UInt8]) {
        var limits = JSONLimits()
        limits.bytes = DeadLetter.writtenLimit
        guard let value = try? JSONReader.read(written, limits: limits), let feed = value["feed"]?.text,
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
        // Letters of before lengths were kept are as long as what is kept of them.
        length = bytes.count
        if case .integer(let stated)? = value["length"] { length = max(length, Int(clamping: stated)) }
    }
}

/// Dead letters of a feed on their way to the disk, a batch at a time. What the disk does not take is tried again, within a
/// bound.
struct LetterBurial {
    /// The most letters that wait.
    static let limit = 1024
    /// The most bytes that wait.
    static let byteLimit = 8 << 20
    /// How long after a failure the disk is tried again.
    static let pause = Duration.seconds(1)

    private let bury: @Sendable ([DeadLetter]) -> Bool
    private var waiting: [DeadLetter] = []
    private var bytes = 0
    private var failed: ContinuousClock.Instant?

    init(_ bury: @escaping @Sendable ([DeadLetter]) -> Bool) {
        self.bury = bury
    }

    /// True when every letter is on disk.
    var isEmpty: Bool { waiting.isEmpty }
    /// True when letters wait and the disk may be tried.
    var isDue: Bool { !waiting.isEmpty && failed.map { ContinuousClock.now - $0 >= LetterBurial.pause } ?? true }

    /// Takes in a letter; returns how many are lost because of it.
    mutating func gather(_ letter: DeadLetter) -> Int64 {
        if waiting.count >= LetterBurial.limit || bytes + letter.bytes.count > LetterBurial.byteLimit { keep() }
        guard waiting.count < LetterBurial.limit, bytes + letter.bytes.count <= LetterBurial.byteLimit else { return 1 }
        waiting.append(letter)
        bytes += letter.bytes.count
        return 0
    }

    /// Puts what waits on the disk.
    mutating func keep() {
        guard isDue else { return }
        guard bury(waiting) else {
            failed = .now
            return
        }
        (waiting, bytes, failed) = ([], 0, nil)
    }

    /// At the end: what the disk does not take is lost. Returns how many letters.
    mutating func giveUp() -> Int64 {
        failed = nil
        keep()
        defer { (waiting, bytes) = ([], 0) }
        return Int64(waiting.count)
    }
}
