import Core
import DispatchModel
import Wording

extension Console {
    /// True while the board as it stood before is shown.
    package var isInThePast: Bool { travel.past != nil }

    /// Shows the board as of a time, or from the journal's first event on, and plays from there at a speed. For opening
    /// a recorded journal.
    package func play(from moment: Timestamp?, speed: Double) {
        travel.playWhenThere = speed
        head(for: moment.map(TimeTravel.Goal.time) ?? .position(1))
        lookFurther()
    }

    /// Commands that look back.
    func runPast(_ name: CommandName, _ argument: String) {
        switch name {
        case .asof: asOf(argument)
        case .backToNow: leavePast()
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
        case .firstEvent: head(for: .position(1))
        case .lastEvent: head(for: .end)
        default: return untaken(name)
        }
    }

    /// Why a command cannot be used because of where the console is in time; nil when it can.
    func pastReason(_ name: CommandName) -> String? {
        let group = Catalogue.entry(name).group
        guard let past = travel.past else {
            let isForward: Set<CommandName> = [
                .forwardMinute, .forwardTenMinutes, .forwardHour, .nextEvent, .nextOwnEvent, .lastEvent,
            ]
            if group == .past, surroundings.history == nil { return words.noHistory }
            if name == .backToNow, travel.goal != nil { return nil }
            return name == .backToNow || isForward.contains(name) ? words.onlyInThePast : nil
        }
        let orders: Set<CommandGroup> = [.assignment, .incident, .unit]
        let isOrder = orders.contains(group) || Console.isAlertOrder(name) || name == .undo
        return isOrder && name != .emergency ? words.notInThePast(past.clock.now(wall: surroundings.steady())) : nil
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
    func go(to moment: Moment) {
        switch moment {
        case .time(let time): head(for: .time(time))
        case .position(let position): head(for: .position(position))
        case .start: head(for: .position(1))
        case .end: head(for: .end)
        case .now: leavePast()
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
        if travel.firstEventAt == nil { travel.firstEventAt = try? surroundings.history?(0, 1).first?.at }
        return Moment.Scale(
            shown: now, present: newestMoment, first: travel.firstEventAt ?? newestMoment, last: core.shown.position)
    }

    /// The latest moment that can be shown: the present, or the last event when that is later by a clock put back.
    var newestMoment: Timestamp { max(presentNow, core.shown.lastEventAt) }

    /// Back to the present; what was selected there is selected again unless what is selected now is there too.
    func leavePast() {
        travel.goal = nil
        guard let past = travel.past else { return }
        travel.past = nil
        closeLayers()
        isDirty = true
        view.touched = .all
        loadActivity(upTo: core.shown.position)
        refreshLists()
        let isThere = view.subject.map { Console.isOn($0, core.shown) } ?? false
        if !isThere, let before = past.selectedBefore, Console.isOn(before, core.shown) { select(before) }
        say(.info, words.backToNow(new: Int(core.shown.position - past.openedAt)))
    }

    private static func isOn(_ subject: Subject, _ board: Board) -> Bool {
        switch subject {
        case .incident(let id): board.incidents.contains(id)
        case .unit(let id): board.units.contains(id)
        case .alert(let id): board.alerts.contains(id)
        case .feed: true
        }
    }

    /// The newest events up to a position, newest first, as the activity log shows them.
    func loadActivity(upTo position: JournalPosition) {
        let limit = JournalPosition(Console.activityLimit)
        guard let records = try? surroundings.history?(max(0, position - limit), Int(min(limit, position))) else {
            return
        }
        view.activity = records.reversed().filter { !$0.body.isRoutine }
        view.activityOffset = 0
    }

    /// Brings the calls for help of the present up to date, which stand over every board of the past.
    func refreshPresentCalls() {
        view.unrecordedCalls = unrecordedCallLines
        guard var past = travel.past else {
            view.presentCalls = nil
            return
        }
        past.calls.refresh(board: core.shown, touched: past.touched)
        past.touched.clear()
        travel.past = past
        let now = presentNow
        view.presentCalls = past.calls.calls.map { CallLine($0, on: core.shown, now: now, words: words) }
    }

    /// The mark of a frame of the past; nil at the present.
    var pastMark: PastMark? {
        guard let past = travel.past else { return nil }
        let unanswered = core.shown.alerts.elements.filter(\.asksForAnswer)
        return PastMark(
            present: presentNow, newEvents: Int(core.shown.position - past.openedAt),
            newAlerts: unanswered.count { !past.unansweredBefore.contains($0.id) }, unanswered: unanswered.count)
    }
}
