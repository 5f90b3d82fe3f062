import DispatchModel
import Formats
import TestSupport
import Testing

@testable import Feeds

@Suite("Normalising")
struct NormaliserTests {
    private let start = Timestamp(seconds: 1_800_000_000)

    private func status(_ id: String, _ unit: String = "A", at time: Timestamp?) -> FeedMessage {
        var message = FeedMessage(.unitStatus)
        (message.id, message.unit, message.status, message.time) = (id, unit, .clear, time)
        return message
    }

    @Test("An id is taken once within the window and again after it")
    func repetitions() {
        var normaliser = Normaliser(feed: "cad")
        #expect(normaliser.takeMessage(status("1", at: start), now: start).observations.count == 1)
        #expect(normaliser.takeMessage(status("1", at: start), now: start + .minutes(9)).isRepetition)
        #expect(!normaliser.takeMessage(status("1", at: start + .minutes(11)), now: start + .minutes(11)).isRepetition)
    }

    @Test("The window is bounded, and what is forgotten is counted")
    func bound() {
        var limits = NormalisingLimits()
        limits.repetitionLimit = 100
        var normaliser = Normaliser(feed: "cad", limits: limits)
        for id in 0..<5000 { _ = normaliser.takeMessage(status("\(id)", at: start), now: start) }
        #expect(normaliser.forgotten == 4900)
        #expect(normaliser.takeMessage(status("4950", at: start), now: start).isRepetition)
        #expect(!normaliser.takeMessage(status("10", at: start), now: start).isRepetition)
    }

    @Test("Late is kept and marked, ahead counts as now, what was overtaken says so")
    func times() throws {
        var normaliser = Normaliser(feed: "cad")
        let late = normaliser.takeMessage(status("1", at: start - .minutes(6)), now: start)
        #expect((late.mark, late.observations.count) == (.late, 1))
        #expect(normaliser.takeMessage(status("2", at: start), now: start).mark == nil)
        let old = normaliser.takeMessage(status("3", at: start - .seconds(1)), now: start)
        #expect(old.mark == .outOfOrder)
        let said = Observation.Content.status(
            callsign: "A", status: .clear, stated: start - .seconds(1), isOvertaken: true)
        #expect(old.observations.map(\.content) == [said])
        #expect(normaliser.takeMessage(status("4", "B", at: start - .seconds(1)), now: start).observations.count == 1)
        var call = FeedMessage(.incidentReport)
        (call.id, call.incident, call.type, call.time) = ("5", "5", "fight", start + .minutes(5))
        let ahead = normaliser.takeMessage(call, now: start)
        #expect(ahead.mark == .future)
        guard case .incident(let incident, _)? = ahead.observations.first?.content else {
            Issue.record("no incident")
            return
        }
        #expect(incident.received == start)
        #expect(incident.source == SourceKey(source: "cad", id: "5"))
    }

    @Test("A dispute's grade comes with the report and with an update")
    func grade() {
        var normaliser = Normaliser(feed: "cad")
        let report =
            #"{"kind":"incident.report","id":"7","time":"2027-01-15T08:00:00Z","type":"quarrel","grade":"red"}"#
        let update = #"{"kind":"incident.update","id":"8","time":"2027-01-15T08:00:00Z","incident":"7","grade":"blue"}"#
        let incident = IncidentReference.source(SourceKey(source: "cad", id: "7"))
        for (line, grade) in [(report, DisputeGrade.red), (update, .blue)] {
            guard let message = try? MessageDecoder().decode(Array(line.utf8)) else {
                Issue.record("refused: \(line)")
                continue
            }
            let contents = normaliser.takeMessage(message, now: start).observations.map(\.content)
            #expect(contents.last == .disputeGraded(incident, grade), "\(line)")
        }
        let pink = report.replacing("red", with: "pink")
        #expect(throws: MessageFault.self) { try MessageDecoder().decode(Array(pink.utf8)) }
    }

    @Test("Whether a report states its priority is told", arguments: [Priority?.none, .p1, .p3])
    func priority(_ priority: Priority?) {
        var normaliser = Normaliser(feed: "cad")
        var call = FeedMessage(.incidentReport)
        (call.id, call.incident, call.type, call.priority) = ("1", "1", "fight", priority)
        guard
            case .incident(let said, let isStated)? = normaliser.takeMessage(call, now: start).observations.first?
                .content
        else {
            Issue.record("no incident")
            return
        }
        #expect(said.priority == priority ?? .p3)
        #expect(isStated == (priority != nil))
    }

