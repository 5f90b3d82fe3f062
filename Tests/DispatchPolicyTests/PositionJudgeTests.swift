import DispatchModel
import DispatchPolicy
import Testing

@Suite("Positions that a unit cannot have")
struct PositionJudgeTests {
    private func isFar(_ latitude: Double, _ longitude: Double, from home: (Double, Double)?) -> Bool {
        var unit = FieldUnit(id: Room.car1, homeBeat: "B01")
        unit.dutyPoint.point = home.map { Room.point($0.0, $0.1) }
        return PositionJudge().isFar(Room.point(latitude, longitude), from: unit, on: Room.open().board)
    }

    @Test(
        "Over a thousand kilometres from its duty point, the shorter way round",
        arguments: [
            (40.0, -75.0, false), (41, -74, false), (45, -75, false), (40, -86, false), (50, -75, true),
            (40, -90, true), (0, 0, true), (-40, 75, true), (40, 105, true),
        ])
    func dutyPoint(latitude: Double, longitude: Double, expected: Bool) {
        #expect(isFar(latitude, longitude, from: (40, -75)) == expected)
    }

    @Test("Across the 180th meridian, and near the pole, far is what is far")
    func edges() {
        #expect(!isFar(0, -179, from: (0, 179)))
        #expect(isFar(0, -160, from: (0, 179)))
        #expect(!isFar(89.9, -120, from: (89.9, 60)))
    }

    @Test("Without a duty point the beat's middle counts; without either nothing is far")
    func beat() {
        #expect(isFar(50, 121.4, from: nil))
        #expect(!isFar(31.2, 121.4, from: nil))
        #expect(!isFar(50, 121.4, from: (0, 0)), "a duty point at zero is none")
        let unit = FieldUnit(id: Room.car1)
        #expect(!PositionJudge().isFar(Room.point(50, 10), from: unit, on: Room.open().board))
    }
}
