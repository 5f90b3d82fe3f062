import DispatchModel
import Formats
import TestSupport
import Testing

@testable import Feeds

@Suite("Messages")
struct MessageTests {
    private func decode(_ text: String) throws(MessageFault) -> FeedMessage {
        try MessageDecoder().decode(Array(text.utf8))
    }

    @Test("Every kind is understood with all its fields")
    func kinds() throws {
        let report = try decode(
            #"{"kind":"incident.report","id":"m1","time":"2026-11-24T02:55:20Z","type":"fight","priority":1,"place":"南京路","lat":31.2,"lon":121.4,"beat":"B01","caller":"Li","callback":"+86 555","flat":"3-2","way":"walk-in","text":"two men","x-own":{"a":[1]}}"#
        )
        #expect(report.incident == "m1", "an incident without identity has its message's")
        #expect(report.priority == .p1)
        #expect(report.place == Place(text: "南京路", point: GeoPoint(latitude: 31.2, longitude: 121.4)))
        #expect((report.beat, report.text) == ("B01", "two men"))
        #expect(report.caller == Caller(name: "Li", callback: "+86 555", flat: "3-2", way: .walkIn))
        let update = try decode(
            #"{"kind":"incident.update","id":"m2","time":"2026-11-24T02:55:20Z","incident":"c1","disposition":"ADV"}"#)
        #expect((update.incident, update.disposition) == ("c1", "ADV"))
        let status = try decode(
            #"{"kind":"unit.status","id":"m3","time":"2026-11-24T02:55:20Z","unit":"3A11","status":"en-route"}"#)
        #expect(status.status == .enRoute)
        let position = try decode(
            #"{"kind":"unit.position","time":"2026-11-24T02:55:20Z","unit":"3A11","lat":-1e1,"lon":0,"accuracy":900}"#)
        #expect(position.place.point?.latitudeMicrodegrees == -10_000_000)
        #expect(position.doubts == [.inaccurate])
        let alert = try decode(
            #"{"kind":"alert","id":"a1","time":"2026-11-24T02:55:20Z","state":"resolved","severity":"high","standing":"exercise","text":"mast"}"#
        )
        #expect((alert.alert, alert.isActive, alert.severity, alert.standing) == ("a1", false, .high, .exercise))
        #expect(try decode(#"{"kind":"heartbeat"}"#).kind == .heartbeat)
    }

    @Test(
        "What is wrong is named with its field, what was found and what is expected",
        arguments: [
            (#"[]"#, "", "a JSON object"), (#"{}"#, "kind", "one of incident.report"),
            (#"{"kind":"x"}"#, "kind", "one of incident.report"),
            (#"{"kind":"heartbeat","time":"soon"}"#, "time", "a time such as"),
            (#"{"kind":"heartbeat","prioritty":1}"#, "prioritty", "one of id, time"),
            (
                #"{"kind":"unit.position","time":"2026-11-24T02:55:20Z","unit":"a","lat":91,"lon":0}"#, "lat",
                "-90.0 to 90.0"
            ),
            (#"{"kind":"unit.position","time":"2026-11-24T02:55:20Z","unit":"a","lon":0}"#, "lat", "a number"),
            (
                #"{"kind":"unit.status","id":"1","time":"2026-11-24T02:55:20Z","unit":"a","status":"asleep"}"#,
                "status", "available"
            ),
            (
                #"{"kind":"unit.status","id":"1","time":"2026-11-24T02:55:20Z","unit":"","status":"clear"}"#, "unit",
                "visible"
            ),
            (
                #"{"kind":"unit.status","id":"1","time":"2026-11-24T02:55:20Z","unit":"a\u202eb","status":"clear"}"#,
                "unit", "visible"
            ),
            (
                #"{"kind":"unit.status","id":7,"time":"2026-11-24T02:55:20Z","unit":"a","status":"clear"}"#, "id",
                "a name"
            ),
            (
                #"{"kind":"incident.update","id":"1","time":"2026-11-24T02:55:20Z","incident":"c"}"#, "text",
                "disposition"
            ),
            (#"{"kind":"incident.report","id":"1","time":"2026-11-24T02:55:20Z","type":"x","lat":1}"#, "lon", "both"),
            (
                #"{"kind":"incident.report","id":"1","time":"2026-11-24T02:55:20Z","type":"x","priority":1.5}"#,
                "priority", "1 to 5"
            ),
        ])
    func faults(text: String, path: String, expected: String) {
        let fault = #expect(throws: MessageFault.self) { try decode(text) }
        #expect(fault?.path == path)
        #expect(fault?.expected.contains(expected) == true, "\(fault?.english ?? "")")
        #expect(fault?.chinese.isEmpty == false)
    }

    @Test("A sender's own words are put into the console's before they are checked")
    func words() throws {
        let words = WordMapping(words: ["status": ["ENR": "en-route", "7": "clear"], "unit": ["11": "3A11"]])
        let decoder = MessageDecoder(words: words)
        let line = #"{"kind":"unit.status","id":"1","time":"2026-11-24T02:55:20Z","unit":"11","status":"ENR"}"#
        let message = try decoder.decode(Array(line.utf8))
        #expect((message.unit, message.status) == ("3A11", .enRoute))
        let number = line.replacing("\"ENR\"", with: "7")
        #expect(try decoder.decode(Array(number.utf8)).status == .clear)
    }

    @Test("The schema lists just the fields that the checker knows")
    func schema() throws {
        let schema = try JSONReader.read(Array(MessageRules.schema().written(indented: true).utf8))
        let kinds = try #require(schema["oneOf"]?.elements)
        #expect(kinds.count == MessageKind.allCases.count)
        for (kind, described) in zip(MessageKind.allCases, kinds) {
            let names = described["properties"]?.members?.map(\.name) ?? []
            let rules = MessageRules.fields(of: kind)
            #expect(names == ["kind"] + rules.map(\.name))
            #expect(Set(names).count == names.count && names.count < 64)
            let required = described["required"]?.elements?.compactMap(\.text) ?? []
            #expect(required == ["kind"] + rules.filter(\.isRequired).map(\.name))
        }
    }
}
