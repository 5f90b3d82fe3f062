import DispatchModel
import Wording

/// What is looked at beside the board, when that was last, and what was seen then.
struct Attention {
    /// What the detail shows beside the board.
    var detail = DetailLookup()
    /// How the chosen deadline profile is kept.
    var attainment = AttainmentState()
    /// When the feeds were last looked at, and what was counted then.
    var feedRates = FeedRates()
    /// When the console's own figures were last taken, and in which language; nil to take them now.
    var scorecard: (at: Timestamp, language: Language)?
    /// Since when the picture has not been live or not been recorded; nil while all is well.
    var troubleSince: Timestamp?
}

extension Console {
    /// Takes the console's own figures while they are looked at, once a minute.
    func lookAtScorecard() {
        guard view.focus == .scorecard else { return }
        let steady = surroundings.steady()
        if view.scorecard?.isComplete != false, let looked = attention.scorecard, looked.language == words.language,
            steady - looked.at < .minutes(1)
        {
            return
        }
        attention.scorecard = (steady, words.language)
        view.scorecard = surroundings.scorecard(words.language)
        isDirty = true
    }

    /// Looks at the feeds of this program, at most once a second.
    func lookAtFeeds() {
        let steady = surroundings.steady()
        guard attention.feedRates.isDue(steady) else { return }
        view.feedsPlace =
            settings.watching ? .elsewhere : core.shown.mode.mode == .live ? .here : .recording
        let feeds = attention.feedRates.rated(surroundings.feeds(), at: steady)
        if view.feeds.refresh(feeds, now: presentNow) { isDirty = true }
    }
}
