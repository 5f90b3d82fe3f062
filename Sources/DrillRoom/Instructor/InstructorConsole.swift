import Dashboard
import DispatchModel
import TerminalKit
import Themes
import Wording

/// The trainer's console: how a drill stands, and keys for everything the trainer may do to it.
///
/// It owns a screen and asks the drill through a closure, so that it can be tried without a terminal and without a socket.
package final class InstructorConsole {
    private let wall: () -> Timestamp
    private let ask: (ControlRequest) throws(DrillProblem) -> ControlReply
    private let themeFolders: [String]
    private let noColour: Bool
    private let keymap: Keymap
    private let notices: [Notice]
    private var themeName: String
    private var painter: Painter
    private(set) var state: InstructorState
    private var asked = Timestamp(milliseconds: .min / 2)
    private var inputs = InputQueue()
    private(set) var isDone = false
    /// A command of the trainer's that nothing here has taken; nil while every one was.
    private(set) var untaken: CommandName?

    /// How often the drill is asked how it stands.
    static let interval = Span(milliseconds: 400)

    /// A console on a screen. `notices` is what its keys and settings have to say; `ask` sends a request to the drill and gives
    /// its answer.
    package init(
        screen: any Screen, language: Language, theme: String, themeFolders: [String] = [], noColour: Bool = false,
        keymap: Keymap = .builtIn, notices: [Notice] = [], wall: @escaping () -> Timestamp,
        ask: @escaping (ControlRequest) throws(DrillProblem) -> ControlReply
    ) {
        self.wall = wall
        self.ask = ask
        self.themeFolders = themeFolders
        self.noColour = noColour
        self.keymap = keymap
        self.notices = notices
        themeName = theme
        painter = Painter(
            screen: screen,
            theme: Theme.load(name: theme, depth: screen.depth, folders: themeFolders, noColour: noColour).0)
        state = InstructorState(words: Words(language))
    }

    /// Runs until the trainer leaves or the terminal goes. The drill goes on without it.
    package func run() {
        refresh()
        draw()
        while !isDone { step() }
    }

    /// Waits for a key or for the next look at the drill.
    func step() {
        let left = (asked + InstructorConsole.interval - wall()).milliseconds
        let timeout = Int(max(0, min(left, InstructorConsole.interval.milliseconds)))
        for input in inputs.next(from: screen, timeout: timeout, wake: nil) where !isDone { handle(input) }
        if wall() - asked >= InstructorConsole.interval { refresh() }
        if !isDone { draw() }
    }

    private func refresh() {
        send(ControlRequest(.status))
    }

    /// Asks the drill; what it says comes on the screen.
    private func send(_ request: ControlRequest) {
        asked = wall()
        do throws(DrillProblem) {
            let reply = try ask(request)
            if let status = reply.status { state.takeStatus(status) }
            if let problem = reply.problem {
                tell(.init(problem.english, problem.chinese), isError: true)
            } else if let done = reply.done {
                tell(done)
            }
        } catch {
            state.lost = error
        }
    }

    private var screen: any Screen { painter.screen }

    private func tell(_ text: ControlStatus.Text, isError: Bool = false) {
        say(text, isError ? .error : .good)
        if isError { screen.bell() }
    }

    private func say(_ text: ControlStatus.Text, _ kind: NoticeKind) {
        state.teller.say(Notice(kind, state.text(text)), at: asked)
    }

    private func draw() {
        var frame = InstructorFrame(
            state: state, keymap: keymap, notices: notices, theme: painter.theme, glyphs: screen.glyphs,
            size: screen.size)
        painter.paint { grid in
            frame.draw(into: &grid)
            return frame.cursor
        }
        state.window = frame.window
    }

    // MARK: Keys

    private func handle(_ input: TerminalInput) {
        switch input {
        case .ended: isDone = true
        case .resumed: screen.invalidate()
        case .paste(let text): if state.prompt?.field.insert(text) == false { tellFull() }
        case .key(let key):
            state.teller.hush()
            press(key)
        case .ignored(let what):
            say(ControlStatus.Text { what.text($0) }, .error)
        case .resized, .mouse, .reload: break
        }
    }

    private func press(_ key: Key) {
        let pending = state.chord.keys
        state.chord = ([], [])
        let found = keymap.lookup(chain: state.mode.chain, pending: pending, key: key)
        if let prompt = state.prompt { return answer(prompt, key, found) }
        // Any key takes the help away but the one that leaves.
        guard !state.showsHelp || found == .command(.leaveDrill) else {
            state.showsHelp = false
            return
        }
        switch found {
        case .command(.redraw): screen.invalidate()
        case .command(let name): order(name)
        case .pending(let next): state.chord = (pending + [key], next)
        case .none: break
        }
    }

    /// Gives an order of the trainer's, or asks first. Commands that are live everywhere at the operator's mean nothing here.
    private func order(_ name: CommandName) {
        guard let way = TrainerOrder.way(of: name) else { return }
        guard let question = way.question else { return give(name) }
        var prompt = InstructorPrompt(command: name, question: question)
        if name == .backToSnapshot { prompt.field.insert(state.status?.snapshots.last?.name ?? "") }
        state.prompt = prompt
    }

    /// Gives an order for which nothing is asked, or whose question was answered with yes.
    private func give(_ name: CommandName) {
        switch name {
        case .showKeys: state.showsHelp = true
        case .nextInject: state.move(by: 1)
        case .previousInject: state.move(by: -1)
        case .injectsDown: state.move(by: 10)
        case .injectsUp: state.move(by: -10)
        case .firstInject: state.move(by: -100_000)
        case .lastInject: state.move(by: 100_000)
        case .injectNow: injectSelected()
        case .holdDrill: send(ControlRequest(state.status?.paused == true ? .resume : .pause))
        case .slowDown: changeSpeed(by: -1)
        case .speedUp: changeSpeed(by: 1)
        case .stepDrill: send(ControlRequest(.step))
        case .endDrill: send(ControlRequest(.end))
        case .nextLanguage: state.teller.words.language = state.words.language.next
        case .nextTheme: nextTheme()
        case .leaveDrill, .leaveOpen: isDone = true
        default: untaken = name
        }
    }

    private func injectSelected() {
        guard let inject = state.inject else { return }
        var request = ControlRequest(.inject)
        request.id = inject.id
        send(request)
    }

    private static let speeds: [Double] = [0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600, 1000]

    private func changeSpeed(by direction: Int) {
        guard let speed = state.status?.speed else { return }
        var request = ControlRequest(.speed)
        let steps = InstructorConsole.speeds
        if speed == 0 {
            request.speed = direction > 0 ? 0 : 1000
        } else if direction > 0 {
            request.speed = steps.first { $0 > speed * 1.001 } ?? 1000
        } else {
            request.speed = steps.last { $0 < speed * 0.999 } ?? 0.1
        }
        send(request)
    }

    private func nextTheme() {
        let names = Theme.builtin
        let place = names.firstIndex(of: themeName) ?? 0
        themeName = names[(place + 1) % names.count]
        painter.theme = Theme.load(name: themeName, depth: screen.depth, folders: themeFolders, noColour: noColour).0
        screen.invalidate()
    }

    // MARK: What is asked

    private func answer(_ prompt: InstructorPrompt, _ key: Key, _ found: Keymap.Outcome) {
        switch prompt.question {
        case .yesOrNo:
            state.prompt = nil
            if found == .command(.yes) || isYesInCapitals(key) { give(prompt.command) }
        case .line: type(key, found, prompt)
        }
    }

    /// An answer is one with Caps Lock too.
    private func isYesInCapitals(_ key: Key) -> Bool {
        guard case .character(let scalar) = key.code, let small = Character(scalar).lowercased().unicodeScalars.first
        else { return false }
        return keymap.lookup(chain: Mode.confirm.chain, pending: [], key: Key(.character(small), key.modifiers))
            == .command(.yes)
    }

    private func type(_ key: Key, _ found: Keymap.Outcome, _ prompt: InstructorPrompt) {
        var prompt = prompt
        switch found {
        case .command(.accept): return accept(prompt)
        case .command(.cancel):
            state.prompt = nil
            return
        case .command(.redraw): return screen.invalidate()
        case .command(let name):
            // There is no form that could be emptied.
            if name != .clearForm, let change = textEdit(name) {
                change(&prompt.field)
            } else {
                _ = prompt.field.handle(key)
            }
        case .pending, .none:
            if leavesOpen(key) {
                state.prompt = nil
                return
            }
            if case .character = key.code, key.modifiers.isEmpty {
                if !prompt.field.handle(key) { tellFull() }
            } else {
                _ = prompt.field.handle(key)
            }
        }
        state.prompt = prompt
    }

    /// True for a key that leaves whatever is open and is no text.
    private func leavesOpen(_ key: Key) -> Bool {
        guard !key.modifiers.isDisjoint(with: [.control, .alt]) else { return false }
        return keymap.lookup(chain: Mode.trainer.chain, pending: [], key: key) == .command(.leaveOpen)
    }

    private func tellFull() { tell(ControlStatus.Text { $0.fieldFull }, isError: true) }

    private func accept(_ prompt: InstructorPrompt) {
        let text = prompt.field.text
        guard !text.allSatisfy(\.isWhitespace) else {
            state.prompt = nil
            return
        }
        guard let read = ControlLanguage.lines[prompt.command] else {
            untaken = prompt.command
            return
        }
        guard let request = read(text, state.status) else {
            return tell(ControlStatus.Text { $0.exercise.cannotBeRead }, isError: true)
        }
        state.prompt = nil
        send(request)
    }
}
