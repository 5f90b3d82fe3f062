import DispatchModel
import Testing

@testable import Feeds

/// Times of clocks that were never set and of fields that were never filled, and times booked ahead.
@Suite("Doubtful times")
struct DoubtfulTimeTests {
    private static let now = Timestamp(seconds: 1_796_000_000)
    private static let otherAges = [
        "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1970-01-01T08:00:00Z", "2007-04-17T03:00:00Z",
    ]

    private func message(_ text: String) throws -> FeedMessage { try MessageDecoder().decode(Array(text.utf8)) }

    private func take(_ message: FeedMessage) -> Normalised {
        var normaliser = Normaliser(feed: "cad")
        return normaliser.takeMessage(message, now: Self.now)
    }

    @Test("What is of another age counts as of when it came, whatever it says", arguments: otherAges)
    func ancient(time: String) throws {
        let lines = [
            #"{"kind":"incident.report","id":"1","time":"T","type":"fire"}"#,
            #"{"kind":"incident.update","id":"2","time":"T","incident":"1","text":"x","disposition":"d"}"#,
            #"{"kind":"unit.status","id":"3","time":"T","unit":"A","status":"on-scene","incident":"1"}"#,
            #"{"kind":"unit.status","id":"4","time":"T","unit":"A","status":"clear"}"#,
            #"{"kind":"alert","id":"5","time":"T","text":"x","state":"firing"}"#,
            #"{"kind":"alert","id":"6","time":"T","text":"x","state":"resolved"}"#,
        ]
        for line in lines {
            let made = take(try message(line.replacing("\"T\"", with: "\"\(time)\"")))
            #expect(made.mark == .ancient, "\(line)")
            for observation in made.observations {
                #expect(Self.time(of: observation.content) == Self.now, "\(line)")
            }
        }
    }

    private static func time(of content: Observation.Content) -> Timestamp? {
        switch content {
        case .incident(let incident, _): incident.received
        case .report(_, let report, _): report.at
        case .closed(_, _, let stated): stated
        case .milestone(let milestone): milestone.stated
        case .status(_, _, let stated, _): stated
        case .alert(let alert): alert.at
        default: nil
        }
    }

    @Test(
        "An end that was never set is none; one of another age has passed",
        arguments: [
            ("0001-01-01T00:00:00Z", true), ("1970-01-01T00:00:00Z", true), ("1980-01-06T00:00:00Z", true),
            ("2003-06-17T23:30:00Z", false),
        ])
    func ends(time: String, isUnset: Bool) throws {
        let stated = RFC3339.text(Self.now - .seconds(5))
        let made = take(
            try message(#"{"kind":"alert","id":"5","time":"\#(stated)","text":"x","expires":"\#(time)"}"#))
        #expect(made.mark == (isUnset ? nil : .expired))
        guard case .alert(let alert)? = made.observations.last?.content else {
            Issue.record("no alert")
            return
        }
        #expect(alert.isActive == isUnset && (alert.reported.expires == nil) == isUnset)
    }

    @Test("A position of another day moves nobody; of another hour it is late")
    func positions() throws {
        for (hours, isDoubted) in [
            (-1024 * 7 * 24, true), (-24 * 8, true), (-24 * 6, false), (0, false), (24 * 8, true),
        ] {
            let time = RFC3339.text(Self.now + .hours(Int64(hours)))
            let made = take(
                try message(#"{"kind":"unit.position","time":"\#(time)","unit":"A","lat":31,"lon":121}"#))
            let doubted = Observation.Content.doubtfulPosition(callsign: "A", reasons: [.rolledOverDate])
            #expect((made.observations.map(\.content) == [doubted]) == isDoubted, "\(hours) h")
        }
    }

    @Test("A position at 0°, 0° moves nobody, whoever says so")
    func atZero() throws {
        let time = RFC3339.text(Self.now)
        for (latitude, isDoubted) in [("0", true), ("0.0", true), ("-0.009", true), ("0.02", false)] {
            let line = #"{"kind":"unit.position","time":"\#(time)","unit":"A","lat":\#(latitude),"lon":0.0001}"#
            #expect(try message(line).doubts.contains(.atZero) == isDoubted, "\(latitude)")
            let bytes = Array(line.utf8)
            let short = bytes.withUnsafeBufferPointer { MessageDecoder().scan($0) }
            #expect(short?.doubts.contains(.atZero) ?? isDoubted == isDoubted)
        }
        var decoder = GPSDDecoder(units: ["*": "A"])
        func report(_ latitude: Double, _ seconds: Int64) throws -> Set<PositionDoubt>? {
            let at = Self.now + .seconds(seconds)
            let line = #"{"class":"TPV","mode":3,"time":"\#(RFC3339.text(at))","lat":\#(latitude),"lon":\#(latitude)}"#
            return try decoder.decode(Array(line.utf8), now: at).messages.first?.doubts
        }
        #expect(try report(0, 0) == [.atZero])
        #expect(try report(31, 1) == [], "the first that is believed is no jump")
    }

    @Test("A call booked ahead keeps its time, a clock that is ahead does not")
    func booked() throws {
        for (minutes, isKept) in [(1, false), (14, false), (16, true), (240, true), (60 * 24 * 3, true)] {
            let stated = Self.now + .minutes(Int64(minutes))
            let line = #"{"kind":"incident.report","id":"1","time":"\#(RFC3339.text(stated))","type":"escort"}"#
            let made = take(try message(line))
            guard case .incident(let incident, _)? = made.observations.first?.content else {
                Issue.record("no incident")
                return
            }
            #expect(incident.received == (isKept ? stated : Self.now), "\(minutes) min")
        }
    }

    @Test("They say nothing about the sender's clock")
    func skew() throws {
        var normaliser = Normaliser(feed: "cad")
        for number in 0..<20 {
            var message = FeedMessage(.unitStatus)
            (message.id, message.unit, message.status) = ("\(number)", "A", .clear)
            message.time = number % 2 == 0 ? Timestamp.epoch : Self.now - .seconds(1)
            _ = normaliser.takeMessage(message, now: Self.now)
        }
        let line = #"{"kind":"incident.report","id":"b","time":"TIME","type":"escort"}"#
        for time in [RFC3339.text(Self.now + .hours(4)), "9999-01-01T00:00:00Z"] {
            _ = normaliser.takeMessage(try message(line.replacing("TIME", with: time)), now: Self.now)
        }
        #expect(normaliser.skew.median == .seconds(1))
        #expect(normaliser.skew.estimate == .seconds(1))
    }
}
