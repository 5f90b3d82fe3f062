import DispatchModel
import TestSupport
import Testing

@Suite struct RecordCodingTests {
    @Test(arguments: EventBody.Kind.allCases)
    func everyKindComesBackAsItWas(_ kind: EventBody.Kind) throws {
        for seed in UInt64(0)..<100 {
            var random = RandomFields(seed: seed &* 31 &+ UInt64(kind.rawValue))
            let record = random.record(kind, position: 17)
            #expect(record.body.kind == kind)
            let bytes = record.encoded()
            let read = try bytes.withUnsafeBytes { try EventRecord(position: 17, encoded: $0) }
            #expect(read == record, "seed \(seed)")
            #expect(read.encoded() == bytes, "seed \(seed)")
        }
    }

    @Test(arguments: EventBody.Kind.allCases)
    func aReaderNeverTrapsOnDamagedBytes(_ kind: EventBody.Kind) {
        for seed in UInt64(0)..<40 {
            var random = RandomFields(seed: seed &* 131 &+ UInt64(kind.rawValue))
            let bytes = random.record(kind, position: 1).encoded()
            for _ in 0..<20 {
                var damaged = bytes
                for _ in 0...random.generator.next() % 3 {
                    let at = Int(random.generator.next() % UInt64(damaged.count))
                    damaged[at] ^= UInt8(1 << (random.generator.next() % 8))
                }
                readWhatever(damaged)
                readWhatever(Array(bytes[..<Int(random.generator.next() % UInt64(bytes.count))]))
            }
        }
    }

    @Test func aReaderNeverTrapsOnNoise() {
        var generator = Seeded(4)
        for round in 0..<3000 {
            var noise = (0..<generator.next() % 200).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            if noise.count > 2, round % 2 == 0 {
                noise[0] = 1
                noise[1] = UInt8(generator.next() % 31)
            }
            readWhatever(noise)
            _ = try? Board(encoded: noise)
        }
    }

    /// Reading ends in a record or an error; either way the program goes on.
    private func readWhatever(_ bytes: [UInt8]) {
        let record = bytes.withUnsafeBytes { try? EventRecord(position: 1, encoded: $0) }
        guard let record else { return }
        var board = Board()
        board.apply(record)
        #expect(board.position == 1)
    }

    /// Any numbers may stand in a journal: the fold is total.
    @Test func theBoardFoldsAnyNumbers() {
        for seed in UInt64(0)..<6 {
            var random = RandomFields(seed: seed)
            var board = Board()
            for position in 1...1500 {
                // Few identities and any times: events meet, and their sums overflow.
                random.narrow = position % 3 == 0
                let kind = EventBody.Kind.allCases.randomElement(using: &random.generator) ?? .noteAdded
                board.apply(random.record(kind, position: JournalPosition(position)))
            }
            #expect(board.position == 1500)
        }
    }

    @Test func everyTruncationIsNoticed() throws {
        var random = RandomFields(seed: 9)
        let bytes = random.record(.incidentReported, position: 1).encoded()
        for length in 0..<bytes.count {
            #expect(throws: RecordError.self, "length \(length)") {
                try Array(bytes[..<length]).withUnsafeBytes { _ = try EventRecord(position: 1, encoded: $0) }
            }
        }
    }

    @Test func whatANewerProgramWroteIsToldApart() {
        let bytes = EventRecord(position: 1, at: .epoch, actor: .system, body: .holdReleased(HoldReleased())).encoded()
        func reading(_ change: (inout [UInt8]) -> Void) -> RecordError? {
            var changed = bytes
            change(&changed)
            return #expect(throws: RecordError.self) {
                try changed.withUnsafeBytes { _ = try EventRecord(position: 1, encoded: $0) }
            }
        }
        #expect(reading { $0[0] = 2 } == .unknownVersion(2))
        #expect(reading { $0[0] = 0 } == .unknownVersion(0))
        #expect(reading { $0[1] = 200 } == .unknownKind(200))
        #expect(reading { $0 = [] } == .truncated(offset: 0))
    }

    @Test func unknownFieldsAreSkipped() throws {
        struct Newer: Recordable {
            var name = ""
            var extra = [Int64]()
            var place = Place()
            var number: Int64 = 0

            mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
                visitor.visit(1, "name", &name)
                visitor.visit(2, "extra", &extra)
                visitor.visit(3, "place", &place)
                visitor.visit(4, "number", integer: &number)
            }
        }
        struct Older: Recordable {
            var name = ""
            var number: Int64 = 0

            mutating func fields<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
                visitor.visit(1, "name", &name)
                visitor.visit(4, "number", integer: &number)
            }
        }
        let newer = Newer(name: "n", extra: [1, -5, .min], place: Place(text: "x"), number: -7)
        let older = try Older(encoded: newer.encoded())
        #expect(older.name == "n")
        #expect(older.number == -7)
        let back = try Newer(encoded: older.encoded())
        #expect(back.name == "n")
        #expect(back.extra.isEmpty)
    }
}
