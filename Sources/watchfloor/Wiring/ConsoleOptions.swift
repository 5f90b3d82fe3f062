import ArgumentParser
import Dashboard
import DispatchModel
import DispatchPolicy
import Districts
import Formats
import Foundation
import Ground
import Shell
import Themes
import Wording

/// The options of everything that opens a console on a data folder.
struct ConsoleOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("Folder of the journal (default: by XDG).", "日志所在目录（默认按 XDG）。"), valueName: "dir"))
    var dataDir: String?

    @OptionGroup var screen: ScreenOptions

    @OptionGroup var underMap: GroundOption

    @OptionGroup var known: PlacesOption

    /// What lies under the map, where it is named.
    var ground: String? { underMap.ground }

    /// The language that is asked for, or that of the environment.
    var language: Language { screen.locale.language }

    /// The console's settings from options, environment and configuration files.
    func settings(folders: Folders) -> ConsoleSettings { screen.settings(folders: folders) }

    /// Puts a ground under the map, and says so where a journal was recorded over another one.
    func lay(_ ground: Ground?, under settings: inout ConsoleSettings, on board: Board, isRecorded: Bool) {
        settings.ground = ground ?? Ground()
        let losses = settings.ground.remarks.filter(\.isLoss)
        if let first = losses.first {
            let count = losses.reduce(0) { $0 + $1.count }
            settings.notices.append(Notice(.warning, Words(settings.language).map.leftOut(count, first: first.problem)))
        }
        let codes = Set(board.beats.elements.map(\.beat) + board.units.elements.map(\.homeBeat)).subtracting([""])
        if settings.ground.hasNone(of: codes), let own = settings.ground.beats.first, let other = codes.min() {
            settings.notices.append(
                Notice(.warning, Words(settings.language).map.foreignBeats(own: own.code, board: other)))
        }
        guard isRecorded, let recorded = board.ground, recorded.digest != settings.ground.digest else { return }
        settings.notices.append(
            Notice(.warning, Words(settings.language).map.otherGround(recorded, isNone: ground == nil)))
    }
}

/// What lies under the map, the same for the console and the wall.
struct GroundOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "What lies under the map: a ground.toml, or a GeoJSON file of beats (default: ground.toml of the configuration folder).",
                "地图底图：ground.toml，或巡区的 GeoJSON 文件（默认为配置目录中的 ground.toml）。"), valueName: "file"))
    var ground: String?
}

/// How a console looks and who works at it.
struct ScreenOptions: ParsableArguments {
    @OptionGroup var locale: LocaleOption

    @OptionGroup var look: LookOptions

    @Option(
        name: .customLong("operator"),
        help: ArgumentHelp(say("Name that stands beside your actions.", "记录在操作旁的姓名。"), valueName: "name"))
    var operatorName: String?

    /// Refused: the wall is a program of its own.
    @Flag(help: .hidden)
    var wall = false

    @Flag(help: ArgumentHelp(say("Report the mouse.", "启用鼠标。")))
    var mouse = false

    mutating func validate() throws {
        guard wall else { return }
        throw ValidationError(
            say("--wall: the wall is a command of its own: watchfloor wall", "--wall：大屏现为独立命令：watchfloor wall"))
    }

    /// The console's settings from options, environment and configuration files.
    func settings(folders: Folders) -> ConsoleSettings {
        let environment = ProcessInfo.processInfo.environment
        var settings = ConsoleSettings()
        settings.language = locale.language
        settings.operatorName = operatorName ?? environment["USER"].flatMap { $0.isEmpty ? nil : $0 } ?? "dispatcher"
        settings.themeFolders = folders.themes
        settings.configurationFile = folders.configuration + "/config.toml"
        settings.noColour = !(environment["NO_COLOR"] ?? "").isEmpty
        settings.version = "watchfloor " + Version.text
        (settings.keymap, settings.notices) = ScreenOptions.keys(folders: folders, in: settings.language)
        readProfiles(folders: folders, into: &settings)
        let views = ViewFiles(folders: folders)
        (settings.views, settings.viewsAreFaulty) = (views.views, !views.faults.isEmpty)
        settings.notices += views.faults.map { Notice(.warning, $0) }
        return settings
    }

