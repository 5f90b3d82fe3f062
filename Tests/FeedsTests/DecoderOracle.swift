import DispatchModel
import Formats

@testable import Feeds

/// What every decoder owes, whatever it is given: messages that keep the rules of the console's own, and refusals that a
/// sender can read. The tests and the fuzzer (`.ci/fuzz`) share it; it says what is wrong, nothing when all is well.
enum DecoderOracle {
    /// The decoders by the names that `.ci/fuzz` takes.
    static let names = FeedFormat.allCases.map(\.rawValue) + ["binary", "json", "lines", "settings"]
    /// The time that texts are read at.
    static let now = Timestamp(seconds: 1_790_000_000)

    /// Gives a text to a decoder.
    static func problems(_ name: String, _ text: [UInt8]) -> [String] {
        switch name {
        case "json": return jsonProblems(text)
        case "lines": return lineProblems(text)
        case "binary": return binaryProblems(text)
        case "settings": return settingsProblems(text)
        default:
            guard let format = FeedFormat(rawValue: name) else { return ["no decoder \(name)"] }
            let isByLine = format == .messages || format == .gpsd
            return problems(
                format, isByLine ? text.split(separator: 0x0A, maxSplits: 1000).map(Array.init) : [text])
        }
    }

    private static func problems(_ format: FeedFormat, _ texts: [[UInt8]]) -> [String] {
        var decoder = FeedDecoder(format: format, words: WordMapping(words: ["unit": ["/dev/a": "A12", "*": "A13"]]))
        var normaliser = Normaliser(feed: "f")
        var problems: [String] = []
        for (index, text) in texts.enumerated() {
            let now = now + .seconds(Int64(index))
            if format == .messages { problems += shortCutProblems(text) }
            do throws(MessageFault) {
                let decoded = try decoder.decode(text, now: now)
                for message in decoded.messages {
                    problems += self.problems(message, now)
                    problems += self.problems(normaliser.takeMessage(message, now: now), of: message, now)
                }
                for fault in decoded.faults { problems += self.problems(fault) }
            } catch {
                problems += self.problems(error)
            }
        }
        return problems
    }

    /// The short cut for the usual message reads what the long way reads, or nothing.
    private static func shortCutProblems(_ text: [UInt8]) -> [String] {
        guard let short = text.withUnsafeBufferPointer({ MessageScanner.scan($0) }) else { return [] }
        do throws(MessageFault) {
            let long = try MessageDecoder().message(try JSONReader.read(text))
            return short == long ? [] : ["\(short) by the short cut, \(long) by the long way"]
        } catch {
            return ["\(short) by the short cut, refused by the long way: \(error)"]
        }
    }

