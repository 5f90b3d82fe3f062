import ArgumentParser
import DispatchModel
import DrillRoom
import Formats
import Foundation
import Shell
import Wording

/// The trainer's side of a drill that runs on this machine.
struct DrillControlCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "control",
        abstract: say("Drive a drill that is played in another terminal.", "导调另一终端中的演练。"),
        discussion: say(
            """
            Without a command it opens the instructor console. Commands: status, pause, resume, speed X, step, inject ID, \
            out CALLSIGN [WHY], message TEXT, jump 10m or jump 14:05, snapshot NAME, back NAME, end. \
            A name before the command says which drill; it is not needed while only one runs.
            """,
            """
            不带命令时打开导调台。命令：status、pause、resume、speed X、step、inject ID、out 呼号 [原因]、message 文本、\
            jump 10m 或 jump 14:05、snapshot 名称、back 名称、end。命令前可写演练名称；仅有一个演练时可省略。
            """))

    @Argument(
        help: ArgumentHelp(say("[NAME] [COMMAND …]", "[名称] [命令 …]"), valueName: "words"))
    var words: [String] = []

    @OptionGroup var screen: ScreenOptions

    @Flag(help: ArgumentHelp(say("Print the answer as JSON.", "以 JSON 输出应答。")))
    var json = false

    func run() throws {
        let order = try TypedOrder(words) { DrillFolder(home: Folders().drills, name: $0).exists }
        let link = try RunningDrill(name: order.drill)
        guard let verb = order.verb else { return try openConsole(link) }
        try once(link, request(verb, order.rest, link))
    }

    /// What was typed as a request.
    private func request(_ verb: ControlRequest.Verb, _ words: [String], _ link: RunningDrill) throws -> ControlRequest
    {
        let text = words.joined(separator: " ")
        var request = ControlRequest(verb)
        switch verb {
        case .status, .pause, .resume, .step, .end: break
        case .inject: request.id = text
        case .message: request.text = text
        case .snapshot, .back: request.name = text
        case .out: request = ControlLanguage.out(text)
        case .speed: request = try read(ControlLanguage.speed(text), "speed \(text)", "0.1–1000, max")
        case .jump:
            let status = try link.ask(ControlRequest(.status)).status
            let jump = ControlLanguage.jump(
                text, at: status?.at ?? 0, began: status?.began ?? 0, secondsEast: status?.secondsEast ?? 0)
            request = try read(jump, "jump \(text)", "10m, 1h30m, 14:05")
        }
        do throws(DrillProblem) {
            return try request.checked()
        } catch {
            throw Failure(.usage, say(error.english, error.chinese))
        }
    }

    private func read(_ request: ControlRequest?, _ what: String, _ forms: String) throws -> ControlRequest {
        guard let request else {
            throw Failure(
                .usage, say("\(what): cannot be read", "\(what)：无法识别"),
                remedy: say("write it as \(forms)", "请写作 \(forms)"))
        }
        return request
    }

    /// One request and its answer.
    private func once(_ link: RunningDrill, _ request: ControlRequest) throws {
        let reply = try link.askOnceThere(request) { target in
            let clock = Words(language, zone: Zone { _ in target.secondsEast }).clock(Timestamp(rawValue: target.at))
            printError(say("waiting: the drill runs ahead to \(clock)", "等待中：演练正快进至 \(clock)"))
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(reply), as: UTF8.self))
        } else if let status = reply.status, request.verb == .status {
            print(ControlStatusText(status, Words(language)).text)
        } else if let done = reply.done {
            print(say("EXERCISE: ", "演练：") + Sanitiser.visible(say(done.english, done.chinese)))
        }
        if let problem = reply.problem {
            if json { throw ExitCode(ExitStatus.failure.rawValue) }
            throw Failure(.failure, Sanitiser.visible(say(problem.english, problem.chinese)))
        }
    }

    private var language: Language { screen.locale.language }

    private func openConsole(_ link: RunningDrill) throws {
        try requireTerminal(orElse: .trainerCommand)
        let folders = Folders()
        let settings = screen.settings(folders: folders)
        let keys = ScreenOptions.keys(folders: folders, in: settings.language)
        let terminal = try openScreen(mouse: false)
        let console = InstructorConsole(
            screen: terminal, language: settings.language, theme: settings.theme, themeFolders: folders.themes,
            noColour: settings.noColour, keymap: keys.keymap, notices: keys.notices,
            wall: wallTime
        ) { request throws(DrillProblem) in try link.askOrFollow(request) }
        console.run()
        terminal.close()
    }
}
