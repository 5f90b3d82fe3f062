import DispatchModel
import Formats
import Testing

@testable import Feeds

/// What senders say of callers.
@Suite("Callers in messages")
struct CallerFieldTests {
    private let start = Timestamp(seconds: 1_800_000_000)

    private func contents(_ line: String) throws -> [Observation.Content] {
        var normaliser = Normaliser(feed: "cad")
        let message = try MessageDecoder().decode(Array(line.utf8))
        return normaliser.takeMessage(message, now: start).observations.map(\.content)
    }

    private func line(_ kind: String, _ fields: String) -> String {
        #"{"kind":"\#(kind)","id":"1","time":"2027-01-15T08:00:00Z",\#(fields)}"#
    }

    @Test("A report brings its caller along")
    func report() throws {
        let said = try contents(
            line("incident.report", #""type":"fire","caller":"Li","callback":"555-0100","flat":"12","way":"phone""#))
        guard case .incident(let incident, _)? = said.first else {
            Issue.record("\(said)")
            return
        }
        #expect(incident.report.by == Caller(name: "Li", callback: "555-0100", flat: "12", way: .phone))
    }

    @Test("An update with words is another report; without words it says better who called")
    func update() throws {
        let key = IncidentReference.source(SourceKey(source: "cad", id: "7"))
        let caller = Caller(callback: "555-0100")
        let spoken = try contents(line("incident.update", #""incident":"7","text":"smoke","callback":"555-0100""#))
        #expect(spoken == [.report(key, Report(at: start, by: caller, text: "smoke"))])
        let silent = try contents(line("incident.update", #""incident":"7","callback":"555-0100""#))
        #expect(silent == [.caller(key, caller)])
    }

    @Test("A report brings the times of its call along; one that lies ahead or in another age is none")
    func times() throws {
        func report(_ fields: String) throws -> Report? {
            guard
                case .incident(let incident, _)? = try contents(line("incident.report", #""type":"fire",\#(fields)"#))
                    .first
            else { return nil }
            return incident.report
        }
        let both = try report(#""rang":"2027-01-15T07:59:40Z","answered":"2027-01-15T07:59:46Z""#)
        #expect(both?.rang == start - .seconds(20) && both?.answered == start - .seconds(14))
        let wrong = try report(#""rang":"2027-01-15T09:00:00Z","answered":"1970-01-01T00:00:00Z""#)
        #expect(wrong != nil && wrong?.rang == nil && wrong?.answered == nil)
        let said = try contents(
            line("incident.update", #""incident":"7","text":"smoke","rang":"2027-01-15T07:59:50Z""#))
        guard case .report(_, let again, _)? = said.first else {
            Issue.record("\(said)")
            return
        }
        #expect(again.rang == start - .seconds(10) && again.answered == nil)
        #expect(throws: MessageFault.self) { try report(#""rang":"soon""#) }
    }

    @Test("Every way has a word, and what is too long or unknown is refused by field")
    func bounds() throws {
        #expect(Set(MessageRules.ways.map(\.way)) == Set(CallWay.allCases))
        for (way, word) in MessageRules.ways.map({ ($0.way, $0.word) }) {
            let said = try contents(line("incident.update", #""incident":"7","way":"\#(word)""#))
            #expect(said == [.caller(.source(SourceKey(source: "cad", id: "7")), Caller(way: way))])
        }
        let long = String(repeating: "5", count: 300)
        for (field, value) in [("callback", long), ("flat", long), ("caller", long), ("way", "pigeon")] {
            let text = line("incident.report", #""type":"fire","\#(field)":"\#(value)""#)
            let fault = #expect(throws: MessageFault.self) { try MessageDecoder().decode(Array(text.utf8)) }
            #expect(fault.map { "\($0)" }?.contains(field) == true, "\(field)")
        }
    }
}
