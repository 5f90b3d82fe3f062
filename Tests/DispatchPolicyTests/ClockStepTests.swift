import DispatchModel
import TestSupport
import Testing

@testable import DispatchPolicy

/// A step of the machine's clock moves what lasts along: nothing comes sooner or later for it.
@Suite("A step of the clock")
struct ClockStepTests {
    static let steps: [Span] = [.hours(-1), .seconds(-8), .seconds(90), .hours(24), .hours(-30)]

    @Test("A call that waits is told of when it has waited so long, and not before", arguments: steps)
    func waiting(_ step: Span) {
        var room = DeadlineTests.room()
        room.incident("robbery", .p1)
        let limit = Deadlines.standard.waiting[.p1]?.limit ?? .zero
        room.wait(.seconds(30))
        room.stepClock(step)
        #expect(room.tick().isEmpty)
        room.wait(Span(milliseconds: limit.milliseconds - 31_000))
        #expect(room.tick().isEmpty)
        room.wait(.seconds(1))
        #expect(room.tick().kinds == [.alertRaised])
        room.wait(.minutes(1))
        #expect(room.tick().isEmpty)
    }

    @Test("An alert that is on stays on after the clock was put back", arguments: steps)
    func stays(_ step: Span) {
        var room = DeadlineTests.room()
        let one = room.incident("robbery", .p1)
        room.wait(.minutes(10))
        #expect(room.tick().kinds == [.alertRaised])
        room.stepClock(step)
        room.must(.note(one, text: "still nobody"))
        #expect(room.tick().isEmpty)
        room.must(.assign(one, [Room.car1], divert: false))
        #expect(room.tick().kinds == [.alertCleared])
    }

    @Test("What begins after a step is measured by the clock as it goes now", arguments: steps)
    func after(_ step: Span) {
        var room = DeadlineTests.room()
        room.stepClock(step)
        room.incident("robbery", .p1)
        let limit = Deadlines.standard.waiting[.p1]?.limit ?? .zero
        room.wait(Span(milliseconds: limit.milliseconds - 1))
        #expect(room.tick().isEmpty)
        room.wait(Span(milliseconds: 1))
        #expect(room.tick().kinds == [.alertRaised])
    }

    @Test("Supervisors are called and a flood ends when their time has passed", arguments: steps)
    func alerts(_ step: Span) throws {
        var rules = AlertRules.standard
        rules.escalation = Escalation(first: .minutes(3))
        var desk = AlertDesk(rules)
        desk.tell("door", .high)
        for number in 1...12 { desk.tell("\(number)") }
        #expect(desk.board.floodSince != nil)
        desk.wait(.minutes(1))
        desk.stepClock(step)
        #expect(!desk.kinds().contains(.alertEscalated))
        desk.wait(.seconds(119))
        #expect(!desk.kinds().contains(.alertEscalated))
        desk.wait(.seconds(1))
        #expect(desk.kinds().contains(.alertEscalated))
        desk.wait(.seconds(419))
        #expect(desk.board.floodSince != nil)
        desk.wait(.seconds(1))
        #expect(desk.board.floodSince == nil)
    }
}
