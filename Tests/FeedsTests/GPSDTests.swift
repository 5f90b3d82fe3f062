import DispatchModel
import Formats
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

    /// What each log of a real receiver says, position by position, when it is read at the time that it states.
    private static let logs: [(name: String, believed: Int, doubts: [String: Int])] = [
        ("ais-nmea-type6-fid55", 0, [:]), ("blumax-gps009", 12, ["noFix": 16, "noTime": 3]),
        ("bt451", 39, ["noFix": 12, "noTime": 1]), ("bu303-climbing", 8, [:]), ("bu303-moving", 12, [:]),
        ("bu303-nofix", 0, ["noFix": 7]), ("eXplorist210", 14, ["noFix": 7, "noTime": 2]),
        ("garmin-10x", 27, ["noFix": 16, "noTime": 2]),
        ("haicom-305N", 232, ["inaccurate": 14, "inaccurate+noTime": 2, "noFix": 20]),
        ("meinberg-gps164", 70, ["noFix": 20]), ("motorola-t805", 30, ["noFix": 18, "noTime": 1]),
        ("myguide-3100", 0, ["inaccurate": 30, "inaccurate+noTime": 1, "noFix": 14, "noTime": 2]),
        ("nmea-fuzzy-cases", 14, ["noTime": 1]), ("ntrip_sourcetable", 0, [:]), ("passthrough", 0, [:]),
        ("quectel-eg25-g", 219, ["noFix": 255, "noTime": 9]), ("rst39", 47, [:]), ("skytraq-err", 0, [:]),
        ("sl869", 48, ["noFix": 47]), ("sounder", 0, ["noTime": 122]), ("tcp-torture", 1, ["noTime": 2]),
        ("tr737A+", 27, ["noFix": 7, "noTime": 4]), ("trimble-lassen_iq-playacar", 71, ["noFix": 18]),
        ("ublox-zed-f9p-rtk", 9, [:]),
    ]

    @Test("Every position of the real receivers is believed or doubted for the reason that it should be")
    func realLogs() throws {
        guard let folder = sharedData("data/avl/gpsd") else { return }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".log.chk") }
        #expect(Set(names) == Set(Self.logs.map { $0.name + ".log.chk" }), "each log has its expectation")
        for log in Self.logs {
            var decoder = GPSDDecoder(units: ["*": "A12"])
            var (believed, doubts) = (0, [String: Int]())
            for line in try bytes(of: "\(folder)/\(log.name).log.chk").split(separator: 0x0A) {
                // Each line is read as if it came at the time that it states.
                let text = String(decoding: line, as: UTF8.self)
                let stated = text.firstRange(of: "\"time\":\"").flatMap {
                    RFC3339.instant(String(text[$0.upperBound...].prefix { $0 != "\"" }))
                }
                let messages = try decoder.decode(line, now: stated ?? now).messages
                for message in messages where message.kind == .unitPosition {
                    let reasons = message.doubts.map(\.rawValue).sorted().joined(separator: "+")
                    if reasons.isEmpty { believed += 1 } else { doubts[reasons, default: 0] += 1 }
                }
                #expect(DecoderOracle.problems("gpsd", Array(line)) == [], "\(log.name): \(text)")
            }
            #expect(believed == log.believed, "\(log.name)")
            #expect(doubts == log.doubts, "\(log.name)")
        }
    }
}
