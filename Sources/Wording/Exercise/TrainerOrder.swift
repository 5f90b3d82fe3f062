import DispatchModel

/// Something that the trainer can order at their console. The one table of it, ``all``, is the source of the default keys,
/// the bar at the bottom, the help, and what is asked.
package struct TrainerOrder: Sendable {
    /// What is asked before an order is given.
    package enum Question: Hashable, Sendable {
        /// A line to be typed, behind these words.
        case line(BilingualText)
        /// Yes or no.
        case yesOrNo(BilingualText)
    }

    /// One of the commands by which it is given.
    package struct Way: Sendable {
        /// The command.
        package var command: CommandName
        /// Its default keys in key notation, the one to show first.
        package var keys: [String]
        /// What is asked first; nil when it is given at once.
        package var question: Question?
        /// False for one that the bar leaves out.
        package var isInBar = true
    }

    /// The commands by which it is given.
    package private(set) var ways: [Way]
    /// Its line in the help; nil for what the help leaves out.
    package private(set) var help: BilingualText?
    /// Its place in the bar, if it has one.
    package private(set) var hint: CatalogueEntry.Hint?
}

extension TrainerOrder {
    /// Everything that the trainer can order, as the help lists it.
    package static let all: [TrainerOrder] = looking + acting + leaving

    private static let looking: [TrainerOrder] = [
        TrainerOrder(.showKeys, "?", "f1").hint(1, "keys", "按键"),
        TrainerOrder(.nextInject, "j", "down").or(.previousInject, "k", "up").help("choose an inject", "选择注入"),
        TrainerOrder(.injectsDown, "pagedown").or(.injectsUp, "pageup")
            .or(.firstInject, "g", "home").or(.lastInject, "G", "end"),
    ]

    private static let acting: [TrainerOrder] = [
        TrainerOrder(.injectNow, "i", "enter")
            .help("let the chosen inject happen now", "所选注入立即发生").hint(5, "inject", "注入"),
        TrainerOrder(.holdDrill, "p", "space").help("hold the clock, let it run", "暂停、继续").hint(2, "pause", "暂停"),
        TrainerOrder(.slowDown, "[").or(.speedUp, "]").or(.drillSpeed, "S")
            .asking("Speed (0.1 to 1000, max)", "速度（0.1–1000、max）").notInBar()
            .help("slower, faster, a speed", "减速、加速、指定速度").hint(3, "speed", "速度"),
        TrainerOrder(.stepDrill, "n").help("to the next thing that happens", "到下一事件").hint(4, "next", "下一事件"),
        TrainerOrder(.runAhead, "J").asking("Ahead by (10m, 1h) or to (14:05)", "快进（10m、1h）或至（14:05）")
            .help("run ahead: 10m, 1h30m, 14:05", "快进：10m、1h30m、14:05").hint(8, "jump", "快进"),
        TrainerOrder(.tellPlayer, "m").asking("Tell the player", "告知受训者")
            .help("tell the player something", "告知受训者").hint(6, "message", "消息"),
        TrainerOrder(.takeUnitOut, "o").asking("Unit to take out, and why", "停用单元及原因")
            .help("take a unit out: 3A12 flat tyre", "停用单元：3A12 爆胎").hint(7, "out", "停用"),
        TrainerOrder(.keepSnapshot, "s").asking("Name of the snapshot", "快照名称")
            .help("keep a snapshot", "保存快照").hint(10, "snapshot", "快照"),
        TrainerOrder(.backToSnapshot, "b").asking("Back to snapshot", "回到快照")
            .help("go back to a snapshot, in a store of its own", "回到快照（另存为新的演练）").hint(11, "back", "回退"),
        TrainerOrder(.endDrill, "e").confirming("End the drill?", "结束演练？")
            .help("end the drill", "结束演练").hint(12, "end", "结束"),
    ]

