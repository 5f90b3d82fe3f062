import Core
import Dashboard
import DispatchModel
import DispatchPolicy
import FeedHTTP
import FeedTransports
import Foundation
import JournalSQLite
import Reports
import Shell
import TerminalNcurses
import Wording

/// A console wired to a terminal and a journal.
struct ConsoleSession {
    var open: OpenJournal
    var options: ConsoleOptions
    var settings: ConsoleSettings
    var clock: BoardClock
    var sources: [any ObservationSource] = []
    /// The feeds that run in this program, as they are doing now.
    var feeds: () -> [FeedStatus] = { [] }
    /// Has the feeds read their file again; gives what went wrong, in words.
    var rereadFeeds: () -> [String] = { [] }
    /// What the run loop puts up for `/healthz`; nil when nobody reads it.
    var health: HealthBoard?
    /// The dead letters of the data folder; nil for none.
    var letters: DeadLetterStore?
    /// How the room deals with alerts, for a live board that this console writes; nil for any other.
    var room: RoomSettings?
    /// The places that the room knows by name; nil for none.
    var places: WatchedPlaces?
    /// What the room's own file says of its rules, after every change of it.
    var rules: () -> RulesFile.Look? = { nil }
    /// The rules of the room for a board without `room`.
    var policy = Policy()
    /// Told the inbox once the console is ready to take observations.
    var started: (Inbox) -> Void = { _ in }
    /// Told the console before it runs.
    var opening: (Console) -> Void = { _ in }
    /// Told the core once the console has ended.
    var stopped: (EventCore) -> Void = { _ in }

    /// Opens the screen, runs until the operator quits or the terminal goes, and gives everything back.
    func run() throws {
        let screen = try openScreen(mouse: options.screen.mouse)
        guard let wake = WakePipe() else {
            screen.close()
            throw Failure(.failure, say("the system has no file descriptor left", "系统已无可用的文件描述符"))
        }
        let writer = JournalWriter(journal: open.journal) { wake.wake() }
        let core = EventCore(
            board: open.opened.board, policy: room?.policy ?? policy, writer: writer,
            snapshot: open.opened.snapshot)
        let journal = open.journal
        let read = JournalSurroundings(journal: journal, zone: settings.zone)
        var surroundings = surroundings(of: read, core)
        let notifier = room.map { RoomNotifier($0.notices, words: Words(settings.language, zone: settings.zone)) }
        surroundings.wake = wake
        if let notifier { attach(notifier, to: &surroundings) }
        let activity = read.activity(upTo: open.opened.board.position)
        let inbox = Inbox { wake.wake() }
        notifier?.tell = { inbox.offer($0) }
        var told = settings
        told.notices = open.opened.warnings.map(notice) + told.notices
        told.offersTour = !settings.watching && FirstRun(folders: Folders()).isNew()
        let run = Run(
            core, pace: settings.watching ? .watching(WatchedJournal(journal)) : .clocked, clock: clock,
            time: MachineTime(wall: wallTime, steady: steadyTime), sources: sources, inbox: inbox)
        let console = Console(
            screen: screen, run: run, settings: told, surroundings: surroundings, activity: activity)
        started(inbox)
        opening(console)
        let ending = console.runToTheEnd()
        stopped(core)
        screen.close()
        journal.close()
        notifier?.finish()
        if let warning = notifier?.takeWarning() { printError(warning) }
        // The screen had place for one of them at a time.
        if told.notices.count > 1 { for notice in told.notices { printError(notice.text) } }
        let unrecorded = console.unrecordedOrders
        guard unrecorded.isEmpty else {
            throw Failure(
                .failure, say("what was ordered last is not recorded", "最后的指令未被记录"),
                remedy: unrecorded.joined(separator: "\n  "))
        }
        if !settings.watching, let failure = core.failure {
            throw Failure(
                .failure,
                say(
                    "the console ended while nothing could be recorded: \(failure.message.english)",
                    "控制台结束时日志无法记录：\(failure.message.chinese)"))
        }
        if case .signal(let number) = ending, number != SIGHUP {
            throw Failure(endedBy: number, remedy: "")
        }
    }