    /// A settings file is read, or refused with faults that lie within it and say something in both languages.
    private static func settingsProblems(_ text: [UInt8]) -> [String] {
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).count
        do throws(SettingsError) {
            _ = try FeedFile.read(text: String(decoding: text, as: UTF8.self), file: "feeds.toml")
            return []
        } catch {
            return error.problems.filter {
                !(0...lines).contains($0.line) || $0.column < 0 || $0.english.isEmpty || $0.chinese.isEmpty
            }.map { "\($0) of \(lines) lines" }
        }
    }

    /// A first line with the event's type, then its data.
    private static func binaryProblems(_ text: [UInt8]) -> [String] {
        let parts = text.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        let attributes = [
            "specversion": "1.0", "id": "e1", "source": "/s",
            "type": String(decoding: parts.first ?? [], as: UTF8.self),
            "time": "2026-11-24T02:55:20Z",
        ]
        do throws(MessageFault) {
            return problems(
                try CloudEventsDecoder().decode(attributes: attributes, body: parts.count > 1 ? Array(parts[1]) : []),
                now)
        } catch {
            return problems(error)
        }
    }

    // MARK: Messages

    /// A message of any decoder can be written as one of the console's own, which reads back as the same.
    static func problems(_ message: FeedMessage, _ now: Timestamp) -> [String] {
        if message.kind == .heartbeat { return [] }
        if message.kind == .unitPosition, !message.doubts.isEmpty {
            // What a receiver says without a fix or a time cannot be said as a message; its unit still has a name.
            let rule = MessageRules.fields(of: .unitPosition).first { $0.name == "unit" }
            return rule?.fault(.string(message.unit)).map { ["\($0)"] } ?? []
        }
        var same = message
        same.doubts = []
        // What only CAP has, and what has no identity because it says what is so now.
        (same.name, same.isUnlinked) = ("", false)
        if same.id.isEmpty, message.kind == .unitPosition || message.kind == .alert { same.id = "i" }
        if same.time == nil { same.time = now }
        do throws(MessageFault) {
            let read = try MessageDecoder().message(written(same))
            return read == same ? [] : ["\(same) is read as \(read)"]
        } catch {
            return ["\(same) is refused: \(error)"]
        }
    }

    private static func written(_ message: FeedMessage) -> JSON {
        var members = [
            ("kind", JSON.string(message.kind.rawValue)), ("id", .string(message.id)),
            ("time", .string(RFC3339.text(message.time ?? .epoch))),
        ]
        for (name, text) in [
            ("incident", message.incident), ("unit", message.unit), ("type", message.type), ("beat", message.beat),
            ("caller", message.caller.name), ("callback", message.caller.callback), ("flat", message.caller.flat),
            ("text", message.text), ("disposition", message.disposition),
            ("place", message.place.text), ("alert", message.alert),
        ] where !text.isEmpty { members.append((name, .string(text))) }
        members += MessageRules.ways.filter { $0.way == message.caller.way }.map { ("way", .string($0.word)) }
        for (name, time) in [("rang", message.rang), ("answered", message.answered)] {
            if let time { members.append((name, .string(RFC3339.text(time)))) }
        }
        if let priority = message.priority { members.append(("priority", .integer(Int64(priority.rawValue)))) }
        if let point = message.place.point {
            members += [("lat", .number(point.latitude)), ("lon", .number(point.longitude))]
        }
        if let status = message.status, let word = MessageRules.statuses.first(where: { $0.status == status })?.word {
            members.append(("status", .string(word)))
        }
        if message.kind == .alert {
            if let expires = message.expires { members.append(("expires", .string(RFC3339.text(expires)))) }
            if let ends = message.ends { members.append(("ends", .string(RFC3339.text(ends)))) }
            members += [("state", .string(message.isActive ? "firing" : "resolved"))]
            members += MessageRules.severities.filter { $0.severity == message.severity }.map {
                ("severity", .string($0.word))
            }
            members += MessageRules.standings.filter { $0.standing == message.standing }.map {
                ("standing", .string($0.word))
            }
            if message.text.isEmpty { members.append(("text", .string(""))) }
        }
        return .object(members.map { JSON.Member(name: $0.0, value: $0.1) })
    }

    /// What is not meant never matters; nothing is stated for later than now; keys are short.
    private static func problems(_ made: Normalised, of message: FeedMessage, _ now: Timestamp) -> [String] {
        var problems: [String] = []
        for observation in made.observations {
            if let key = observation.source, key.id.unicodeScalars.count > 220 { problems.append("a key of \(key.id)") }
            switch observation.content {
            case .alert(let alert):
                if alert.reported.standing != .actual, alert.severity != .low { problems.append("a loud exercise") }
                if alert.at > now { problems.append("an alert of the future") }
            case .position(_, _, let at):
                if at > now { problems.append("a position of the future") }
                if !message.doubts.isEmpty { problems.append("a doubtful position is believed") }
            case .doubtfulPosition(_, let reasons):
                if reasons.isEmpty || !reasons.isSuperset(of: message.doubts) {
                    problems.append("a doubt without reason")
                }
            default: break
            }
        }
        return problems
    }

    // MARK: Refusals

    /// A fault has all its parts in both languages, printable and short.
    static func problems(_ fault: MessageFault) -> [String] {
        var problems: [String] = []
        for part in [fault.found, fault.foundChinese, fault.expected, fault.expectedChinese] where part.isEmpty {
            problems.append("an empty part of \(fault)")
        }
        if fault.description.utf8.count > 4000 { problems.append("a long fault: \(fault)") }
        if !fault.description.unicodeScalars.allSatisfy(isPrintable) {
            problems.append("an unprintable fault: \(fault)")
        }
        return problems
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }

    // MARK: Below the decoders

    /// A value that was read is the same when it is written and read again.
    private static func jsonProblems(_ text: [UInt8]) -> [String] {
        do throws(MessageFault) {
            let value = try JSONReader.read(text, limits: .batch)
            var limits = JSONLimits.batch
            limits.bytes *= 8
            for indented in [false, true] {
                let again = try JSONReader.read(Array(value.written(indented: indented).utf8), limits: limits)
                if again != value { return ["\(value.written()) is read again as \(again.written())"] }
            }
            return []
        } catch {
            return problems(error)
        }
    }

    /// Lines are the text's lines, however it is cut; the bytes add up.
    private static func lineProblems(_ text: [UInt8]) -> [String] {
        let (limit, step) = (Int(text.first ?? 0) + 1, Int(text.dropFirst().first ?? 0) + 1)
        let stream = Array(text.dropFirst(2))
        func pieces(_ step: Int) -> [KeptPiece] {
            var (splitter, pieces) = (LineSplitter(limit: limit), [KeptPiece]())
            for start in stride(from: 0, to: stream.count, by: step) {
                stream[start..<min(stream.count, start + step)].withUnsafeBytes { bytes in
                    splitter.takeBytes(bytes) { pieces.append(KeptPiece($0)) }
                }
            }
            splitter.end { pieces.append(KeptPiece($0)) }
            return pieces
        }
        let made = pieces(step)
        if made != pieces(max(1, stream.count)) { return ["lines depend on the cuts"] }
        var (bytes, problems) = (Int64(0), [String]())
        for piece in made {
            switch piece {
            case .line(let line, let count):
                bytes += count
                if line.count > limit { problems.append("a line of \(line.count) bytes") }
            case .tooLong(let beginning, let count):
                bytes += count
                if beginning.count > 256 || count <= Int64(limit) { problems.append("a line of \(count) is too long") }
            }
        }
        return bytes == Int64(stream.count) ? problems : problems + ["\(bytes) bytes of \(stream.count)"]
    }
}

/// A piece of a stream that outlives the bytes it was cut from.
private enum KeptPiece: Equatable {
    case line([UInt8], bytes: Int64)
    case tooLong([UInt8], bytes: Int64)

    init(_ piece: LineSplitter.Piece) {
        switch piece {
        case .line(let line, let bytes): self = .line(Array(line), bytes: bytes)
        case .tooLong(let beginning, let bytes): self = .tooLong(Array(beginning), bytes: bytes)
        }
    }
}
