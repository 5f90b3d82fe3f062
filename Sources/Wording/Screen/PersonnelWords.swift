import DispatchModel
import DispatchPolicy
import Formats

/// What is said of roll calls (电台点名), personnel checks (人员清点) and timers (计时提醒).
package struct PersonnelWords: Vocabulary {
    private let words: Words

    package var language: Language { words.language }
    package var zone: Zone { words.zone }
    package var keys: [NamedKey: String] { words.keys }

    /// The words of a console.
    package init(_ words: Words) {
        self.words = words
    }

    // MARK: Roll call

    /// The title of the roll call.
    package var rollCallTitle: String { pick("Roll call", "电台点名") }

    /// How many crews were called.
    package func called(_ called: Int, of all: Int) -> String {
        pick("\(called) of \(all) called", "已呼叫 \(called)／\(all)")
    }

    /// What was noted of a crew; empty while nothing was.
    package func answer(_ answered: Bool?) -> String {
        answered.map { $0 ? pick("answers", "应答") : pick("no answer", "未应答") } ?? ""
    }

    /// No crew is on duty.
    package var nobodyOnDuty: String { pick("no crew is on duty", "没有在岗单元") }

    /// Crews that were not called when the roll call was to be recorded; the key records it without them.
    package func notCalled(_ count: Int, key: String) -> String {
        pick(
            "\(self.count(count, "crew", "crews", "个单元")) not called yet; \(key) again records only what was noted",
            "尚有 \(grouped(count)) 个单元未呼叫；再按 \(key) 仅记录已呼叫的单元")
    }

    /// What recording the roll call is called.
    package var recordRollCall: String { pick("record", "记录") }

    // MARK: Checks

    /// The label of a personnel check.
    package var checkLabel: String { pick("personnel check", "人员清点") }

    /// How a unit's check stands: `every 20:00, 4 min left`, `did not answer, 1 min ago`.
    package func check(_ check: PersonnelCheck, now: Timestamp) -> String {
        let every = pick("every \(length(.seconds(check.interval)))", "每\(length(.seconds(check.interval)))")
        if let missed = check.missedAt {
            let ago = words.ago(max(.zero, now - missed))
            return check.interval > 0
                ? pick("\(every), no answer \(ago)", "\(every)，\(ago)未应答") : pick("no answer \(ago)", "\(ago)未应答")
        }
        let due = check.since + .seconds(check.interval)
        return clauses(every, left(due, now: now))
    }

    /// How often the crews at an incident are asked.
    package func check(every interval: Int64) -> String {
        pick("its crews every \(length(.seconds(interval)))", "每\(length(.seconds(interval)))清点到场警力")
    }

    // MARK: Timers

    /// The title of the timers.
    package var timersTitle: String { pick("Timers", "计时提醒") }

    /// The label of a timer.
    package var timerLabel: String { pick("timer", "计时提醒") }

    /// No timer runs, and how one is set.
    package var noTimer: String {
        pick("no timer runs; TM 10m #4821 look in sets one", "没有计时提醒；例如 TM 10m #4821 查看 可设定一个")
    }

    /// What a timer is on; empty for none.
    package func subject(of timer: DutyTimer, on board: Board) -> String {
        if let id = timer.incident {
            return board.incidents[id].map { "\(number(id)) \(type(of: $0, on: board))" } ?? number(id)
        }
        return timer.unit.map { callsign($0, on: board) } ?? ""
    }

    /// When a timer rings, and what it was set for: `14:05, 4 min left: look in`.
    package func timer(_ timer: DutyTimer, now: Timestamp) -> String {
        let time = clauses(when(timer.due, now: now), left(timer.due, now: now))
        return timer.text.isEmpty ? time : pick("\(time): \(timer.text)", "\(time)：\(timer.text)")
    }
}
