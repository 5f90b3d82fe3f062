import Dashboard
import DispatchModel
import Panes
import TerminalKit

extension DrillSession {
    /// Goes on where a rerun has come to: the clock stands still until somebody lets it run, and the screen is as big as it
    /// is now.
    func goOn(after snapshot: String, _ known: [ControlStatus.Snapshot]) {
        snapshots = known
        let now = wall()
        play.console.boardClock.advance(to: play.now, wall: now)
        play.console.boardClock.setPaused(true, wall: now)
        take(.resized(screen.size))
        let words = play.console.wording
        play.console.tell(
            .info,
            words.pick(
                "back at “\(snapshot)”: this is drill \(identity.name); what came after stays recorded in the other one",
                "已回到“\(snapshot)”：现为演练 \(identity.name)，其后的记录保留在原演练中"))
    }
}