    /// What the console needs from around it.
    private func surroundings(of read: JournalSurroundings, _ core: EventCore) -> ConsoleSurroundings {
        let folders = Folders()
        var surroundings = read.surroundings(
            showing: { core.shown }, wall: wallTime, steady: steadyTime, readsAtOnce: false)
        surroundings.reload = { options.settings(folders: folders) }
        let (trouble, words) = (read.trouble, Words(settings.language))
        surroundings.warning = { trouble.takeWarning(words) }
        let (feeds, health) = (feeds, health)
        surroundings.feeds = {
            health?.turn(core, now: wallTime())
            return feeds()
        }
        let rules = rules
        surroundings.rules = {
            rules().map { look in
                switch look {
                case .rules(let file): .rules(file.rules, file: URL(filePath: file.path).lastPathComponent)
                case .faulty(let problems): .faulty(problems)
                }
            }
        }
        surroundings.drawn = { health?.drew(at: wallTime()) }
        surroundings.keepView = { ViewFiles(folders: folders).keep($1, as: $0) }
        surroundings.letters = letters.map { LetterReading($0).desk }
        if let places {
            surroundings.places = { places.newest(at: steadyTime()) }
            surroundings.warning = { trouble.takeWarning(words) ?? places.takeNote() }
        }
        return surroundings
    }

    /// What opening the journal found, on the screen.
    private func notice(_ finding: JournalFinding) -> Notice {
        Notice(
            finding.isDamage ? .error : .warning,
            Words(settings.language).pick(finding.text.english, finding.text.chinese))
    }

    /// What is recorded from now on is told beyond the screen, and `:reload` reads the room's rules anew.
    private func attach(_ notifier: RoomNotifier, to surroundings: inout ConsoleSurroundings) {
        surroundings.recorded = { notifier.recorded($0, on: $1) }
        let warning = surroundings.warning
        surroundings.warning = { warning() ?? notifier.takeWarning() }
        let (options, folders, rereadFeeds) = (options, Folders(), rereadFeeds)
        surroundings.reload = {
            var settings = options.settings(folders: folders)
            let (room, problem) = RoomRuleFile.reread(folders: folders)
            if let room {
                settings.alertRules = room.alerts
                settings.shifts = room.shifts
                settings.bell = room.notices.bell
                notifier.use(room.notices)
            }
            for problem in [problem].compactMap({ $0 }) + rereadFeeds() {
                settings.notices.insert(Notice(.warning, problem), at: 0)
            }
            return settings
        }
    }
}

/// What does a command's work where there is no terminal.
enum WithoutTerminal {
    /// The same command with `--headless`.
    case headless
    /// `ingest` takes feeds in.
    case ingest
    /// `status` says how the board stands.
    case status
    /// The command of the trainer in words.
    case trainerCommand

    fileprivate var remedy: String {
        switch self {
        case .headless: say("with --headless none is needed", "使用 --headless 则不需要终端")
        case .ingest:
            say(
                "without one, watchfloor ingest takes feeds into the journal and watchfloor status says how the board stands",
                "没有终端时，可用 watchfloor ingest 收取数据源，用 watchfloor status 查看看板现状")
        case .status:
            say("without one, watchfloor status says how the board stands", "没有终端时，可用 watchfloor status 查看看板现状")
        case .trainerCommand:
            say(
                "without one, give the command: watchfloor drill control status",
                "没有终端时请给出命令：watchfloor drill control status")
        }
    }
}

/// Ends the program in words when there is no terminal to draw on: before anything is opened or made for a screen.
func requireTerminal(orElse other: WithoutTerminal) throws {
    do throws(TerminalError) {
        try NcursesScreen.check(environment: ProcessInfo.processInfo.environment)
    } catch {
        throw Failure(.noTerminal, say(error.description, error.chineseDescription), remedy: other.remedy)
    }
}

/// Takes the terminal. Ends the program in words when there is none to draw on.
func openScreen(
    mouse: Bool, palette: [String]? = nil, keeper: NcursesScreen.Keeper? = nil
) throws -> NcursesScreen {
    let environment = ProcessInfo.processInfo.environment
    do throws(TerminalError) {
        return try NcursesScreen(
            options: .init(environment: environment, mouse: mouse, palette: palette, keeper: keeper))
    } catch {
        throw Failure(.noTerminal, say(error.description, error.chineseDescription))
    }
}
