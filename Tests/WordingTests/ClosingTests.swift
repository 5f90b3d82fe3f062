import DispatchModel
import Testing
import Wording

/// The units of an incident are freed before it ends: its timeline would read as if they had left it.
@Suite("An incident that is closed")
struct ClosingTests {
    private func told(_ cleared: Timestamp, _ language: Language, _ viewpoint: Viewpoint) -> String {
        let advance = AssignmentAdvanced(
            incident: Sample.robbery, assignment: AssignmentID(rawValue: 1), unit: Sample.car, milestone: .cleared,
            at: cleared)
        let board = Sample.board([
            Sample.assigned, .assignmentAdvanced(advance),
            .incidentClosed(IncidentClosed(incident: Sample.robbery, disposition: "report", at: Sample.now)),
        ])
        return Words(language).happening(.assignmentAdvanced(advance), on: board, from: viewpoint)
    }

    @Test("A unit that is freed by it says so, and one that had cleared before does not", arguments: Language.allCases)
    func why(_ language: Language) {
        let why = language == .chinese ? "（警情解决）" : "(incident closed)"
        for viewpoint in [Viewpoint.incident(Sample.robbery), .unit(Sample.car)] {
            #expect(told(Sample.now, language, viewpoint).contains(why))
            #expect(!told(Sample.now - .seconds(60), language, viewpoint).contains(why))
        }
        // A line of the whole board is told when it happens, before the end is known.
        #expect(!told(Sample.now, language, .board).contains(why))
    }

    @Test("The automatic dispatcher's reasons, a board's title and a beat's name are in the language of the screen")
    func oneLanguage() {
        let withdrawn = EventBody.assignmentWithdrawn(
            AssignmentWithdrawn(
                incident: Sample.robbery, assignment: AssignmentID(rawValue: 1), unit: Sample.car, at: Sample.now,
                reason: "no answer"))
        let beat = EventBody.beatDefined(BeatDefined(beat: "B1", name: "Old Town", chinese: "老城"))
        let board = Sample.board([
            .modeDeclared(ModeDeclared(mode: .replay, title: "Storm", chinese: "风暴")), Sample.assigned,
        ])
        let chinese = Words(.chinese)
        #expect(chinese.happening(withdrawn, on: board).contains("无应答"))
        #expect(chinese.happening(beat, on: board).contains("老城"))
        #expect(LinearWords(chinese).summary(board, at: Sample.now).contains("（风暴）"))
        #expect(Words(.english).happening(withdrawn, on: board).contains("no answer"))
        #expect(LinearWords(Words(.english)).summary(board, at: Sample.now).contains("of Storm"))
    }
}