    @Test(
        "An alert under one id: a change is news, the same again is not, and on again after its end is",
        arguments: [true, false])
    func alertAgain(tellsRepeats: Bool) {
        var limits = NormalisingLimits()
        limits.repeatsAreTold = tellsRepeats
        var normaliser = Normaliser(feed: "nms", limits: limits)
        var now = start
        var keys: [String] = []
        func say(_ severity: AlertSeverity, _ isActive: Bool = true) -> Bool {
            var message = FeedMessage(.alert)
            (message.id, message.alert, message.severity, message.isActive) = ("p7", "p7", severity, isActive)
            now = now + .seconds(1)
            let made = normaliser.takeMessage(message, now: now)
            if !made.isRepetition { keys += made.observations.compactMap { $0.source?.id } }
            return made.isRepetition
        }
        #expect(!say(.low))
        #expect(say(.low), "a retry")
        #expect(!say(.high), "worse")
        #expect(!say(.high, false), "over")
        #expect(!say(.high), "on again")
        #expect(!say(.low), "better")
        #expect(Set(keys).count == keys.count, "\(keys)")
        #expect(keys.count == 5)
    }

    @Test("An update with several parts has keys of its own for each")
    func parts() {
        var normaliser = Normaliser(feed: "cad")
        var update = FeedMessage(.incidentUpdate)
        (update.id, update.incident, update.text, update.priority, update.disposition) = ("u", "c", "more", .p1, "ADV")
        let keys = normaliser.takeMessage(update, now: start).observations.map { $0.source?.id }
        #expect(keys == ["u", "u#2", "u#3"])
    }

    @Test("An alert's coming on and its end are two messages; what is not meant is never more than low")
    func alerts() {
        var normaliser = Normaliser(feed: "nms")
        for standing in AlertStanding.allCases {
            var message = FeedMessage(.alert)
            (message.id, message.alert, message.severity, message.standing) = ("\(standing)", "k", .high, standing)
            let on = normaliser.takeMessage(message, now: start)
            message.isActive = false
            let off = normaliser.takeMessage(message, now: start)
            guard case .alert(let one)? = on.observations.first?.content,
                case .alert(let other)? = off.observations.first?.content
            else {
                Issue.record("no alert")
                return
            }
            #expect((one.isActive, other.isActive) == (true, false))
            #expect(one.severity == (standing == .actual ? .high : .low))
            #expect(one.reported.standing == standing)
        }
    }

    private func alert(_ id: String, _ isActive: Bool, _ seconds: Int64, name: String = "") -> FeedMessage {
        var message = FeedMessage(.alert)
        (message.id, message.alert, message.severity, message.isActive) = (id, "k", .high, isActive)
        (message.time, message.name) = (start + .seconds(seconds), name)
        return message
    }

