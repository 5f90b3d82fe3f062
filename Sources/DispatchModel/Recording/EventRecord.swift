/// An event as the journal keeps it.
package struct EventRecord: Hashable, Sendable {
    /// Where it stands in the journal, from 1 without gaps.
    package var position: JournalPosition
    /// Board time at which it was recorded: the world's clock live, the log's or drill's clock otherwise.
    package var at: Timestamp
    /// Who or what made it.
    package var actor: Actor
    /// The record of another system it came from. The journal holds each key at most once.
    package var source: SourceKey?
    /// What happened.
    package var body: EventBody

    /// Creates a record.
    package init(position: JournalPosition, at: Timestamp, actor: Actor, source: SourceKey? = nil, body: EventBody) {
        self.position = position
        self.at = at
        self.actor = actor
        self.source = source
        self.body = body
    }
}

extension Recordable {
    /// The value as bytes.
    package func encoded() -> [UInt8] {
        var writer = RecordWriter()
        var copy = self
        copy.fields(&writer)
        return writer.bytes
    }

    /// Reads a value from the bytes that `encoded` made. Throws `RecordError`.
    package init(encoded bytes: UnsafeRawBufferPointer) throws(RecordError) {
        self.init()
        var reader = RecordReader(bytes)
        fields(&reader)
        if let failure = reader.failure { throw failure }
    }

    /// Reads a value from the bytes that `encoded` made. Throws `RecordError`.
    package init(encoded bytes: [UInt8]) throws(RecordError) {
        let result = bytes.withUnsafeBytes { buffer -> Result<Self, RecordError> in
            Result { () throws(RecordError) in try Self(encoded: buffer) }
        }
        self = try result.get()
    }
}

/// What stands around an event's payload.
private struct Envelope: Recordable {
    var at = Timestamp.epoch
    var actor = Actor()
    var source: SourceKey?

    mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        visitor.visit(1, "at", &at)
        visitor.visit(2, "actor", &actor)
        visitor.visit(3, "source", &source)
    }
}

extension EventRecord {
    /// The version of the encoding that this program writes; it reads all up to it.
    package static let encodingVersion: UInt8 = 1

    /// The record without its position: version, kind, then envelope and payload as fields 1 and 2.
    package func encoded() -> [UInt8] {
        var writer = RecordWriter()
        // Most records fit: growing step by step costs more than all else here.
        writer.reserve(384)
        writer.append([EventRecord.encodingVersion, body.kind.rawValue])
        var envelope = Envelope(at: at, actor: actor, source: source)
        writer.visit(1, "envelope", nested: &envelope)
        var payload = PayloadBox(body: body)
        writer.visit(2, "payload", nested: &payload)
        return writer.bytes
    }

    /// Reads a record from the bytes that `encoded` made. Throws `RecordError`.
    package init(position: JournalPosition, encoded bytes: UnsafeRawBufferPointer) throws(RecordError) {
        guard bytes.count >= 2 else { throw .truncated(offset: 0) }
        guard bytes[0] <= EventRecord.encodingVersion, bytes[0] > 0 else { throw .unknownVersion(bytes[0]) }
        guard let kind = EventBody.Kind(rawValue: bytes[1]) else { throw .unknownKind(bytes[1]) }
        var reader = RecordReader(UnsafeRawBufferPointer(rebasing: bytes[2...]))
        var envelope = Envelope()
        reader.visit(1, "envelope", nested: &envelope)
        var payload = PayloadBox(kind: kind)
        reader.visit(2, "payload", nested: &payload)
        if let failure = reader.failure { throw failure }
        guard let body = payload.body else { throw .truncated(offset: bytes.count) }
        self.init(position: position, at: envelope.at, actor: envelope.actor, source: envelope.source, body: body)
    }
}

/// Lets an event body, whose type depends on its kind, be nested like any other value.
private struct PayloadBox: Recordable {
    var kind = EventBody.Kind.modeDeclared
    var body: EventBody?

    init() {}

    init(kind: EventBody.Kind) {
        self.kind = kind
    }

    init(body: EventBody) {
        self.body = body
        kind = body.kind
    }

    mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
        if Visitor.isReading {
            body = EventBody(kind: kind, from: &visitor)
        } else {
            body?.write(to: &visitor)
        }
    }
}