    /// The deadline profiles that there are. What cannot be used is told on the screen.
    private func readProfiles(folders: Folders, into settings: inout ConsoleSettings) {
        let profiles = RoomProfiles(folders: folders)
        let words = Words(settings.language)
        settings.profiles = profiles.all
        settings.profile = look.profile ?? profiles.chosen
        settings.theme = look.theme ?? profiles.theme ?? "dark"
        settings.notices += profiles.problems.map {
            Notice(.warning, "\($0.position): " + words.pick($0.english, $0.chinese))
        }
        let names = profiles.all.map(\.name)
        guard !names.contains(settings.profile) else { return }
        settings.notices.append(Notice(.warning, words.noProfile(settings.profile, among: names)))
        settings.profile = ProfileFile.usual
    }

    /// The key files that are there, the machine's first; nil in place of a text that cannot be read, with why.
    static func keyFiles(folders: Folders) -> [(path: String, text: String?, problem: UnreadableFile?)] {
        folders.configurationFiles("keys.toml").map { path in
            do throws(UnreadableFile) {
                return (path, try SettingsFile.text(of: path), nil)
            } catch {
                return (path, nil, error)
            }
        }
    }

    /// The machine's keys beneath, the user's above. What cannot be used is told on the screen and on standard error.
    static func keys(folders: Folders, in language: Language) -> (keymap: Keymap, notices: [Notice]) {
        keyFiles(folders: folders).reduce((.builtIn, [])) { below, file in
            guard let text = file.text else {
                let problem = file.problem.map { "\(file.path): " + (language == .chinese ? $0.chinese : $0.english) }
                return (below.0, below.1 + (problem.map { [Notice(.warning, $0)] } ?? []))
            }
            let (keymap, problems) = below.0.merging(text: text, file: file.path)
            return (keymap, below.1 + problems.map { Notice(.warning, $0.message(in: language)) })
        }
    }
}

/// How a log is read and played.
struct LogOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            say(
                "CSV call log, or a data folder or exported journal to look back through; without it the made-up sample plays.",
                "CSV 警情记录，或要回看的数据目录、导出日志；不给出时播放虚构样例。"), valueName: "file"))
    var file: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Mapping: a built-in name or a TOML file (default: found by the header).", "映射：内置名称或 TOML 文件（默认按表头识别）。"),
            valueName: "name|file"))
    var mapping: String?

    @Flag(help: ArgumentHelp(say("The log's own units and times drive the board.", "由记录自身的单元与时间驱动看板。")))
    var asRecorded = false

    @Option(help: ArgumentHelp(say("Speed: 0.1 to 1000, or max.", "速度：0.1 至 1000，或 max。"), valueName: "x|max"))
    var speed: String = "1"

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            say("Play calls received from this time on, such as 2017-01-01T18:00.", "从此时刻接报的警情开始，例如 2017-01-01T18:00。"),
            valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp(say("Play calls received before this time.", "播放此时刻之前接报的警情。"), valueName: "time"))
    var to: String?

    @Flag(help: ArgumentHelp(say("No screen: play, record, report, end.", "无屏幕：播放、记录、汇报后结束。")))
    var headless = false

    @Option(help: ArgumentHelp(say("Seed of the sample and of the crews.", "样例与出警模拟的随机种子。")))
    var seed: UInt64 = SampleDistrict.standardSeed

    /// Which log is played, and what of it.
    var choice: LogChoice {
        LogChoice(file: file, mapping: mapping, from: from, to: to, asRecorded: asRecorded, seed: seed)
    }

    /// The speed as a factor; infinity for `max`.
    func factor() throws -> Double { try speedFactor(speed) }
}

/// `4`, `x4` or `max` as a factor; infinity for `max`.
func speedFactor(_ speed: String) throws -> Double {
    guard let factor = WrittenSpeed.factor(speed), factor == .infinity || (0.1...1000).contains(factor) else {
        throw Failure(
            .usage, say("--speed \(speed): not a speed", "--speed \(speed)：不是有效速度"),
            remedy: say("give a number from 0.1 to 1000, or max", "请给出 0.1 至 1000 的数，或 max"))
    }
    return factor
}

/// The options of everything that reads a data folder.
struct FolderOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(say("Folder of the journal (default: the live one).", "日志所在目录（默认为实况目录）。"), valueName: "dir"))
    var dataDir: String?

    @OptionGroup var locale: LocaleOption

    /// The folder.
    var path: String { dataDir ?? Folders().live }
    /// The language.
    var language: Language { locale.language }
}

/// The language of what is said, the same for every command; one that there is not was refused before (`LocaleArgument`).
struct LocaleOption: ParsableArguments {
    @Option(help: ArgumentHelp(say("Language: en or zh-Hans (default: the locale's).", "语言：en 或 zh-Hans（默认随区域设置）。")))
    var locale: String?

    /// The language.
    var language: Language { locale.flatMap(Language.init(localeName:)) ?? shellLanguage }
}
