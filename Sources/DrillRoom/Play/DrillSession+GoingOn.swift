import Dashboard
import DispatchModel
import TerminalKit
import Wording

extension DrillSession {
    /// Goes on where a rerun has come to: the clock stands still until somebody lets it run, and the screen is as big as it
    /// is now. `lost` counts the events of a drill that was cut off which are not in this one.
    func goOn(from branch: DrillDetails.Branch?, _ known: [ControlStatus.Snapshot], lost: Int64) {
        snapshots = known
        let now = wall()
        play.console.boardClock.advance(to: play.now, wall: now)
        play.console.boardClock.setPaused(true, wall: now)
        takeInput(.resized(screen.size))
        let (drill, snapshot) = (branch?.drill ?? "", branch?.snapshot ?? "")
        let say = play.console.wording.exercise
        play.console.tell(
            lost > 0 ? .warning : .info,
            snapshot.isEmpty
                ? say.takenUp(drill, as: identity.name, lost: lost) : say.back(at: snapshot, as: identity.name))
    }
}