    private static let leaving: [TrainerOrder] = [
        TrainerOrder(.nextLanguage, "L").or(.nextTheme, "T").help("language, theme", "语言、主题"),
        TrainerOrder(.leaveDrill, "q").help("leave; the drill goes on", "离开，演练继续").hint(9, "leave", "离开"),
        // Leaves what is open first, and the console where nothing is.
        TrainerOrder(.leaveOpen, "ctrl-c"),
    ]

    /// Those with a place in the bar, the most useful first.
    package static let bar: [TrainerOrder] =
        all.filter { $0.hint != nil }.sorted { $0.hint?.importance ?? 0 < $1.hint?.importance ?? 0 }

    /// How a command gives its order; nil for what is no command of the trainer's.
    package static func way(of command: CommandName) -> Way? {
        order(of: command)?.ways.first { $0.command == command }
    }

    /// What a command orders; nil for what is no command of the trainer's.
    package static func order(of command: CommandName) -> TrainerOrder? { byCommand[command] }

    /// The command that a word in `keys.toml` names; nil when none does.
    package static func command(named word: String) -> CommandName? {
        let name = CommandName(word.lowercased())
        return byCommand[name] == nil ? nil : name
    }

    /// The name of every command, in alphabetical order.
    package static let words = byCommand.keys.map(\.rawValue).sorted()

    private static let byCommand = Dictionary(
        all.flatMap { order in order.ways.map { ($0.command, order) } }, uniquingKeysWith: { first, _ in first })
}

/// How the table is written.
extension TrainerOrder {
    private init(_ command: CommandName, _ keys: String...) {
        ways = [Way(command: command, keys: keys)]
    }

    /// Adds a command by which it is given.
    private func or(_ command: CommandName, _ keys: String...) -> TrainerOrder {
        var copy = self
        copy.ways.append(Way(command: command, keys: keys))
        return copy
    }

    /// The last command asks for a line.
    private func asking(_ english: String, _ chinese: String) -> TrainerOrder {
        changingLast { $0.question = .line(BilingualText(english, chinese)) }
    }

    /// The last command is asked about before it is given.
    private func confirming(_ english: String, _ chinese: String) -> TrainerOrder {
        changingLast { $0.question = .yesOrNo(BilingualText(english, chinese)) }
    }

    /// The bar leaves the last command out.
    private func notInBar() -> TrainerOrder { changingLast { $0.isInBar = false } }

    private func changingLast(_ change: (inout Way) -> Void) -> TrainerOrder {
        var copy = self
        change(&copy.ways[copy.ways.count - 1])
        return copy
    }

    private func help(_ english: String, _ chinese: String) -> TrainerOrder {
        var copy = self
        copy.help = BilingualText(english, chinese)
        return copy
    }

    private func hint(_ importance: Int, _ english: String, _ chinese: String) -> TrainerOrder {
        var copy = self
        copy.hint = CatalogueEntry.Hint(label: BilingualText(english, chinese), importance: importance)
        return copy
    }
}

extension CommandName {
    package static let showKeys = CommandName("show-keys")
    package static let nextInject = CommandName("next-inject")
    package static let previousInject = CommandName("previous-inject")
    package static let injectsDown = CommandName("injects-down")
    package static let injectsUp = CommandName("injects-up")
    package static let firstInject = CommandName("first-inject")
    package static let lastInject = CommandName("last-inject")
    package static let injectNow = CommandName("inject-now")
    package static let holdDrill = CommandName("hold-drill")
    package static let slowDown = CommandName("slow-down")
    package static let speedUp = CommandName("speed-up")
    package static let drillSpeed = CommandName("drill-speed")
    package static let stepDrill = CommandName("step-drill")
    package static let runAhead = CommandName("run-ahead")
    package static let tellPlayer = CommandName("tell-player")
    package static let takeUnitOut = CommandName("take-unit-out")
    package static let keepSnapshot = CommandName("keep-snapshot")
    package static let backToSnapshot = CommandName("back-to-snapshot")
    package static let endDrill = CommandName("end-drill")
    package static let nextLanguage = CommandName("next-language")
    package static let nextTheme = CommandName("next-theme")
    package static let leaveDrill = CommandName("leave-drill")
    package static let leaveOpen = CommandName("leave-open")
}
