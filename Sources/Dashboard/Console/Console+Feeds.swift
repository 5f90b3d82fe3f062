import DispatchModel
import Wording

extension Console {
    /// Takes the console's own figures while they are looked at, once a minute.
    func lookAtScorecard() {
        guard view.focus == .scorecard else { return }
        let steady = surroundings.steady()
        if view.scorecard?.isComplete != false, let looked = scorecardLookedAt, looked.language == words.language,
            steady - looked.at < .minutes(1)
        {
            return
        }
        scorecardLookedAt = (steady, words.language)
        view.scorecard = surroundings.scorecard(words.language)
        isDirty = true
    }

    /// Looks at the feeds of this program, at most once a second.
    func lookAtFeeds() {
        let steady = surroundings.steady()
        guard feedRates.isDue(steady) else { return }
        view.feedsPlace =
            settings.watching ? .elsewhere : core.shown.mode.mode == .live ? .here : .recording
        let feeds = feedRates.rated(surroundings.feeds(), at: steady)
        if view.feeds.refresh(feeds, now: presentNow) { isDirty = true }
    }
}
