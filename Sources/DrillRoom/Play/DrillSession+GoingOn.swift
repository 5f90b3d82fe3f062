import Dashboard
import DispatchModel
import TerminalKit

extension DrillSession {
    /// Goes on where a rerun has come to: the clock stands still until somebody lets it run, and the screen is as big as it
    /// is now. `lost` counts the events of a drill that was cut off which are not in this one.
    func goOn(from branch: DrillDetails.Branch?, _ known: [ControlStatus.Snapshot], lost: Int64) {
        snapshots = known
        let now = wall()
        play.console.boardClock.advance(to: play.now, wall: now)
        play.console.boardClock.setPaused(true, wall: now)
        take(.resized(screen.size))
        let text = DrillSession.whereItGoesOn(branch, in: identity.name, lost: lost)
        play.console.tell(lost > 0 ? .warning : .info, play.console.wording.pick(text.english, text.chinese))
    }

    private static func whereItGoesOn(
        _ branch: DrillDetails.Branch?, in name: String, lost: Int64
    ) -> ControlStatus.Text {
        let (drill, snapshot) = (branch?.drill ?? "", branch?.snapshot ?? "")
        guard snapshot.isEmpty else {
            return .init(
                "back at “\(snapshot)”: this is drill \(name); what came after stays recorded in the other one",
                "已回到“\(snapshot)”：现为演练 \(name)，其后的记录保留在原演练中")
        }
        let rest = ControlStatus.Text(
            lost > 0 ? "; \(lost) last events, whose key was lost, are in the other one alone" : "",
            lost > 0 ? "；最后 \(lost) 条记录的按键已丢失，仅存于原演练" : "")
        return .init(
            "\(drill) is taken up where it was cut off: this is drill \(name), p lets the clock run\(rest.english)",
            "\(drill) 已从中断处继续：现为演练 \(name)，按 p 恢复计时\(rest.chinese)")
    }
}
