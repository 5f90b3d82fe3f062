import DispatchModel
import DispatchPolicy
import Formats
import TerminalKit
import Wording

/// What the room's own file says of its rules.
package enum RuleFileLook: Sendable {
    /// These rules, and the file's name.
    case rules(RoomRules, file: String)
    /// It cannot be used, and why.
    case faulty([SettingsProblem])
}

/// What of the room's rules stands between the file and the board.
struct RuleState {
    /// How often the file is looked at.
    static let interval = Span.seconds(1)

    /// When that was last, by time that never steps; nil before the first time.
    var lookedAt: Timestamp?
    /// The file's rules as they were read last, with its name; nil when there is none.
    var file: (rules: RoomRules, name: String)?
    /// The rules that the screen measures by.
    var shown: RulesAdopted?
    /// What is wrong with the file, or that it says something else than the board works by.
    var notices: [Notice] = []
}

/// Looks after the room's rules: a file that says otherwise is shown as a difference, and counts once somebody has confirmed
/// it and it is recorded.
struct RuleDesk: ConsolePart {
    let console: Console

    private var ruleWords: RuleWords { RuleWords(words) }
    private var state: RuleState {
        get { console.attention.rules }
        nonmutating set { console.attention.rules = newValue }
    }

    /// The rules that decisions are made by.
    private var inForce: RoomRules { core.head.rules.map { RoomRules.recorded($0.text) } ?? RoomRules() }
    private var digestInForce: String { core.head.rules?.digest ?? RoomRules().digest }

    /// Takes `:rules`: the difference that waits for an answer, or what is in force.
    func run() {
        if let fault = state.notices.first, state.file == nil { return say(fault.kind, fault.text) }
        guard !open() else { return }
        say(.info, ruleWords.inForce(digestInForce, isShipped: core.head.rules == nil))
    }

    /// Looks at the file about once a second. At the start a difference is asked about; later it is said, since a question
    /// must not come between somebody and their keys.
    func look() {
        let steady = console.surroundings.steady()
        let isFirst = state.lookedAt == nil
        guard isFirst || steady - (state.lookedAt ?? steady) >= RuleState.interval else { return }
        state.lookedAt = steady
        guard let look = console.surroundings.rules() else { return }
        take(look)
        if isFirst, layers.asksNothing, open() { return }
        if let notice = state.notices.first { say(notice.kind, notice.text) }
    }

    /// Settings were read again: a difference is asked about.
    func reload() {
        if let look = console.surroundings.rules() { take(look) }
        if layers.asksNothing { open() }
    }

    private func take(_ look: RuleFileLook) {
        switch look {
        case .faulty(let problems):
            // The rules in force stay; nothing half read is offered.
            state.file = nil
            state.notices = problems.map { Notice(.warning, ruleWords.fault($0)) }
        case .rules(let rules, let file):
            state.file = (rules, file)
            state.notices = []
            noteDifference()
        }
    }

    private func noteDifference() {
        guard let file = state.file, file.rules.digest != digestInForce else {
            state.notices = []
            return
        }
        let count = inForce.differences(to: file.rules).count
        state.notices = [Notice(.warning, ruleWords.differs(file.name, count: count))]
    }

    /// Asks about the difference between the file and the rules in force; false when there is none.
    @discardableResult
    private func open() -> Bool {
        guard let file = state.file, file.rules.digest != digestInForce, !isInThePast, !console.settings.watching
        else { return false }
        let differences = inForce.differences(to: file.rules)
        let shown = shown(differences.map(ruleWords.difference))
        let rest = differences.count - shown.count
        layers.open(
            ConfirmView(
                question: ruleWords.question(file.name, count: differences.count),
                details: shown + (rest > 0 ? [ruleWords.more(rest)] : []),
                buttons: [
                    KeyHint(keyText(.no, in: .confirm), ruleWords.keepButton),
                    KeyHint(keyText(.yes, in: .confirm), ruleWords.adoptButton),
                ], action: AdoptRules(rules: file.rules.adoption)))
        isDirty = true
        return true
    }

    /// As many differences as there is room for, each on two lines at most: none is cut without a sign.
    private func shown(_ differences: [String]) -> [String] {
        let room = max(20, min(72, screen.size.columns - 8))
        var (lines, left): ([String], Int) = ([], Self.linesShown)
        for difference in differences {
            // Two lines hold a little less than twice the room, for where they are parted.
            let isLong = TextWidth.columns(of: difference) > room * 2 - 12
            let line = isLong ? fitted(difference, columns: room * 2 - 12) : difference
            left -= (TextWidth.columns(of: line) + room - 1) / room
            guard left >= 0 else { break }
            lines.append(line)
        }
        return lines
    }

    /// The most lines of differences that are shown at once, with one left to say how many more there are.
    private static let linesShown = 11

    /// The screen measures by the rules of the board that it shows, the present one or one of the past.
    func follow() {
        let rules = board.rules
        guard rules != state.shown else { return }
        take(core.policy(of: board), of: rules)
        noteDifference()
        isDirty = true
    }

    /// Has the screen measure by rules.
    func take(_ policy: Policy, of rules: RulesAdopted?) {
        state.shown = rules
        console.view.limits = ViewLimits(
            deadlines: policy.deadlines, positionStale: policy.positionStale, responsePlans: policy.responsePlans)
        console.view.map.use(console.settings.ground, travel: policy.travel)
    }
}

/// Has the room work by the rules that were shown.
struct AdoptRules: ConfirmedAction {
    let rules: RulesAdopted

    func perform(on console: Console) { console.perform(.adoptRules(rules)) }
}
