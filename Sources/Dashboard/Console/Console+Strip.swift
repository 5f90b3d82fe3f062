import DispatchModel
import Wording

extension Console {
    /// Brings the status strip up to date.
    func refreshStrip(now: Timestamp) {
        view.strip.mode = board.mode.mode
        view.strip.title = board.mode.title
        let running = travel.past?.clock ?? clock
        view.strip.past = pastMark
        view.strip.reading = readingProgress
        view.strip.paused = travel.past?.clock.isPaused ?? run.standsStill
        view.strip.speed = running.isUnlimited ? nil : running.speed
        view.strip.watching = settings.watching
        view.strip.emergencyKeys =
            view.presentCalls?.isEmpty ?? view.emergencies.isEmpty
            ? [] : [keyText(.nextWaiting, in: .dispatch), keyText(.nextAlert, in: .dispatch)].filter { !$0.isEmpty }
        view.strip.operatorName = settings.operatorName
        view.strip.refused = core.ignored.unusable
        view.strip.letters = view.feeds.feeds.reduce(0) { $0 + $1.deadLetters }
        view.strip.rejected = settings.rejectedRows
        view.strip.journal = journalCondition
        view.strip.writing = core.isWriting
        view.strip.feeds = feedFreshness(now: presentNow)
        if attention.attainment.isFirst { refreshAttainment(now: now) }
    }

    private var journalCondition: JournalCondition {
        if settings.watching {
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
        if view.feeds.count > 0 {
            return view.feeds.feeds.map {
                FeedFreshness(name: $0.name, condition: words.condition(of: $0, now: now))
            }
        }
        guard run.hasSources || run.lastHeard != nil, !run.isRosterRead else { return [] }
        let name = board.mode.source.isEmpty ? words.label(.feed) : board.mode.source
        if run.isLogAtItsEnd { return [FeedFreshness(name: name, condition: .ended)] }
        if run.standsStill { return [FeedFreshness(name: name, condition: .paused)] }
        guard let last = run.lastHeard else { return [FeedFreshness(name: name, condition: .none)] }
        let age = max(.zero, now - last)
        let isSilent = settings.sourceDeadline.map { age > $0 } ?? false
        return [FeedFreshness(name: name, condition: isSilent ? .silent(age) : .fresh(age))]
    }

    /// What the bottom line says: what is being typed, what was said, or the keys that help.
    func refreshBottom(steady: Timestamp) {
        if let prompt {
            view.bottom = .input(prompt.line)
        } else {
            teller.refresh(at: steady)
            view.bottom = teller.notice.map { .message($0) } ?? .hints(hints())
        }
        view.notices = orders.lost + settings.notices
        guard var popup = layers.popup else { return }
        popup.refresh(on: self)
        layers.open(popup)
        if !popup.hints.isEmpty, view.bottom.isHints { view.bottom = .hints(popup.hints) }
    }

    /// The keys that help in the mode of this moment.
    func hints() -> [KeyHint] {
        let place = "\(mode.rawValue) \(words.language.rawValue)"
        let state = "\(clock.isAdjustable) \(settings.watching) \(isInThePast) \(view.wall)"
        return painter.hints(at: "\(place) \(state)") { findHints(in: mode) }
    }

    private func findHints(in mode: Mode) -> [KeyHint] {
        let found = settings.keymap.hints(chain: mode.chain, language: words.language) {
            disabledReason($0) == nil && isWorthAHint($0)
        }
        // In the past the keys that move through it come first.
        let first = found.filter { isInThePast && Catalogue.entry($0.command).group == .past }
        return (first + found.filter { !first.contains($0) }).map { KeyHint($0.keys, $0.label) }
    }

    /// The keys of the past are hinted at where they are of use: there.
    private func isWorthAHint(_ name: CommandName) -> Bool {
        Catalogue.entry(name).group != .past || isInThePast != (name == .asof)
    }

    /// The hints of a dialog, beginning with what Enter and the digits do in it now.
    func hints(entering label: String, digits: String?) -> [KeyHint] {
        let enter = keyText(.accept, in: mode)
        let first = [KeyHint(enter, label)] + (digits.map { [KeyHint("1-9", $0)] } ?? [])
        return first + hints().filter { $0.key != enter }
    }
}
