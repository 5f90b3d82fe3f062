import DispatchModel
import Foundation
import TestSupport
import Testing

@testable import Feeds

@Suite("gpsd")
struct GPSDTests {
    private let now = Timestamp(seconds: 1_800_000_000)

    private func report(
        at time: Timestamp?, _ latitude: Double = 31, _ longitude: Double = 121, mode: Int = 3
    ) -> [UInt8] {
        let stated = time.map { ",\"time\":\"\(RFC3339.text($0))\"" } ?? ""
        return Array(
            "{\"class\":\"TPV\",\"device\":\"/dev/a\",\"mode\":\(mode)\(stated),\"lat\":\(latitude),\"lon\":\(longitude)}"
                .utf8)
    }

    @Test("A fix is a position; no fix, no time and a wrong date are doubts")
    func doubts() throws {
        var decoder = GPSDDecoder(units: ["/dev/a": "A12"])
        let rows: [([UInt8], Set<PositionDoubt>)] = [
            (report(at: now), []), (report(at: now, mode: 1), [.noFix]), (report(at: nil), [.noTime]),
            (report(at: now - .hours(1024 * 7 * 24)), [.rolledOverDate]),
            (report(at: now + .hours(24 * 365)), [.rolledOverDate]),
        ]
        for (line, doubts) in rows {
            let message = try #require(try decoder.decode(line, now: now).messages.first)
            #expect(message.unit == "A12")
            #expect(message.doubts == doubts)
        }
    }

    @Test("A jump is doubted until three positions agree on it")
    func jumps() throws {
        var decoder = GPSDDecoder(units: ["*": "A12"])
        let path = [31.0, 31.0001, 35, 31.0002, 35, 35.0001, 35.0002, 35.0003]
        let jumped = try path.enumerated().map { index, latitude in
            let time = now + .seconds(Int64(index))
            return try decoder.decode(report(at: time, latitude), now: time).messages[0].doubts == [.jump]
        }
        #expect(jumped == [false, false, true, false, true, true, false, false])
    }

    @Test("What is no JSON is left alone, other classes show life, nonsense is refused")
    func others() throws {
        var decoder = GPSDDecoder(units: ["*": "A12"])
        #expect(try decoder.decode(Array("$GPRMC,1".utf8), now: now).messages.isEmpty)
        #expect(try decoder.decode(Array(#"{"class":"SKY"}"#.utf8), now: now).messages.map(\.kind) == [.heartbeat])
        for text in [
            #"{"class":"TPV"}"#, #"{"class":"TPV","mode":9}"#, #"{"class":"TPV","mode":3,"lat":"x","lon":1}"#,
            #"{"class":"TPV","mode":3,"lat":99,"lon":1}"#, #"{"class":"TPV","mode":3,"time":"now"}"#, "{}", "{",
        ] { #expect(throws: MessageFault.self, "\(text)") { try decoder.decode(Array(text.utf8), now: now) } }
        var strict = GPSDDecoder(units: [:])
        let fault = #expect(throws: MessageFault.self) { try strict.decode(report(at: now), now: now) }
        #expect(fault?.path == "device")
    }

    @Test("Every log of the real receivers is read without a trap, and those with a fix move")
    func realLogs() throws {
        guard let folder = sharedData("data/avl/gpsd") else { return }
        var moved: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name != "COPYING.gpsd" {
            var decoder = GPSDDecoder(units: ["*": "A12"])
            for line in try bytes(of: "\(folder)/\(name)").split(separator: 0x0A) {
                // Each line is read as if it came at the time that it states.
                let text = String(decoding: line, as: UTF8.self)
                let stated = text.firstRange(of: "\"time\":\"").flatMap {
                    RFC3339.instant(String(text[$0.upperBound...].prefix { $0 != "\"" }))
                }
                let decoded = try? decoder.decode(line, now: stated ?? now)
                if decoded?.messages.contains(where: { $0.kind == .unitPosition && $0.doubts.isEmpty }) == true {
                    moved.insert(name)
                }
            }
        }
        #expect(!moved.contains("bu303-nofix.log.chk"))
        #expect(moved.isSuperset(of: ["bu303-moving.log.chk", "bu303-climbing.log.chk", "garmin-10x.log.chk"]))
    }
}
