import Core
import DispatchModel
import Wording

/// Commands that look back.
struct PastCommands: CommandPart {
    let console: Console

    func run(_ name: CommandName, _ argument: String) {
        switch name {
        case .asof: asOf(argument)
        case .backToNow: journey.leave()
        case .backMinute: scrub(by: .minutes(-1))
        case .forwardMinute: scrub(by: .minutes(1))
        case .backTenMinutes: scrub(by: .minutes(-10))
        case .forwardTenMinutes: scrub(by: .minutes(10))
        case .backHour: scrub(by: .hours(-1))
        case .forwardHour: scrub(by: .hours(1))
        case .previousEvent: stepBack()
        case .nextEvent: stepForward { !$0.body.isRoutine }
        case .previousOwnEvent: stepBackOwn()
        case .nextOwnEvent: stepForwardOwn()
        case .firstEvent: journey.head(for: .position(1))
        case .lastEvent: journey.head(for: .end)
        default: return untaken(name)
        }
    }

    /// Why a command cannot be used because of where the console is in time; nil when it can.
    func reason(_ name: CommandName) -> String? {
        let entry = Catalogue.entry(name)
        guard let past = console.travel.past else {
            let isForward: Set<CommandName> = [
                .forwardMinute, .forwardTenMinutes, .forwardHour, .nextEvent, .nextOwnEvent, .lastEvent,
            ]
            if entry.group == .past, console.surroundings.history == nil { return words.noHistory }
            if name == .backToNow, console.travel.goal != nil { return nil }
            return name == .backToNow || isForward.contains(name) ? words.onlyInThePast : nil
        }
        return entry.effect.isOrder && name != .emergency
            ? words.notInThePast(past.clock.now(wall: console.surroundings.steady())) : nil
    }

    /// What the `:asof` line or its prompt asks for; without a text the moment is asked.
    private func asOf(_ text: String) {
        guard !text.allSatisfy(\.isWhitespace) else { return ask(MomentLine()) }
        do throws(Moment.Refusal) {
            go(to: try Moment.read(text, on: scale, words: words))
        } catch {
            say(.error, words.lineFailure(error.message, error.remedy))
        }
    }

    /// Goes to a moment that was named.
    private func go(to moment: Moment) {
        switch moment {
        case .time(let time): journey.head(for: .time(time))
        case .position(let position): journey.head(for: .position(position))
        case .start: journey.head(for: .position(1))
        case .end: journey.head(for: .end)
        case .now: journey.leave()
        }
    }

    /// What a typed moment would show, and whether it is one.
    func preview(moment text: String) -> (text: String, isGood: Bool) {
        guard !text.allSatisfy(\.isWhitespace) else { return (words.momentForms, true) }
        do throws(Moment.Refusal) {
            switch try Moment.read(text, on: scale, words: words) {
            case .time(let time): return (words.wouldShow(time, now: presentNow), true)
            case .position(let position): return (words.wouldShow(position: position), true)
            case .start: return (words.wouldShow(scale.first, now: presentNow), true)
            case .end: return (words.wouldShow(position: core.shown.position), true)
            case .now: return (Catalogue.entry(.backToNow).help[words.language], true)
            }
        } catch {
            return (words.lineFailure(error.message, error.remedy), false)
        }
    }

    /// What typed moments are measured against.
    private var scale: Moment.Scale {
        if console.travel.firstEventAt == nil {
            console.travel.firstEventAt = try? console.surroundings.history?(0, 1).first?.at
        }
        return Moment.Scale(
            shown: now, present: journey.newestMoment, first: console.travel.firstEventAt ?? journey.newestMoment,
            last: core.shown.position)
    }

    // MARK: By time

    /// Moves by a length of time, not beyond the journal's ends.
    private func scrub(by span: Span) {
        let wanted = now + span
        if wanted >= journey.newestMoment {
            journey.head(for: .time(journey.newestMoment))
            if console.travel.goal == nil { say(.info, words.journalEnds) }
            return
        }
        if let first = try? console.surroundings.history?(0, 1).first?.at, wanted < first {
            journey.head(for: .position(1))
            if console.travel.goal == nil { say(.info, words.journalBegins) }
            return
        }
        journey.head(for: .time(wanted))
    }

    // MARK: By event

    /// The position that is shown, or the newest at the present.
    private var shownPosition: JournalPosition { board.position }

    /// To before the newest event that the activity log would tell.
    private func stepBack() {
        journey.attempt { () throws(JournalError) in
            var before = shownPosition - 1
            while before > 0 {
                let from = max(0, before - 256)
                let records = try console.surroundings.history?(from, Int(before - from)) ?? []
                if let found = records.last(where: { !$0.body.isRoutine }) {
                    return journey.head(for: .position(found.position))
                }
                before = from
            }
            say(.info, words.journalBegins)
        }
    }

    /// To the next event that fits; false when none of the next `searchLimit` does.
    @discardableResult
    private func stepForward(to fits: (EventRecord) -> Bool) -> Bool {
        var found: JournalPosition?
        journey.attempt { () throws(JournalError) in
            var after = shownPosition
            let end = min(core.shown.position, after + PastCommands.searchLimit)
            while found == nil, after < end {
                let records = try console.surroundings.history?(after, Int(min(1024, end - after))) ?? []
                guard let last = records.last else { break }
                found = records.first(where: fits)?.position
                after = last.position
            }
        }
        guard let found else {
            say(.info, words.journalEnds)
            return false
        }
        journey.head(for: .position(found))
        return true
    }

    /// The most events that are searched for one of a certain thing.
    private static let searchLimit: JournalPosition = 65_536

    /// To the event of the selected thing before the one shown. Its history on the board shown has them all.
    private func stepBackOwn() {
        guard let subject = eventSubject() else { return say(.warning, words.message(.nothingSelected)) }
        let earlier = history(of: subject).last { $0 < shownPosition }
        guard let earlier else { return say(.info, words.noFurtherEvent(of: name(subject), forward: false)) }
        journey.head(for: .position(earlier))
    }

    /// To the event of the selected thing after the one shown.
    private func stepForwardOwn() {
        guard let subject = eventSubject() else { return say(.warning, words.message(.nothingSelected)) }
        let wasFound = stepForward { record in
            let (first, second) = record.body.incidents
            return switch subject {
            case .incident(let id): !record.body.isRoutine && (first == id || second == id)
            case .unit(let id): !record.body.isRoutine && record.body.unit == id
            case .alert, .feed: false
            }
        }
        if !wasFound { say(.info, words.noFurtherEvent(of: name(subject), forward: true)) }
    }

    /// The selected incident or unit; of an alert the one it is about.
    private func eventSubject() -> Subject? {
        if case .feed? = console.view.subject { return nil }
        guard case .alert(let id)? = console.view.subject else { return console.view.subject }
        guard let alert = board.alerts[id] else { return nil }
        return alert.incident.map(Subject.incident) ?? alert.unit.map(Subject.unit)
    }

    private func history(of subject: Subject) -> [JournalPosition] {
        switch subject {
        case .incident(let id): board.incidents[id]?.history ?? []
        case .unit(let id): board.units[id]?.history ?? []
        case .alert, .feed: []
        }
    }

    private func name(_ subject: Subject) -> String {
        switch subject {
        case .incident(let id): words.number(id)
        case .unit(let id): words.callsign(id, on: board)
        case .alert, .feed: ""
        }
    }
}
