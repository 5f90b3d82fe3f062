import DispatchModel
import Testing

@Suite("Telemetry")
struct TelemetryTests {
    private static let car = UnitID(rawValue: 1)
    private static let start = Timestamp(seconds: 1_800_000_000)
    private static let (here, there) = (
        GeoPoint(latitudeMicrodegrees: 31_000_000, longitudeMicrodegrees: 121_000_000),
        GeoPoint(latitudeMicrodegrees: 31_000_100, longitudeMicrodegrees: 121_000_000)
    )

    private func board() -> Board {
        var board = Board()
        let unit = EventBody.unitRegistered(UnitRegistered(unit: Self.car, callsign: "3A11"))
        board.apply(EventRecord(position: 1, at: Self.start, actor: .feed("roster"), body: unit))
        return board
    }

    @Test("A doubtful position moves nothing, is heard, and lasts until one is believed again")
    func doubts() throws {
        var board = board()
        let unit = try #require(board.units[Self.car])
        #expect(board.doubt(about: unit) == nil)
        board.hear(Self.car, at: Self.here, when: Self.start + .seconds(1))
        board.doubt(Self.car, [.noFix], at: Self.start + .seconds(5))
        board.doubt(Self.car, [.jump], at: Self.start + .seconds(9))
        #expect(board.position(of: unit)?.point == Self.here)
        #expect(board.position(of: unit)?.at == Self.start + .seconds(1), "the age goes on growing")
        #expect(board.lastHeard(from: unit) == Self.start + .seconds(9))
        let doubt = try #require(board.doubt(about: unit))
        #expect(doubt.reasons == [.jump])
        #expect((doubt.since, doubt.at) == (Self.start + .seconds(5), Self.start + .seconds(9)))
        board.hear(Self.car, at: Self.there, when: Self.start)
        #expect(board.doubt(about: unit) != nil, "an older position says nothing about now")
        board.hear(Self.car, at: Self.there, when: Self.start + .seconds(10))
        #expect(board.doubt(about: unit) == nil)
        #expect(board.position(of: unit)?.point == Self.there)
    }
}
