import DispatchModel
import Panes
import Wording

extension Console {
    /// Looks at the feeds of this program, at most once a second.
    func lookAtFeeds() {
        let wall = surroundings.wall()
        guard feedRates.isDue(wall) else { return }
        view.feedsPlace =
            settings.watching ? .elsewhere : core.shown.mode.mode == .live ? .here : .recording
        let feeds = feedRates.rated(surroundings.feeds(), at: wall)
        if view.feeds.refresh(feeds, now: presentNow) { isDirty = true }
    }
}
