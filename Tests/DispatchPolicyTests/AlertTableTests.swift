import DispatchModel
import Testing

@testable import DispatchPolicy

/// Every state of the table (ISA-18.2, IEC 62682) against everything that can happen to an alert.
///
/// A cell is the state that follows and the events about the alert; `-` nothing, `!` refused and why. Hidden states
/// stand three times, for what lies beneath: plain with the condition on, `-` gone after it was answered, `*` came and
/// went unanswered while hidden. `l` latches; E1 is a shelf for one occurrence. An alert runs out when its sender's end
/// has come.
private let table = """
    state | on       | rise           | urgent         | clear           | ack       | reset
    A     | B:raised | B:raised       | B:raised       | -               | !unknown  | !unknown
    B     | -        | B:rose         | B:rose         | D:cleared       | C:acked   | !latched
    C     | -        | B:rose         | B:rose         | A:cleared       | !answered | !latched
    D     | B:raised | B:raised       | B:raised       | -               | A:acked   | !latched
    Bl    | -        | B:rose         | B:rose         | BL:cleared      | C:acked   | !latched
    Cl    | -        | B:rose         | B:rose         | L:cleared       | !answered | !latched
    BL    | B:raised | B:raised       | B:raised       | -               | L:acked   | !latched
    L     | B:raised | B:raised       | B:raised       | -               | !answered | A:reset
    E     | -        | B:rose+shown   | B:rose+shown   | E:cleared       | !hidden   | !hidden
    E-    | E:raised | B:raised+shown | B:raised+shown | -               | !hidden   | !hidden
    E*    | E:raised | B:raised+shown | B:raised+shown | -               | !hidden   | !hidden
    El    | E:raised | B:raised+shown | B:raised+shown | -               | !hidden   | !hidden
    E1    | -        | B:rose+shown   | B:rose+shown   | A:cleared+shown | !hidden   | !hidden
    F     | -        | F:rose         | B:rose+shown   | F:cleared       | !hidden   | !hidden
    F-    | F:raised | F:raised       | B:raised+shown | -               | !hidden   | !hidden
    F*    | F:raised | F:raised       | B:raised+shown | -               | !hidden   | !hidden
    Fl    | F:raised | F:raised       | B:raised+shown | -               | !hidden   | !hidden
    G     | -        | G:rose         | G:rose         | G:cleared       | !hidden   | !hidden
    G-    | G:raised | G:raised       | G:raised       | -               | !hidden   | !hidden
    G*    | G:raised | G:raised       | G:raised       | -               | !hidden   | !hidden
    Gl    | G:raised | G:raised       | G:raised       | -               | !hidden   | !hidden

    state | shelve   | suppress | out      | unshelve | rule ends | in service | expire   | demand
    A     | !unknown | -        | !unknown | !unknown | -         | !unknown   | -        | !unknown
    B     | E:hidden | F:hidden | G:hidden | !shown   | -         | !shown     | -        | !shown
    C     | E:hidden | F:hidden | G:hidden | !shown   | -         | !shown     | -        | !shown
    D     | E:hidden | F:hidden | G:hidden | !shown   | -         | !shown     | -        | !shown
    Bl    | E:hidden | F:hidden | G:hidden | !shown   | -         | !shown     | -        | !shown
    Cl    | E:hidden | F:hidden | G:hidden | !shown   | -         | !shown     | -        | !shown
    BL    | E:hidden | F:hidden | G:hidden | !shown   | -         | !shown     | -        | !shown
    L     | E:hidden | F:hidden | G:hidden | !shown   | -         | !shown     | -        | !shown
    E     | E:hidden | F:hidden | G:hidden | B:shown  | -         | !shown     | B:shown  | !shown
    E-    | E:hidden | F:hidden | G:hidden | A:shown  | -         | !shown     | A:shown  | !shown
    E*    | E:hidden | F:hidden | G:hidden | D:shown  | -         | !shown     | D:shown  | !shown
    El    | E:hidden | F:hidden | G:hidden | L:shown  | -         | !shown     | L:shown  | !shown
    E1    | E:hidden | F:hidden | G:hidden | B:shown  | -         | !shown     | B:shown  | !shown
    F     | !hidden  | -        | G:hidden | !shown   | B:shown   | !shown     | -        | !rule
    F-    | !hidden  | -        | G:hidden | !shown   | A:shown   | !shown     | -        | !rule
    F*    | !hidden  | -        | G:hidden | !shown   | D:shown   | !shown     | -        | !rule
    Fl    | !hidden  | -        | G:hidden | !shown   | L:shown   | !shown     | -        | !rule
    G     | !hidden  | G:hidden | !hidden  | !shown   | -         | B:shown    | -        | !shown
    G-    | !hidden  | G:hidden | !hidden  | !shown   | -         | A:shown    | -        | !shown
    G*    | !hidden  | G:hidden | !hidden  | !shown   | -         | D:shown    | -        | !shown
    Gl    | !hidden  | G:hidden | !hidden  | !shown   | -         | L:shown    | -        | !shown

    state | reword    | run out
    A     | B:raised  | -
    B     | B:revised | D:cleared
    C     | C:revised | A:cleared
    D     | B:raised  | -
    Bl    | B:revised | BL:cleared
    Cl    | C:revised | L:cleared
    BL    | B:raised  | -
    L     | B:raised  | -
    E     | E:revised | E:cleared
    E-    | E:raised  | -
    E*    | E:raised  | -
    El    | E:raised  | -
    E1    | E:revised | A:cleared+shown
    F     | F:revised | F:cleared
    F-    | F:raised  | -
    F*    | F:raised  | -
    Fl    | F:raised  | -
    G     | G:revised | G:cleared
    G-    | G:raised  | -
    G*    | G:raised  | -
    Gl    | G:raised  | -
    """