    @Test("A word about an alert that comes late changes nothing; what had ended meanwhile comes and goes, low")
    func lateAlerts() {
        func said(_ messages: [FeedMessage]) -> [[Bool]] {
            var normaliser = Normaliser(feed: "nms")
            return messages.map { message in
                normaliser.takeMessage(message, now: start + .minutes(2)).observations.compactMap {
                    guard case .alert(let alert) = $0.content else { return nil }
                    #expect(message.isActive != true || alert.isActive || alert.severity == .low)
                    return alert.isActive
                }
            }
        }
        #expect(said([alert("2", false, 20), alert("1", true, 10)]) == [[false], [true, false]])
        #expect(said([alert("2", true, 20), alert("1", false, 10)]) == [[true], []])
        #expect(said([alert("2", true, 20), alert("1", true, 10)]) == [[true], []])
        #expect(said([alert("2", false, 20), alert("1", false, 10)]) == [[false], [false]])
        #expect(
            said([alert("1", true, 10), alert("2", false, 20), alert("3", true, 30)]) == [[true], [false], [true]])
        #expect(said([alert("1", false, 10), alert("2", true, 10)]) == [[false], [true]])
        #expect(
            said([alert("1", false, 10, name: "1"), alert("2", true, 10, name: "2")]) == [[false], [true, false]])
        #expect(said([alert("2", true, 20, name: "2"), alert("1", true, 10, name: "1")]) == [[true], [true]])
    }

    @Test("What is remembered of alerts has a bound")
    func alertBound() {
        var order = MessageOrder(unitLimit: 10)
        for number in 0..<1000 {
            var message = alert("\(number)", false, 100)
            message.alert = "\(number)"
            #expect(!order.place(message, at: start + .seconds(100)).isOvertaken)
        }
        for (number, isKnown) in [(999, true), (990, true), (10, false)] {
            var message = alert("late", true, 50)
            message.alert = "\(number)"
            #expect(order.place(message, at: start + .seconds(50)).isOvertaken == isKnown, "\(number)")
        }
    }

    @Test("Doubtful positions move nobody, say why, and keep no later position out")
    func doubts() {
        var normaliser = Normaliser(feed: "gps")
        for doubt in PositionDoubt.allCases {
            var message = FeedMessage(.unitPosition)
            for stated in [start, start - .hours(1024 * 7 * 24), start + .hours(24), nil] {
                (message.unit, message.time, message.doubts) = ("A", stated, [doubt])
                message.place.point = GeoPoint(latitude: 1, longitude: 1)
                let made = normaliser.takeMessage(message, now: start)
                #expect(made.observations.map(\.content) == [.doubtfulPosition(callsign: "A", reasons: [doubt])])
                #expect(made.observations.map(\.at) == [start])
                #expect(made.mark == nil)
            }
        }
        var message = FeedMessage(.unitPosition)
        (message.unit, message.time, message.place.point) = ("A", start - .seconds(1), GeoPoint())
        let made = normaliser.takeMessage(message, now: start).observations.map(\.content)
        #expect(made == [.position(callsign: "A", point: GeoPoint(), at: start - .seconds(1))])
    }

    @Test("The skew is the least difference of the last 64 messages")
    func skew() {
        var normaliser = Normaliser(feed: "cad")
        for number in 0..<200 {
            let now = start + .seconds(Int64(number))
            let delay = Int64(number % 7) * 100
            _ = normaliser.takeMessage(
                status("\(number)", at: now + Span(milliseconds: 3000 - delay)), now: now)
        }
        #expect(normaliser.skew.estimate == Span(milliseconds: -3000))
    }

    @Test("Random messages: no id twice in the window, no time ahead of now, positions only forward")
    func random() {
        let seed: UInt64 = 20_261_124
        var random = Seeded(seed)
        var normaliser = Normaliser(feed: "cad")
        var taken: [String: Timestamp] = [:]
        var newest: [String: Timestamp] = [:]
        var now = start
        for step in 0..<20_000 {
            now = now + Span(milliseconds: Int64.random(in: 0...2000, using: &random))
            var message = FeedMessage(.unitPosition)
            message.id = "\(Int.random(in: 0..<500, using: &random))"
            message.unit = "U\(random.next() % 5)"
            message.time = now + .seconds(Int64.random(in: -900...120, using: &random))
            message.place.point = GeoPoint(latitude: 1, longitude: 1)
            let result = normaliser.takeMessage(message, now: now)
            if let before = taken[message.id], now - before < .minutes(10) {
                #expect(result.isRepetition, "seed \(seed), step \(step)")
                continue
            }
            taken[message.id] = now
            for case .position(let unit, _, let at) in result.observations.map(\.content) {
                #expect(at <= now, "seed \(seed), step \(step)")
                #expect(at >= newest[unit] ?? at, "seed \(seed), step \(step)")
                newest[unit] = at
            }
        }
    }
}

@Suite("Heartbeats, rates and lines")
struct SmallPartsTests {
    private let start = Timestamp(seconds: 1_800_000_000)

    @Test("Silence raises one alert; the next word ends it")
    func heartbeat() {
        var watch = HeartbeatWatch(feed: "cad", deadline: .seconds(30), now: start)
        #expect(watch.look(now: start + .seconds(29)) == nil)
        let raised = watch.look(now: start + .seconds(30))
        #expect(watch.look(now: start + .hours(5)) == nil)
        let ended = watch.hear(now: start + .hours(6))
        #expect(watch.hear(now: start + .hours(6)) == nil)
        guard case .alert(let one)? = raised?.content, case .alert(let other)? = ended?.content else {
            Issue.record("no alert")
            return
        }
        #expect((one.isActive, other.isActive) == (true, false))
        #expect(one.reported.source == other.reported.source)
        #expect(one.reported.silentFeed == "cad" && one.limit == 30)
    }

    @Test("The first word ends an alert that an earlier run has left")
    func heartbeatAfterRestart() {
        var watch = HeartbeatWatch(feed: "cad", deadline: .seconds(30), now: start)
        guard case .alert(let end)? = watch.hear(now: start + .seconds(1))?.content else {
            Issue.record("no end")
            return
        }
        #expect(!end.isActive)
        #expect(watch.hear(now: start + .seconds(2)) == nil)
    }

