import DispatchModel
import DispatchPolicy
import Wording

/// Starts programs for what a live console records, and has the board tell of supervisors who could not be called.
package final class RoomNotifier {
    private var plan: NoticePlan
    private let runner: NoticeRunner
    private var calls = CallWatch()
    /// Words about calls that the console had no room for.
    private var unsaid: [Observation] = []
    /// Takes what is to be told on the board; false when there is no room.
    package var tell: ([Observation]) -> Bool = { _ in false }

    /// How long calls that wait are still made when the program ends, in seconds.
    static let endTime = 20.0

    /// A notifier of a room, which names alerts in the words of a language.
    package init(_ settings: NoticeSettings, words: Words) {
        plan = NoticePlan(settings) { alert, board in
            let subject = words.subject(of: alert, on: board)
            let text = words.alert(alert, on: board, now: alert.raised)
            return subject.isEmpty ? text : "\(text) · \(subject)"
        }
        runner = NoticeRunner(timeLimit: Double(settings.timeLimit.milliseconds) / 1000)
    }

    /// The room's settings were read anew.
    package func use(_ settings: NoticeSettings) { plan.settings = settings }

    /// Takes notice of what was recorded.
    package func recorded(_ records: [EventRecord], on board: Board) {
        for command in plan.commands(for: records, on: board, now: wallTime()) { runner.start(command) }
        speak()
    }

    /// Something that went wrong since last asked.
    package func takeWarning() -> String? {
        speak()
        return runner.takeWarning()
    }

    /// At the end: the calls that wait are made, as far as there is time, and what became of them is told.
    package func finish() {
        runner.finish(within: RoomNotifier.endTime)
        speak()
    }

    private func speak() {
        let now = wallTime()
        for call in runner.takeCalls() { unsaid += calls.note(call, now: now) }
        if !unsaid.isEmpty, tell(unsaid) { unsaid = [] }
    }
}

/// Turns what became of calls into alerts: one a supervisor, on from the first failure until a call is made again. Each
/// failure changes its words, so that the journal has them all.
struct CallWatch {
    private var failures: [String: Int] = [:]

    /// What a call is told by.
    mutating func note(_ call: NoticeRunner.Call, now: Timestamp) -> [Observation] {
        guard let failure = call.failure else {
            guard failures.removeValue(forKey: call.supervisor) != nil else { return [] }
            return [observation(call.supervisor, "", isActive: false, now)]
        }
        let count = failures[call.supervisor, default: 0] + 1
        failures[call.supervisor] = count
        let text = ReportedAlert.bilingual(
            "\(failure.english) (\(count) failed)", "\(failure.chinese)（失败 \(count) 次）")
        return [observation(call.supervisor, text, isActive: true, now)]
    }

    private func observation(_ name: String, _ text: String, isActive: Bool, _ now: Timestamp) -> Observation {
        let reported = ReportedAlert(source: SourceKey(source: ReportedAlert.noticeWatch, id: name), text: text)
        return Observation(
            at: now, actor: .system,
            content: .alert(AlertObservation(reported: reported, severity: .medium, isActive: isActive, at: now)))
    }
}
