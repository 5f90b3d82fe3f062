import DispatchModel
import DispatchPolicy
import Testing
import Wording

/// The exact sentences that a dispatcher reads most often.
@Suite struct SentenceTests {
    private let board = Sample.board([Sample.assigned])
    private let english = Words(.english)
    private let chinese = Words(.chinese)

    @Test func happenings() {
        let arrived = EventBody.assignmentAdvanced(
            AssignmentAdvanced(incident: Sample.robbery, unit: Sample.car, milestone: .arrived, at: Sample.now))
        #expect(english.happening(Sample.assigned, on: board) == "assigned 3A12 to #1")
        #expect(chinese.happening(Sample.assigned, on: board) == "派 3A12 往 #1")
        #expect(english.happening(Sample.assigned, on: board, from: .incident(Sample.robbery)) == "assigned 3A12")
        #expect(english.happening(arrived, on: board) == "3A12 arrived at #1, 5:12 after the call")
        #expect(chinese.happening(arrived, on: board) == "3A12 到达 #1 现场，接报后 5:12")
        let second = EventBody.reportAdded(ReportAdded(incident: Sample.robbery, report: Report(number: 5)))
        let joined = Sample.board([second])
        #expect(english.happening(second, on: joined) == "second report joined to #1")
        #expect(chinese.happening(second, on: joined) == "第二次报警归入 #1")
    }

    @Test func undoNamesTheAction() {
        let board = Sample.board([.actionTaken(ActionTaken(name: "assign"))])
        let undone = EventBody.actionUndone(ActionUndone(action: board.position))
        #expect(english.happening(undone, on: board) == "undo: assign")
        #expect(chinese.happening(undone, on: board) == "撤销：派警")
    }

    @Test func refusalsSayWhatToDo() {
        let busy = english.refusal(.unitBusy(Sample.car, status: .onScene, incident: Sample.robbery), on: board)
        #expect(busy.line == "3A12 is on scene for #1 · divert it with DV 3A12, or pick another unit")
        let changed = Rejection.changedSinceDrawn([.priority(Sample.robbery, was: .p2, now: .p1)])
        #expect(english.refusal(changed, on: board).reason == "Changed since it was drawn: #1 was P2, is now P1")
        #expect(chinese.refusal(changed, on: board).reason == "显示后已有变化：#1 原为二级，现为一级")
    }

    @Test func alerts() throws {
        let alert = try #require(board.alerts[AlertID(rawValue: 1)])
        #expect(english.alert(alert, on: board, now: Sample.now) == "P1 waiting past 3:00")
        #expect(chinese.alert(alert, on: board, now: Sample.now) == "一级警情待派超过 3:00")
        #expect(english.subject(of: alert, on: board) == "#1 robbery")
        let silent = Alert(kind: .notHeard, unit: Sample.car, active: true, limit: 180)
        #expect(english.alert(silent, on: board, now: Sample.now + .minutes(4)) == "3A12 not heard for 4 min")
    }

    @Test func whatASenderNoLongerRenewsSaysSo() {
        let (expires, ends) = (Sample.now, Sample.now + .hours(5))
        let reported = ReportedAlert(
            source: SourceKey(source: "cap", id: "a"), text: "Flood", expires: expires, ends: ends)
        var alert = Alert(kind: .reported, active: true, reported: reported)
        #expect(english.alert(alert, on: board, now: Sample.now - .minutes(1)) == "Flood")
        #expect(english.alert(alert, on: board, now: Sample.now + .minutes(9)) == "[not renewed] Flood")
        #expect(chinese.alert(alert, on: board, now: Sample.now + .minutes(9)) == "【未续报】Flood")
        #expect(english.alert(alert, on: board, now: ends + .minutes(2)) == "[expired 2 min ago] Flood")
        alert.reported = ReportedAlert(text: "Flood", isUnlinked: true)
        #expect(english.alert(alert, on: board, now: Sample.now) == "[update] Flood")
    }

    @Test func aCloseSaysWhoComesFree() {
        let request = CommandRequest(.close(Sample.robbery, disposition: "report"), by: .dispatcher("wl"))
        let decided = CommandDecider().decide(request, board: board, now: Sample.now)
        guard case .success(let events) = decided else {
            Issue.record("refused: \(decided)")
            return
        }
        #expect(english.recorded(events, on: board) == "closed #1: report; free again: 3A12")
        #expect(chinese.recorded(events, on: board) == "#1 已解决：已出报告；转为待命：3A12")
    }

    @Test func theMergeQuestionNamesBoth() {
        #expect(
            english.mergeQuestion(Sample.fight, into: Sample.robbery, on: board)
                == "Merge #2 P2 fight, Zoo Rd into #1 P1 robbery, Mission St / 16th? Every report is kept.")
    }

    @Test func foreignTextGoesInAsItIs() {
        let hostile = "\u{1B}]52;c;x\u{07}\u{202E}"
        let note = EventBody.noteAdded(NoteAdded(incident: Sample.robbery, text: hostile))
        #expect(english.happening(note, on: board) == "note on #1: \(hostile)")
    }

    @Test func typesFallBackToTheOtherLanguageAndTheCode() {
        let board = Sample.board([.typeDefined(TypeDefined(code: "52B", english: "Alarm", chinese: ""))])
        #expect(chinese.type("52B", on: board) == "Alarm")
        #expect(chinese.type("robbery", on: board) == "抢劫")
        #expect(english.type("99Z", on: board) == "99Z")
        #expect(chinese.type("officer-emergency", on: board) == "警员紧急求助")
    }

    @Test func dispositionsAreKnownInEitherLanguage() {
        #expect(chinese.disposition("Report") == "已出报告")
        #expect(english.disposition("误报") == "false alarm")
        #expect(english.disposition("Code 4") == "Code 4")
        #expect(Disposition(naming: "gone on arrival") == .goneOnArrival)
        #expect(Policy().voidDisposition == Disposition.enteredInError.rawValue)
    }

    @Test(arguments: [
        ("zh_CN.UTF-8", Language.chinese), ("zh-Hans", .chinese), ("zh", .chinese), ("ZH", .chinese), ("en", .english),
        ("en_GB.UTF-8", .english), ("C.UTF-8", .english), ("POSIX", .english), ("fr_FR", nil), ("", nil),
    ])
    func localeNames(name: String, language: Language?) {
        #expect(Language(localeName: name) == language)
    }

    @Test func environmentFollowsPOSIX() {
        #expect(Language(environment: ["LANG": "zh_CN.UTF-8"]) == .chinese)
        #expect(Language(environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": "C"]) == .english)
        #expect(Language(environment: ["LANG": "en_US", "LC_MESSAGES": "zh_CN", "LC_ALL": ""]) == .chinese)
        #expect(Language(environment: [:]) == .english)
    }
}