@Suite("The table of alert states")
struct AlertTableTests {
    struct Cell: Sendable, CustomTestStringConvertible {
        var state: String
        var stimulus: String
        var outcome: String
        var testDescription: String { "\(state), \(stimulus) → \(outcome)" }
    }

    static let cells: [Cell] = {
        var cells: [Cell] = []
        var stimuli: [String] = []
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: "|").map { $0.filter { $0 != " " } }
            if parts[0] == "state" {
                stimuli = parts
            } else {
                cells += zip(stimuli, parts).dropFirst().map { Cell(state: parts[0], stimulus: $0, outcome: $1) }
            }
        }
        return cells
    }()

    @Test(arguments: cells)
    func cell(_ cell: Cell) {
        var desk = AlertTableTests.desk(in: cell.state)
        let plain = cell.state.filter { !"-*l1".contains($0) }
        #expect(AlertTableTests.state(desk) == (cell.state == "Bl" ? "B" : cell.state == "Cl" ? "C" : plain))
        let before = desk.board.encoded()
        let outcome = AlertTableTests.apply(cell.stimulus, to: &desk)
        #expect(outcome == cell.outcome)
        if outcome.hasPrefix("!") { #expect(desk.board.encoded() == before) }
        #expect(desk.board.counters.unappliable == 0)
    }

    @Test("Every cell of nine states is there")
    func complete() {
        #expect(AlertTableTests.cells.count == 21 * 16)
        let states = Set(AlertTableTests.cells.map { $0.state.filter { !"-*l1".contains($0) } })
        #expect(states == ["A", "B", "C", "D", "BL", "L", "E", "F", "G"])
    }

    static let rules: AlertRules = {
        var rules = AlertRules()
        rules.latching = [AlertPattern(feeds: [TextPattern("nms")], text: TextPattern("latching"))]
        rules.suppression = [
            SuppressionRule(
                name: "mast down",
                pattern: AlertPattern(feeds: [TextPattern("nms")], mostSevere: .medium),
                cause: AlertPattern(feeds: [TextPattern("site")]))
        ]
        return rules
    }()

    /// A desk whose alert is in a state.
    static func desk(in state: String) -> AlertDesk {
        var desk = AlertDesk(rules)
        guard state != "A" else { return desk }
        let name = state.hasSuffix("l") || state.hasSuffix("L") ? "latching" : "plain"
        desk.tell(name)
        let act: (inout AlertDesk) -> Void = { desk in
            switch state.first {
            case "E": _ = apply("shelve", to: &desk, once: state == "E1")
            case "F": _ = apply("suppress", to: &desk)
            case "G": _ = apply("out", to: &desk)
            default: break
            }
        }
        let answer: (inout AlertDesk) -> Void = { desk in _ = apply("ack", to: &desk) }
        switch state {
        case "C", "Cl": answer(&desk)
        case "D", "BL": desk.tell(name, active: false)
        case "L":
            answer(&desk)
            desk.tell(name, active: false)
        case "E", "E1", "F", "G": act(&desk)
        case "E-", "F-", "G-", "El", "Fl", "Gl":
            answer(&desk)
            act(&desk)
            desk.tell(name, active: false)
        case "E*", "F*", "G*":
            answer(&desk)
            act(&desk)
            desk.tell(name, active: false)
            desk.tell(name)
            desk.tell(name, active: false)
        default: break
        }
        return desk
    }

    private static func alert(_ desk: AlertDesk) -> Alert? { desk["plain"] ?? desk["latching"] }

    static func state(_ desk: AlertDesk) -> String {
        switch alert(desk)?.state {
        case nil, .normal: "A"
        case .unacknowledged: "B"
        case .acknowledged: "C"
        case .returnedUnacknowledged: "D"
        case .latchedUnacknowledged: "BL"
        case .latchedAcknowledged: "L"
        case .shelved: "E"
        case .suppressed: "F"
        case .outOfService: "G"
        }
    }

    /// Lets something happen to the alert and says what came of it.
    static func apply(_ stimulus: String, to desk: inout AlertDesk, once: Bool = false) -> String {
        let name = desk["latching"] == nil ? "plain" : "latching"
        let alert = alert(desk) ?? Alert(id: AlertID(rawValue: 99), severity: .low, occurrence: 1)
        var refused: Rejection?
        switch stimulus {
        case "on": desk.tell(name)
        case "rise": desk.tell(name, .medium)
        case "urgent": desk.tell(name, .high)
        case "clear": desk.tell(name, active: false)
        case "suppress": desk.tell("mast", feed: "site")
        case "ruleends": desk.tell("mast", feed: "site", active: false)
        case "expire": desk.wait(.minutes(30))
        case "reword": desk.tell(name, place: "elsewhere")
        case "runout":
            if alert.active { desk.tell(name, expires: desk.now + .minutes(1)) }
            desk.wait(.minutes(2))
        default: refused = desk.order(order(stimulus, alert, once, desk.now))
        }
        if let refused { return "!" + word(refused) }
        let kinds = desk.kinds(of: Self.alert(desk)?.id ?? alert.id).map(word)
        return kinds.isEmpty ? "-" : "\(state(desk)):\(kinds.joined(separator: "+"))"
    }

    private static func order(_ stimulus: String, _ alert: Alert, _ once: Bool, _ now: Timestamp) -> Command {
        switch stimulus {
        case "ack": .acknowledge(alert.id, occurrence: alert.occurrence, severity: alert.severity)
        case "reset": .reset(alert.id, occurrence: alert.occurrence)
        case "shelve":
            .shelve(
                alert.id, occurrence: alert.occurrence, severity: alert.severity, until: now + .minutes(20),
                once: once, reason: "works")
        case "out":
            .takeOutOfService(alert.id, occurrence: alert.occurrence, severity: alert.severity, reason: "works")
        case "unshelve": .showAlert(alert.id, .shelved)
        case "inservice": .showAlert(alert.id, .outOfService)
        default: .showAlert(alert.id, .suppressed)
        }
    }

    private static func word(_ rejection: Rejection) -> String {
        switch rejection {
        case .unknownAlert: "unknown"
        case .notLatched: "latched"
        case .alertAnswered: "answered"
        case .alertHidden: "hidden"
        case .alertNotHidden: "shown"
        case .hiddenByRule: "rule"
        default: "\(rejection)"
        }
    }

    private static func word(_ kind: EventBody.Kind) -> String {
        switch kind {
        case .alertRaised: "raised"
        case .alertSeverityRaised: "rose"
        case .alertCleared: "cleared"
        case .alertAcknowledged: "acked"
        case .alertRevised: "revised"
        case .alertReset: "reset"
        case .alertHidden: "hidden"
        case .alertShown: "shown"
        default: "\(kind)"
        }
    }
}
