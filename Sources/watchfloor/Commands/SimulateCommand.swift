import ArgumentParser
import Shell

/// The simulator without a console: figures from a seed, the same every time.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: say(
            "Simulate without a console, and say how sure the figures are.", "不开控制台运行仿真，并给出结果的置信区间。"),
        discussion: say(
            "The same model and seed give the same figures on every machine.", "相同模型与随机种子在任何机器上结果一致。"))

    @OptionGroup var shared: SimulateOptions
    @OptionGroup var model: ModelMode
    @OptionGroup(title: say("Cases from tables", "案例表")) var tables: TablesMode
    @OptionGroup(title: say("Comparison city", "对照城市")) var city: CityMode
    @OptionGroup(title: say("Units for a load, by formula", "按公式测算所需警力")) var staffing: StaffingMode

    /// Every way of simulating, each with options of its own; the first that is asked for runs.
    private var modes: [any SimulateMode] { [model, tables, city, staffing] }

    @OptionGroup var locale: LocaleOption

    func run() throws {
        let asked = modes.filter(\.isAsked)
        guard let mode = asked.first else {
            throw ValidationError(
                say("say what to simulate; see watchfloor simulate --help", "请指明要仿真的内容；见 watchfloor simulate --help"))
        }
        guard asked.count == 1 else {
            throw ValidationError(say("ask for one simulation at a time", "一次只能进行一种仿真"))
        }
        let unused = modes.filter { !$0.isAsked }.flatMap(\.given) + mode.unused + shared.given.subtracting(mode.takes)
        guard let first = unused.first else { return try mode.run(shared) }
        throw Failure(
            .usage, say("\(first) is not used by this simulation", "此仿真不使用 \(first)"),
            remedy: say("leave it out; see watchfloor simulate --help", "请去掉该选项；见 watchfloor simulate --help"))
    }
}

/// One way of simulating: a group of options that knows whether it was asked for.
protocol SimulateMode: ParsableArguments {
    /// Whether the command line asks for this one.
    var isAsked: Bool { get }
    /// Its own options that the command line gives, as they are written.
    var given: [String] { get }
    /// Those of its own options that are given and have no meaning beside the others.
    var unused: [String] { get }
    /// The options of all simulations that it uses.
    var takes: Set<String> { get }
    /// Runs it and prints.
    func run(_ shared: SimulateOptions) throws
}

extension SimulateMode {
    var given: [String] { [] }
    var unused: [String] { [] }
    var takes: Set<String> { SimulateOptions.all }
}

/// What most ways of simulating understand.
struct SimulateOptions: ParsableArguments {
    @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。")))
    var json = false

    @Option(
        name: .customLong("seed"),
        help: ArgumentHelp(say("Seed of the random numbers (default: 1).", "随机种子（默认 1）。"), valueName: "seed"))
    var givenSeed: UInt64?

    @Option(help: ArgumentHelp(say("Simulated days of a replication.", "每次重复仿真的天数。")))
    var days: Int?

    @Option(help: ArgumentHelp(say("Independent replications.", "独立重复次数。")))
    var replications: Int?

    /// The seed of the random numbers.
    var seed: UInt64 { givenSeed ?? 1 }

    static let all: Set = ["--json", "--seed", "--days", "--replications"]

    /// Those that the command line gives.
    var given: Set<String> {
        let isGiven = [
            ("--json", json), ("--seed", givenSeed != nil), ("--days", days != nil),
            ("--replications", replications != nil),
        ]
        return Set(isGiven.filter(\.1).map(\.0))
    }

    func validate() throws {
        guard days.map({ (1...36_500).contains($0) }) ?? true else {
            throw ValidationError(say("--days must be 1 to 36500", "--days 须为 1 至 36500"))
        }
        guard replications.map({ (2...100_000).contains($0) }) ?? true else {
            throw ValidationError(say("--replications must be 2 to 100000", "--replications 须为 2 至 100000"))
        }
    }
}
