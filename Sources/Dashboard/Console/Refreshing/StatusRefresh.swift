import DispatchModel
import Wording

/// The strip at the top and the bar beneath it: what board this is, how its journal and feeds are doing, what is wrong.
struct StatusRefresh: ConsolePart {
    let console: Console

    /// Brings the status strip up to date.
    func refreshStrip(now: Timestamp) {
        var strip = console.view.strip
        strip.mode = board.mode.mode
        strip.title = board.mode.titles[words.language]
        let running = console.travel.past?.clock ?? clock
        strip.past = console.travel.past?.mark(present: core.shown, at: presentNow)
        strip.reading = console.travel.readingProgress(end: core.shown.position)
        strip.paused = console.travel.past?.clock.isPaused ?? console.run.standsStill
        strip.speed = running.isUnlimited ? nil : running.speed
        strip.watching = console.settings.watching
        strip.emergencyKeys =
            console.view.presentCalls?.isEmpty ?? console.view.emergencies.isEmpty
            ? [] : [keyText(.nextWaiting, in: .dispatch), keyText(.nextAlert, in: .dispatch)].filter { !$0.isEmpty }
        strip.operatorName = console.settings.operatorName
        strip.refused = core.ignored.unusable
        strip.letters = console.view.feeds.feeds.reduce(0) { $0 + $1.deadLetters }
        strip.rejected = console.settings.rejectedRows
        strip.journal = journalCondition
        strip.writing = core.isWriting
        strip.feeds = feedFreshness(now: presentNow)
        console.view.strip = strip
        if console.attention.attainment.isFirst { attainment.refresh(now: now) }
    }

    private var journalCondition: JournalCondition {
        if console.settings.watching {
            if let trouble = writerTrouble { return .stale(trouble) }
            return .watching(core.shown.position)
        }
        guard let failure = core.failure else { return .written(core.shown.position) }
        return switch failure.kind {
        case .diskFull: .full
        case .readOnly: .readOnly
        default: .failed(text(failure.message))
        }
    }

    private func feedFreshness(now: Timestamp) -> [FeedFreshness] {
        if console.view.feeds.count > 0 {
            return console.view.feeds.feeds.map {
                FeedFreshness(name: $0.name, condition: words.condition(of: $0, now: now))
            }
        }
        guard console.run.hasSources || console.run.lastHeard != nil, !console.run.isRosterRead else { return [] }
        let name = board.mode.source.isEmpty ? words.label(.feed) : board.mode.source
        if console.run.isLogAtItsEnd { return [FeedFreshness(name: name, condition: .ended)] }
        if console.run.standsStill { return [FeedFreshness(name: name, condition: .paused)] }
        guard let last = console.run.lastHeard else { return [FeedFreshness(name: name, condition: .none)] }
        let age = max(.zero, now - last)
        return [FeedFreshness(name: name, condition: .fresh(age))]
    }

    // MARK: Trouble

    /// A step of the wall's clock is told where board time is the world's.
    func noteClockStep(_ step: Span) {
        isDirty = true
        guard !clock.isAdjustable else { return }
        console.settings.notices.insert(Notice(.warning, words.clockStepped(by: step)), at: 0)
        console.settings.notices = Array(console.settings.notices.prefix(StatusRefresh.noticeLimit))
        say(.warning, words.clockStepped(by: step))
    }

    /// The most notices that are kept.
    private static let noticeLimit = 8

    /// What is wrong with the picture of a console that only watches; nil while it is live.
    private var writerTrouble: WriterTrouble? {
        guard let trouble = console.run.writerTrouble else { return nil }
        return switch trouble {
        case .silent(let span): .silent(span)
        case .ended: .ended
        case .failing(let code): .failing(words.writerFailure(code))
        case .unreadable(let error): .unreadable(text(error.message))
        }
    }

    /// The bar that says that what is shown is not live, or is not being recorded. It stays until that is over. A watching
    /// console tells the wall's time: its writer's board time says nothing about when it was last heard of.
    func refreshTrouble(now: Timestamp) {
        let since = console.attention.troubleSince ?? (console.settings.watching ? console.surroundings.wall() : now)
        console.view.trouble = troubleText(since: since)
        console.attention.troubleSince = console.view.trouble == nil ? nil : since
    }

    private func troubleText(since: Timestamp) -> String? {
        if console.settings.watching { return writerTrouble.map { notLive($0, noticed: since) } }
        guard let failure = core.failure else { return nil }
        return words.notRecording(text(failure.message), remedy: text(failure.remedy), since: since)
    }

    /// That the picture is not live: since the writer's last sign of life, or since its trouble was noticed.
    private func notLive(_ trouble: WriterTrouble, noticed: Timestamp) -> String {
        var words = words
        words.zone = console.settings.wallZone ?? words.zone
        let wall = console.surroundings.wall()
        switch trouble {
        case .silent, .ended:
            let silence = console.run.writerHeard.map { console.surroundings.steady() - $0 } ?? .zero
            return words.notLive(trouble, since: wall - silence, now: wall)
        case .failing, .unreadable: return words.notLive(trouble, since: noticed, now: wall)
        }
    }
}
