import DispatchModel
import Wording

/// What is looked at beside the board, when that was last, and what was seen then.
struct Attention {
    /// What the detail shows beside the board.
    var detail = DetailLookup()
    /// How the chosen deadline profile is kept.
    var attainment = AttainmentState()
    /// The step of the tour that somebody is at; nil for nobody.
    var tour: TourStep?
    /// The theme files, and what is wrong with the theme in use.
    var themes = ThemeState()
    /// What the room's own file says of its rules.
    var rules = RuleState()
    /// When the feeds were last looked at, and what was counted then.
    var feedRates = FeedRates()
    /// When the console's own figures were last taken, and in which language; nil to take them now.
    var scorecard: (at: Timestamp, language: Language)?
    /// Since when the picture has not been live or not been recorded; nil while all is well.
    var troubleSince: Timestamp?

    /// True when the console's own figures are to be taken: once a minute, and as long as they are not complete.
    mutating func takesScorecard(after last: ScorecardView?, in language: Language, at steady: Timestamp) -> Bool {
        if last?.isComplete != false, let scorecard, scorecard.language == language, steady - scorecard.at < .minutes(1)
        {
            return false
        }
        scorecard = (steady, language)
        return true
    }
}