    @Test("Lag is the median, skew the least, and neither is told before eight messages")
    func lag() {
        var skew = ClockSkew()
        for seconds: Int64 in [5, 1, 900, 3, 2, 4, 6] {
            skew.note(stated: start, received: start + .seconds(seconds))
            #expect(skew.median == nil && skew.estimate == nil)
        }
        skew.note(stated: start, received: start + .seconds(7))
        #expect(skew.median == .seconds(5))
        #expect(skew.estimate == .seconds(1))
    }

    @Test("A bucket lets through its rate and no more, whatever the clock does")
    func bucket() {
        let seed: UInt64 = 99
        var random = Seeded(seed)
        var bucket = TokenBucket(rate: 100, milliseconds: 0)
        var (now, passed) = (Int64(0), 0)
        while now < 60_000 {
            if let wait = bucket.takePlace(milliseconds: now) { now += min(wait, 3) } else { passed += 1 }
            if random.once(in: 50) { now += 7 }
        }
        #expect((6000...6101).contains(passed), "seed \(seed): \(passed)")
        var charged = TokenBucket(rate: 10, milliseconds: 0)
        #expect(charged.wait(milliseconds: 0) == nil)
        charged.charge(30)
        #expect(charged.wait(milliseconds: 0) == 2100, "twenty more than there were, and one to pass")
        #expect(charged.wait(milliseconds: 2099) != nil && charged.wait(milliseconds: 2100) == nil)
        #expect(bucket.takePlace(milliseconds: -5) ?? 0 >= 0, "a clock that steps back")
    }

    @Test("However a stream is cut, the lines and their bytes are the same")
    func lines() {
        let seed: UInt64 = 4180
        var random = Seeded(seed)
        let text = Array("one\r\n\ntwo\n\(String(repeating: "x", count: 40))\nthree".utf8)
        for _ in 0..<500 {
            var splitter = LineSplitter(limit: 20)
            var pieces: [(text: String, isCut: Bool, bytes: Int64)] = []
            let note = { (piece: LineSplitter.Piece) in pieces.append(self.kept(piece)) }
            var rest = text[...]
            while !rest.isEmpty {
                let count = Int.random(in: 1...min(12, rest.count), using: &random)
                rest.prefix(count).withUnsafeBytes { splitter.takeBytes($0, note) }
                rest = rest.dropFirst(count)
            }
            splitter.end(note)
            let expected: [(String, Int64)] = [("one", 5), ("", 1), ("two", 4), ("", 41), ("three", 5)]
            #expect(pieces.count == expected.count, "seed \(seed)")
            for (piece, wanted) in zip(pieces, expected) {
                #expect(piece.bytes == wanted.1 && piece.isCut == (wanted.1 == 41), "seed \(seed)")
                #expect(piece.isCut ? piece.text.utf8.count <= 21 : piece.text == wanted.0, "seed \(seed)")
            }
        }
    }

    @Test("The end of a line is found wherever it stands, beside any byte")
    func lineEnds() {
        let seed: UInt64 = 1987
        var random = Seeded(seed)
        // Near the end of line in value, at the edges of a byte, and what a borrow could be mistaken for.
        let near: [UInt8] = [0x00, 0x09, 0x0B, 0x0D, 0x7F, 0x80, 0x8A, 0x8B, 0xFF]
        for _ in 0..<4000 {
            var text = (0..<Int.random(in: 0...40, using: &random)).map { _ in near.randomElement(using: &random) ?? 0 }
            for _ in 0..<Int.random(in: 0...2, using: &random) where !text.isEmpty {
                text[Int.random(in: 0..<text.count, using: &random)] = 0x0A
            }
            let start = Int.random(in: 0...text.count, using: &random)
            text.withUnsafeBufferPointer { bytes in
                let part = UnsafeBufferPointer(rebasing: bytes[start...])
                #expect(LineSplitter.lineEnd(in: part) == part.firstIndex(of: 0x0A), "seed \(seed)")
            }
        }
    }

    private func kept(_ piece: LineSplitter.Piece) -> (text: String, isCut: Bool, bytes: Int64) {
        switch piece {
        case .line(let bytes, let count): (String(decoding: bytes, as: UTF8.self), false, count)
        case .tooLong(let beginning, let count): (String(decoding: beginning, as: UTF8.self), true, count)
        }
    }
}
