import DispatchModel
import TerminalKit
import Wording

/// A step of the tour: it is done once one of its commands has been given, on the real board, by whatever key it has.
enum TourStep: CaseIterable {
    case queue, forces, backToQueue, detail, assign, alerts, filter, line, help

    /// What does the step.
    var commands: Set<CommandName> {
        switch self {
        case .queue: [.down, .up, .pageDown, .pageUp, .top, .bottom]
        case .forces: [.focusPatrol, .focusQuickResponse, .nextPane]
        case .backToQueue: [.focusDispatch, .previousPane]
        case .detail: [.open, .detail]
        case .assign: [.assign]
        case .alerts: [.nextAlert, .focusAlerts]
        case .filter: [.filter]
        case .line: [.commandLine, .palette]
        case .help: [.help, .keys]
        }
    }
}

/// Shows somebody new round: a message over the panes that takes no keys says what is where and which key to press.
struct TourGuide: ConsolePart {
    let console: Console

    private var said: FirstRunWords { FirstRunWords(words) }

    /// Tells somebody new that there is a tour.
    func offer() {
        let isEmpty = board.incidents.count == 0 && board.units.count == 0
        let parts = [said.offer(key(.tour))] + (isEmpty ? [said.sample("watchfloor replay")] : [])
        say(.info, parts.joined(separator: " \(screen.glyphs.dot) "))
    }

    /// Begins, from the first step.
    func start() {
        console.attention.tour = TourStep.allCases.first
        show()
    }

    /// Goes on once the step's command has been given; ends when its message was taken away.
    func saw(_ name: CommandName) {
        guard let step = console.attention.tour else { return }
        guard console.view.banner?.isOfTour == true else { return end(said.left(key(.tour))) }
        guard step.commands.contains(name) else { return }
        let steps = TourStep.allCases
        guard let place = steps.firstIndex(of: step), place + 1 < steps.count else {
            return end(said.finished(key(.tour)))
        }
        console.attention.tour = steps[place + 1]
        show()
    }

    private func end(_ words: String) {
        console.attention.tour = nil
        // A message of somebody else's stays.
        if console.view.banner?.isOfTour == true { console.view.banner = nil }
        say(.info, words)
    }

    private func show() {
        guard let step = console.attention.tour else { return }
        let steps = TourStep.allCases
        let number = (steps.firstIndex(of: step) ?? 0) + 1
        var banner = BannerView(
            title: said.title(number, of: steps.count), lines: lines(of: step), hint: said.hint(key(.back)))
        banner.isOfTour = true
        console.view.banner = banner
        isDirty = true
    }

    /// What a step says, and what it needs on a board on which nothing is open.
    private func lines(of step: TourStep) -> [String] {
        let needsIncident = step == .queue || step == .detail || step == .assign
        let isEmpty = needsIncident && console.view.incidents.openCount == 0
        return [text(of: step)] + (isEmpty ? [said.nothingOpen(key(.create))] : [])
    }

    private func text(of step: TourStep) -> String {
        switch step {
        case .queue: said.queue(key(.down), key(.up))
        case .forces: said.forces(key(.focusPatrol), key(.nextPane))
        case .backToQueue: said.backToQueue(key(.focusDispatch))
        case .detail: said.detail(key(.open))
        case .assign: said.assign(key(.assign), keyText(.cancel, in: .assign))
        case .alerts: said.alerts(key(.nextAlert))
        case .filter: said.filter(key(.filter), key(.clearFilter))
        case .line: said.line(key(.commandLine))
        case .help: said.help(key(.help))
        }
    }

    /// The key that a command has in the queue; without one, its line.
    private func key(_ name: CommandName) -> String {
        let key = keyText(name, in: .dispatch)
        return key.isEmpty ? ":\(name.rawValue)" : key
    }
}
