import DispatchModel
import TestSupport
import Testing

@testable import Core

@Suite("Board time")
struct BoardClockTests {
    private static let start = District.now

    @Test(
        "Board time at a speed",
        arguments: [
            (1.0, 10, 10_000), (2, 10, 20_000), (0.5, 10, 5000), (0.01, 10, 1000), (1e9, 10, 10_000_000),
        ] as [(Double, Int64, Int64)])
    func speed(speed: Double, wallSeconds: Int64, boardMilliseconds: Int64) {
        let wall = Timestamp(seconds: 5_000_000)
        let clock = BoardClock(start: BoardClockTests.start, speed: speed, wall: wall)
        let now = clock.now(wall: wall + .seconds(wallSeconds))
        #expect((now - BoardClockTests.start).milliseconds == boardMilliseconds)
        #expect(clock.wall(at: now) == wall + .seconds(wallSeconds))
    }

    @Test("Pausing and changes of speed keep the time passed")
    func changes() {
        let wall = Timestamp(seconds: 1000)
        var clock = BoardClock(start: .epoch, speed: 1, wall: wall)
        clock.setSpeed(4, wall: wall + .seconds(10))
        #expect(clock.now(wall: wall + .seconds(20)) == Timestamp(seconds: 50))
        clock.setPaused(true, wall: wall + .seconds(20))
        #expect(clock.now(wall: wall + .seconds(90)) == Timestamp(seconds: 50))
        #expect(clock.wall(at: Timestamp(seconds: 60)) == nil)
        clock.setPaused(false, wall: wall + .seconds(90))
        #expect(clock.now(wall: wall + .seconds(91)) == Timestamp(seconds: 54))
        #expect(clock.wall(at: Timestamp(seconds: 58)) == wall + .seconds(92))
        clock.setSpeed(.infinity, wall: wall + .seconds(91))
        #expect(clock.isUnlimited && clock.now(wall: wall + .hours(9)) == Timestamp(seconds: 54))
        clock.advance(to: Timestamp(seconds: 99), wall: wall + .seconds(92))
        clock.advance(to: Timestamp(seconds: 9), wall: wall + .seconds(93))
        #expect(clock.now(wall: wall + .seconds(94)) == Timestamp(seconds: 99))
    }

    @Test("The world's clock cannot be changed")
    func wallClock() {
        var clock = BoardClock()
        clock.setPaused(true, wall: .epoch)
        clock.setSpeed(9, wall: .epoch)
        clock.advance(to: Timestamp(seconds: 9), wall: .epoch)
        #expect(clock.now(wall: BoardClockTests.start) == BoardClockTests.start && !clock.isAdjustable)
    }
}
