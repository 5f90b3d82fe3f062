import DispatchModel
import Feeds
import Formats

/// One part of a body: a message, or why there is none.
struct Piece: Sendable {
    /// Its place in the body, from 0: of the list, or of the lines; nil for the body as a whole.
    var index: Int?
    /// The message, or what is wrong.
    var content: Result<FeedMessage, MessageFault>
    /// The part as it is kept when it cannot be taken, so that it is read alike when it is sent again.
    var source: Source

    /// Where a part is found again.
    enum Source: Sendable {
        case value(JSON)
        case bytes([UInt8])
        /// An element of a list within the whole body.
        case element(Int?)
    }
}

/// Takes bodies apart. The decoders are those of every other feed; here only parts are told from one another.
struct BodyReader: Sendable {
    private let messages: MessageDecoder
    private let words: WordMapping
    private let limits: JSONLimits
    private let mostMessages: Int

    init(words: WordMapping, limits: HTTPLimits) {
        messages = MessageDecoder(words: words)
        self.words = words
        var json = JSONLimits.batch
        json.bytes = limits.bodyBytes
        self.limits = json
        mostMessages = limits.messages
    }

    /// The parts of a body. Throws when the body cannot be read as a whole.
    func pieces(
        _ kind: BodyKind, _ body: [UInt8], attributes: [(name: String, value: String)] = [], key: String = ""
    ) throws(MessageFault) -> [Piece] {
        switch kind.shape {
        case .document: try document(kind.format, body)
        case .messages: try list(body, key)
        case .messageLines: try lines(body, key)
        case .event, .events: try checkedEvents(kind, body)
        case .eventInHeader: [try binary(body, attributes)]
        }
    }

    private func list(_ body: [UInt8], _ key: String) throws(MessageFault) -> [Piece] {
        let root = try value(body)
        guard let elements = root.elements else { return [piece(root, nil, key)] }
        try checkCount(elements.count)
        return elements.enumerated().map { piece($1, $0, key) }
    }

    /// The value of a body. Several values one below the other are told how to come: their type was left out.
    private func value(_ body: [UInt8]) throws(MessageFault) -> JSON {
        do throws(MessageFault) {
            return try JSONReader.read(body, limits: limits)
        } catch {
            let lines = body.split(separator: 0x0A).filter { $0.contains { $0 > 0x20 } }.prefix(2)
            guard lines.count == 2, lines.allSatisfy({ (try? JSONReader.read($0, limits: limits)) != nil }) else {
                throw error
            }
            throw MessageFault(
                path: error.path, found: "a further message on a line of its own", foundChinese: "另起一行的又一条消息",
                expected: "one message, a list of them in [ ], or Content-Type: application/x-ndjson for one a line",
                expectedChinese: "单条消息、[ ] 内的消息列表，或以 Content-Type: application/x-ndjson 每行发送一条")
        }
    }

    private func lines(_ body: [UInt8], _ key: String) throws(MessageFault) -> [Piece] {
        var pieces: [Piece] = []
        for (number, line) in body.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            try checkCount(pieces.count + 1)
            do throws(MessageFault) {
                pieces.append(piece(try JSONReader.read(line), number, key))
            } catch {
                pieces.append(Piece(index: number, content: .failure(error), source: .bytes(Array(line))))
            }
        }
        return pieces
    }

    private func piece(_ value: JSON, _ index: Int?, _ key: String) -> Piece {
        let named = MessageIdentity.named(value, index: index, key: key)
        do throws(MessageFault) {
            return Piece(index: index, content: .success(try messages.message(named)), source: .value(named))
        } catch {
            return Piece(index: index, content: .failure(error), source: .value(named))
        }
    }

    private func binary(
        _ body: [UInt8], _ fields: [(name: String, value: String)]
    ) throws(MessageFault) -> Piece {
        let attributes = try EventHeaders.attributes(fields)
        var members = attributes.sorted { $0.key < $1.key }.map { JSON.Member(name: $0.key, value: .string($0.value)) }
        if let data = try? JSONReader.read(body) { members.append(JSON.Member(name: "data", value: data)) }
        // Kept as a structured event, which says the same in one text.
        let event = Piece.Source.value(.object(members))
        do throws(MessageFault) {
            let message = try CloudEventsDecoder(messages: messages).decode(attributes: attributes, body: body)
            return Piece(index: nil, content: .success(message), source: event)
        } catch {
            return Piece(index: nil, content: .failure(error), source: event)
        }
    }

    private func checkedEvents(_ kind: BodyKind, _ body: [UInt8]) throws(MessageFault) -> [Piece] {
        let isList = body.first { $0 > 0x20 } == UInt8(ascii: "[")
        guard isList == (kind.shape == .events) else {
            throw MessageFault(
                path: "", found: isList ? "a list" : "no list", foundChinese: isList ? "列表" : "非列表",
                expected: isList
                    ? "one event, or Content-Type: application/cloudevents-batch+json"
                    : "a list of events, or Content-Type: application/cloudevents+json",
                expectedChinese: isList
                    ? "单个事件，或 Content-Type: application/cloudevents-batch+json"
                    : "事件列表，或 Content-Type: application/cloudevents+json")
        }
        return parts(try CloudEventsDecoder(messages: messages).decode(body))
    }

    /// What the decoder of a format makes of a body: the parts of its list, or the whole where it is kept whole.
    private func document(_ format: FeedFormat, _ body: [UInt8]) throws(MessageFault) -> [Piece] {
        var decoder = format.type.init(words: words)
        let decoded = try decoder.decode(body, now: .epoch)
        guard format.type.framing == .file else { return parts(decoded) }
        return decoded.messages.map { Piece(index: nil, content: .success($0), source: .element(nil)) }
            + decoded.faults.map { Piece(index: nil, content: .failure($0), source: .element(nil)) }
    }

    /// The parts of a list whose decoder tells the place of a fault in its path, and gives a message for each other part.
    private func parts(_ decoded: DecodedText) -> [Piece] {
        let faults = decoded.faults.map { (index: BodyReader.place($0.path), fault: $0) }
        let wrong = Set(faults.compactMap(\.index))
        var next = 0
        let good = decoded.messages.map { message -> Piece in
            while wrong.contains(next) { next += 1 }
            defer { next += 1 }
            return Piece(index: next, content: .success(message), source: .element(next))
        }
        return good + faults.map { Piece(index: $0.index, content: .failure($0.fault), source: .element($0.index)) }
    }

    /// The number in `alerts[3].startsAt` or `[3].id`.
    static func place(_ path: String) -> Int? {
        guard let open = path.firstIndex(of: "["), let close = path[open...].firstIndex(of: "]"),
            path[..<open].isEmpty || path[..<open] == "alerts"
        else { return nil }
        return Int(path[path.index(after: open)..<close])
    }

    private func checkCount(_ count: Int) throws(MessageFault) {
        guard count <= mostMessages else {
            throw MessageFault(
                path: "", found: "more than \(mostMessages) messages", foundChinese: "超过 \(mostMessages) 条消息",
                expected: "at most \(mostMessages) in a request", expectedChinese: "每次请求至多 \(mostMessages) 条")
        }
    }

    /// What is kept of a part that could not be taken.
    func kept(_ piece: Piece, _ kind: BodyKind, _ body: [UInt8]) -> [UInt8] {
        switch piece.source {
        case .bytes(let bytes): return bytes
        case .value(let value): return Array(value.written().utf8)
        case .element(let index):
            guard let index, let root = try? JSONReader.read(body, limits: limits),
                let part = kind.format.type.part(index, of: root)
            else { return body }
            return Array(part.written().utf8)
        }
    }
}
