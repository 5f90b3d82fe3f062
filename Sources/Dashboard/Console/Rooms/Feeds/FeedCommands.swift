import Core
import DispatchModel
import Wording

/// The feeds of this program, and commands about what could not be understood of them.
struct FeedCommands: CommandPart {
    let console: Console

    func run(_ name: CommandName, _ argument: String) {
        switch name {
        case .deadLetters: LettersView.open(on: console)
        case .resendLetter:
            guard let desk = console.surroundings.letters else { return say(.info, words.deadLettersElsewhere) }
            guard let notice = LettersView.resend(argument, else: nil, through: desk, on: console) else { return }
            say(notice.kind, notice.text)
        default: return untaken(name)
        }
    }

    /// Looks at the feeds of this program, at most once a second.
    func look() {
        let steady = console.surroundings.steady()
        guard console.attention.feedRates.isDue(steady) else { return }
        console.view.feedsPlace =
            console.settings.watching ? .elsewhere : core.shown.mode.mode == .live ? .here : .recording
        let feeds = console.attention.feedRates.rated(console.surroundings.feeds(), at: steady)
        console.run.feeds = feeds.map { feed in
            WriterFeed(
                name: feed.name, isFresh: feed.isFresh(at: presentNow), silence: feed.silence(at: presentNow),
                isJudged: feed.isJudged)
        }
        if console.view.feeds.refresh(feeds, now: presentNow) { isDirty = true }
    }
}

/// How many messages a second come from each feed, over the last minute.
struct FeedRates {
    /// How far back the rate looks.
    static let window = Span.minutes(1)

    private struct Sample {
        var at: Timestamp
        var messages: Int64
    }
    private var samples: [String: [Sample]] = [:]
    /// When the feeds were last looked at; nil before.
    private(set) var lookedAt: Timestamp?

    /// True when the next look is due, by a time that never steps.
    func isDue(_ steady: Timestamp) -> Bool {
        lookedAt.map { steady - $0 >= .seconds(1) } ?? true
    }

    /// Notes the counts of feeds and gives each its rate. A feed's first look gives none.
    mutating func rated(_ feeds: [FeedStatus], at steady: Timestamp) -> [FeedStatus] {
        lookedAt = steady
        var kept: [String: [Sample]] = [:]
        let rated = feeds.map { feed in
            var feed = feed
            var known = samples[feed.name] ?? []
            // A counter that is smaller than before has begun again.
            if let last = known.last, feed.messages < last.messages { known = [] }
            known.append(Sample(at: steady, messages: feed.messages))
            // The sample before the window's beginning is the one the window is measured from.
            while known.count > 2, steady - known[1].at >= FeedRates.window { known.removeFirst() }
            kept[feed.name] = known
            guard let first = known.first, first.at < steady else { return feed }
            feed.rate = Double(feed.messages - first.messages) * 1000 / Double((steady - first.at).milliseconds)
            return feed
        }
        samples = kept
        return rated
    }
}
