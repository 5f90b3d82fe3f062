import DispatchModel
import DispatchPolicy
import TerminalKit
import Testing
import Wording

@testable import Core
@testable import Dashboard

@Suite("A picture that is not live or not recorded says so, for as long as that is so")
struct TroubleTests {
    @Test(
        "While nothing can be recorded every frame says so, also while it is tried again",
        arguments: [JournalError.Kind.diskFull, .readOnly, .filesLost(.removed)])
    func standsInEveryFrame(_ kind: JournalError.Kind) throws {
        let desk = try Desk()
        desk.journal.fail(kind)
        desk.feed(District.call(1))
        desk.run(for: .seconds(2))
        for _ in 0..<40 {
            desk.pass(Span(milliseconds: 50))
            desk.console.step()
            desk.console.draw()
            #expect(desk.text.contains("NOT recorded since "), "\(desk.text)")
        }
        #expect(desk.core.failure?.kind == kind)
        desk.journal.fail(nil)
        desk.run(for: .seconds(3))
        #expect(desk.core.failure == nil)
        desk.hides("NOT recorded")
    }

    /// Seconds in which the journal's own thread comes to rest.
    private func rest(_ desk: Desk, seconds: Int) {
        for _ in 0..<seconds {
            desk.run(for: .seconds(1))
            desk.writer.finish()
        }
        desk.settle()
    }

    @Test("Without anything to record it is found out by itself whether recording is possible again")
    func probing() throws {
        let desk = try Desk()
        desk.journal.lose(.filesLost(.moved))
        desk.journal.fail(.filesLost(.moved))
        rest(desk, seconds: 3)
        desk.shows("NOT recorded since")
        desk.shows("was moved away")
        rest(desk, seconds: 6)
        desk.shows("NOT recorded since")
        #expect(desk.journal.states.last == .failing("journal.filesLost"))
        desk.journal.lose(nil)
        desk.journal.fail(nil)
        rest(desk, seconds: 4)
        desk.hides("NOT recorded")
        #expect(desk.journal.states.last == .recording)
        try desk.checkFold()
    }

    @Test("The writer gives a sign every second")
    func heartbeat() throws {
        let desk = try Desk()
        let before = desk.journal.states.count
        rest(desk, seconds: 20)
        #expect((18...22).contains(desk.journal.states.count - before))
    }

    /// A writer as a watching console sees it.
    private final class Writer {
        var sign: Result<WriterSign?, JournalError> = .success(WriterSign(beat: 1))
        var readError: JournalError?
    }

    private func watching(_ writer: Writer, language: Language = .english) throws -> Desk {
        try Desk(
            language: language,
            settings: { $0.watching = true },
            appended: { _ throws(JournalError) in
                if let error = writer.readError { throw error }
                return []
            }, sign: { () throws(JournalError) in try writer.sign.get() })
    }

    /// Lets time pass, with a writer that beats.
    private func beat(_ writer: Writer, _ desk: Desk, seconds: Int) {
        for _ in 0..<seconds {
            if case .success(let sign?) = writer.sign {
                writer.sign = .success(WriterSign(beat: sign.beat + 1, state: sign.state))
            }
            desk.run(for: .seconds(1))
        }
    }

    @Test("A writer that stops or dies is seen within five seconds and goes on being seen")
    func silent() throws {
        let writer = Writer()
        let desk = try watching(writer)
        beat(writer, desk, seconds: 8)
        desk.hides("NOT LIVE")
        desk.run(for: .seconds(5))
        desk.shows("NOT LIVE since")
        for _ in 0..<10 {
            desk.run(for: .seconds(1))
            desk.shows("NOT LIVE since")
        }
        beat(writer, desk, seconds: 2)
        desk.hides("NOT LIVE")
    }

    @Test("What ails the writer, its end and errors of reading are told", arguments: Language.allCases)
    func told(_ language: Language) throws {
        let writer = Writer()
        let desk = try watching(writer, language: language)
        let words = Words(language)
        let lost = JournalError(.filesLost(.replaced), path: "/data/journal.sqlite")
        let cases: [(() -> Void, String)] = [
            (
                { writer.sign = .success(WriterSign(beat: 5, state: .failing("journal.diskFull"))) },
                words.writerFailure("journal.diskFull")
            ),
            (
                { writer.sign = .success(WriterSign(beat: 6, state: .ended)) },
                language == .chinese ? "没有控制台写入" : "no console writes"
            ),
            ({ writer.sign = .failure(lost) }, language == .chinese ? lost.message.chinese : lost.message.english),
            ({ writer.readError = JournalError(.io, path: "/data", cause: "bad sector") }, "bad sector"),
        ]
        for (happen, told) in cases {
            writer.sign = .success(WriterSign(beat: 100))
            writer.readError = nil
            beat(writer, desk, seconds: 2)
            #expect(desk.console.view.trouble == nil)
            happen()
            for _ in 0..<5 {
                beat(writer, desk, seconds: 1)
                desk.shows(told)
            }
        }
    }
}

@Suite("Steps of the machine's clock")
struct ClockStepTests {
    @Test(
        "A step is told and recorded, and nothing stands still for it",
        arguments: [Span.hours(-1), .seconds(-8), .hours(24)])
    func step(_ step: Span) throws {
        let desk = try Desk()
        desk.run(for: .seconds(3))
        desk.stepClock(step)
        desk.run(for: .seconds(1))
        desk.shows(Words(.english).clockStepped(by: step))
        let steps = try desk.records().compactMap { record -> Span? in
            if case .clockStepped(let event) = record.body { event.step } else { nil }
        }
        #expect(steps == [step])
        let frames = desk.screen.frameCount
        desk.feed(District.call(1))
        desk.run(for: .seconds(3))
        #expect(desk.screen.frameCount - frames >= 3)
        desk.journal.fail(.diskFull)
        desk.feed(District.call(2))
        desk.run(for: .seconds(3))
        desk.journal.fail(nil)
        desk.run(for: .seconds(2))
        #expect(desk.core.failure == nil)
    }

    @Test("What was said goes away in its time although the clock was put back")
    func notice() throws {
        let desk = try Desk()
        desk.line("version")
        #expect(desk.console.teller.notice != nil)
        desk.stepClock(.hours(-1))
        desk.run(for: .seconds(14))
        #expect(desk.console.teller.notice == nil)
    }

    @Test("Drift and small corrections are no steps", arguments: [2, 9] as [Int64])
    func drift(_ milliseconds: Int64) {
        var watch = ClockWatch()
        var wall = Timestamp(seconds: 1_000)
        for second in 0..<10_000 as Range<Int64> {
            #expect(watch.step(wall: wall, steady: Timestamp(seconds: second)) == nil)
            wall = wall + Span(milliseconds: 1000 + milliseconds)
        }
        wall = wall - .seconds(2)
        let step = watch.step(wall: wall, steady: Timestamp(seconds: 10_000))
        #expect(step == Span(milliseconds: milliseconds - 2000))
    }
}
