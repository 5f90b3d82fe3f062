import Dashboard
import DispatchModel
import TerminalKit
import Themes
import Wording

/// The trainer's console: how a drill stands, and keys for everything the trainer may do to it.
///
/// It owns a screen and asks the drill through a closure, so that it can be tried without a terminal and without a socket.
package final class InstructorConsole {
    private let screen: any Screen
    private let wall: () -> Timestamp
    private let ask: (ControlRequest) throws(DrillProblem) -> ControlReply
    private let themeFolders: [String]
    private let noColour: Bool
    private var themeName: String
    private var theme: Theme
    private(set) var state: InstructorState
    private var asked = Timestamp(milliseconds: .min / 2)
    private var inputs = InputQueue()
    private var isDone = false

    /// How often the drill is asked how it stands.
    static let interval = Span(milliseconds: 400)

    /// A console on a screen. `ask` sends a request to the drill and gives its answer.
    package init(
        screen: any Screen, language: Language, theme: String, themeFolders: [String] = [], noColour: Bool = false,
        wall: @escaping () -> Timestamp, ask: @escaping (ControlRequest) throws(DrillProblem) -> ControlReply
    ) {
        self.screen = screen
        self.wall = wall
        self.ask = ask
        self.themeFolders = themeFolders
        self.noColour = noColour
        themeName = theme
        self.theme = Theme.load(name: theme, depth: screen.depth, folders: themeFolders, noColour: noColour).0
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

    private func tell(_ text: ControlStatus.Text, isError: Bool = false) {
        state.message = (text, isError)
        if isError { screen.bell() }
    }

    private func draw() {
        var grid = Grid(size: screen.size)
        var frame = InstructorFrame(state: state, theme: theme, glyphs: screen.glyphs, size: screen.size)
        frame.draw(into: &grid)
        state.window = frame.window
        screen.present(grid, cursor: frame.cursor)
    }

    // MARK: Keys

    private func handle(_ input: TerminalInput) {
        switch input {
        case .ended: isDone = true
        case .resumed: screen.invalidate()
        case .paste(let text): if state.prompt?.field.insert(text) == false { tellFull() }
        case .key(let key):
            state.message = nil
            if state.prompt != nil { type(key) } else { press(key) }
        case .ignored(let what):
            state.message = (ControlStatus.Text { what.text($0) }, true)
        case .resized, .mouse, .reload: break
        }
    }

    private func press(_ key: Key) {
        if state.showsHelp, key.code != .character("q") {
            state.showsHelp = false
            return
        }
        switch key.code {
        case .down, .character("j"): state.move(by: 1)
        case .up, .character("k"): state.move(by: -1)
        case .pageDown: state.move(by: 10)
        case .pageUp: state.move(by: -10)
        case .home, .character("g"): state.move(by: -100_000)
        case .end, .character("G"): state.move(by: 100_000)
        case .character("c") where key.modifiers == .control: isDone = true
        case .character("l") where key.modifiers == .control: screen.invalidate()
        case .character(let scalar) where key.modifiers.isEmpty: press(scalar)
        case .enter: injectSelected()
        case .function(1): state.showsHelp = true
        default: break
        }
    }

    private func press(_ scalar: Unicode.Scalar) {
        switch scalar {
        case " ", "p": send(ControlRequest(state.status?.paused == true ? .resume : .pause))
        case "[", "]": changeSpeed(by: scalar == "[" ? -1 : 1)
        case "n": send(ControlRequest(.step))
        case "i": injectSelected()
        case "m": state.prompt = InstructorPrompt(purpose: .message)
        case "o": state.prompt = InstructorPrompt(purpose: .out)
        case "J": state.prompt = InstructorPrompt(purpose: .jump)
        case "S": state.prompt = InstructorPrompt(purpose: .speed)
        case "s": state.prompt = InstructorPrompt(purpose: .snapshot)
        case "b":
            var prompt = InstructorPrompt(purpose: .back)
            _ = prompt.field.insert(state.status?.snapshots.last?.name ?? "")
            state.prompt = prompt
        case "e": state.prompt = InstructorPrompt(purpose: .end)
        case "L": state.words.language = state.words.language.next
        case "T": nextTheme()
        case "?": state.showsHelp = true
        case "q": isDone = true
        default: break
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
        theme = Theme.load(name: themeName, depth: screen.depth, folders: themeFolders, noColour: noColour).0
        screen.invalidate()
    }

    // MARK: A line

    private func type(_ key: Key) {
        guard var prompt = state.prompt else { return }
        if case .end = prompt.purpose {
            state.prompt = nil
            if key.code == .character("y") || key.code == .character("Y") { send(ControlRequest(.end)) }
            return
        }
        switch key.code {
        case .escape: state.prompt = nil
        case .character("c") where key.modifiers == .control: state.prompt = nil
        case .enter: accept(prompt)
        default:
            if case .character(let scalar) = key.code, key.modifiers.isEmpty {
                if !prompt.field.insert(String(Character(scalar))) { tellFull() }
            } else {
                _ = prompt.field.handle(key)
            }
            state.prompt = prompt
        }
    }

    private func tellFull() { tell(ControlStatus.Text { $0.fieldFull }, isError: true) }

    private func accept(_ prompt: InstructorPrompt) {
        let text = prompt.field.text
        guard !text.allSatisfy(\.isWhitespace) else {
            state.prompt = nil
            return
        }
        guard let request = request(prompt.purpose, text) else {
            return tell(ControlStatus.Text { $0.exercise.cannotBeRead }, isError: true)
        }
        state.prompt = nil
        send(request)
    }

    private func request(_ purpose: InstructorPrompt.Purpose, _ text: String) -> ControlRequest? {
        switch purpose {
        case .message:
            var request = ControlRequest(.message)
            request.text = text
            return request
        case .out: return ControlLanguage.out(text)
        case .jump:
            return ControlLanguage.jump(
                text, at: state.status?.at ?? 0, began: state.status?.began ?? 0,
                secondsEast: state.status?.secondsEast ?? 0)
        case .speed: return ControlLanguage.speed(text)
        case .snapshot, .back:
            var request = ControlRequest(purpose == .back ? .back : .snapshot)
            request.name = text
            return request
        case .end: return nil
        }
    }
}
