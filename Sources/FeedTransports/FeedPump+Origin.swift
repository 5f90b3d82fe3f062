import DispatchModel
import Feeds

/// What is noted of the origin of a feed.
extension FeedPump {
    /// Notes why the origin cannot be read; nil when it can again.
    func note(_ trouble: FeedTrouble?) {
        shared.update { $0.trouble = trouble }
        intake.note(trouble, steady: around.steady())
    }

    /// The console's clock.
    var now: Timestamp { around.now() }

    /// Notes that a connection was closed for another.
    func noteTurnedAway() {
        shared.update { $0.turnedAway += 1 }
    }

    /// Notes that the origin was opened again.
    func noteReopened() {
        shared.update { $0.reopened += 1 }
    }
}
