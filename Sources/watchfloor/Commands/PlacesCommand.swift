import ArgumentParser
import DispatchModel
import Districts
import Formats
import Foundation
import Gazetteer
import Ground
import Shell

/// The places of a room: what is wrong with their files, how one is found, how a file of them is begun.
struct PlacesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "places",
        abstract: say("Check the places of the room, find one, begin a file of them.", "检查指挥室地点库、查找地点或新建地点文件。"),
        discussion: say(
            "Places are streets with house numbers, crossings, landmarks and compounds, with their beats and hazards. They lie in places.toml, places.csv or places.geojson of the configuration folder, and are read again once they are saved.",
            "地点包括带门牌号的街路、路口、地标与小区，以及所属巡区与隐患。文件为配置目录中的 places.toml、places.csv 或 places.geojson，保存后自动重新读取。"),
        subcommands: [
            PlacesCheckCommand.self, PlacesFindCommand.self, PlacesNewCommand.self, PlacesFromLogCommand.self,
        ],
        defaultSubcommand: PlacesCheckCommand.self)
}

/// Which places are looked at.
struct PlacesOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "Places: a TOML, CSV or GeoJSON file (default: places.toml, .csv or .geojson of the configuration folder).",
                "地点：TOML、CSV 或 GeoJSON 文件（默认为配置目录中的 places.toml、.csv 或 .geojson）。"), valueName: "file"))
    var places: String?

    /// The places of a file, or those of the configuration folder, with what is wrong with them; refused where there are none.
    static func read(_ file: String?) throws -> PlacesRead {
        let folders = Folders()
        let ground = try openGround(
            nil, folders: folders, sections: [folders.configurationFile("roster.toml")], isTold: false)
        if let read = try readPlaces(file, folders: folders, ground: ground) { return read }
        throw folders.missing(
            "places.toml",
            remedy: say(
                "write one: watchfloor places new > \(folders.configuration)/places.toml",
                "可新建：watchfloor places new > \(folders.configuration)/places.toml"))
    }
}

/// Says everything that is wrong with files of places.
struct PlacesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say(
            "Say everything that is wrong with files of places, by file, line and field, and what they hold.",
            "按文件、行、字段逐条指出地点文件的问题，并说明其内容。"))

    @Argument(
        help: ArgumentHelp(
            say(
                "TOML, CSV or GeoJSON file (default: that of the configuration folder).",
                "TOML、CSV 或 GeoJSON 文件（默认为配置目录中的文件）。"),
            valueName: "file"))
    var file: String?

    @Flag(help: ArgumentHelp(say("As JSON.", "以 JSON 输出。")))
    var json = false

    @OptionGroup var locale: LocaleOption

    func run() throws {
        let read = try PlacesOption.read(file)
        for line in read.problemLines { printError(line) }
        let places = read.gazetteer
        let hazards = places.hazards.all.count
        let beats = places.beats.count - 1
        if json {
            let found = JSON.object([
                .init(name: "rows", value: .integer(Int64(read.rowCount))),
                .init(name: "places", value: .integer(Int64(places.count))),
                .init(name: "names", value: .integer(Int64(places.nameCount))),
                .init(name: "beats", value: .integer(Int64(beats))),
                .init(name: "hazards", value: .integer(Int64(hazards))),
                .init(name: "problems", value: .integer(Int64(read.problemCount))),
            ])
            print(found.written(indented: true))
        } else {
            print(
                say(
                    "\(places.count) places of \(places.nameCount) names in \(beats) beats, \(hazards) hazards and notes",
                    "\(places.count) 个地点，\(places.nameCount) 个名称，\(beats) 个巡区，\(hazards) 条隐患与提示"))
        }
        guard read.problemCount == 0 else {
            throw Failure(
                .usage, say("faults in the places: \(read.problemCount)", "地点文件问题共 \(read.problemCount) 处"))
        }
    }
}

/// Finds places as the console does while somebody types.
struct PlacesFindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: say(
            "Find places by what was typed, with slips, initials, house numbers, crossings, points and plus codes.",
            "按输入查找地点：容错、拼音首字母、门牌号、路口、坐标与 Plus Code。"))

    @Argument(help: ArgumentHelp(say("What was typed.", "输入内容。"), valueName: "text"))
    var text: [String]

    @OptionGroup var places: PlacesOption

    @Option(help: ArgumentHelp(say("At most so many.", "最多条数。"), valueName: "count"))
    var limit = 8

    @Flag(help: ArgumentHelp(say("As JSON.", "以 JSON 输出。")))
    var json = false

    @OptionGroup var locale: LocaleOption

    mutating func validate() throws {
        guard (1...100).contains(limit) else {
            throw ValidationError(say("--limit \(limit): give 1 to 100", "--limit \(limit)：应为 1 至 100"))
        }
    }

    func run() throws {
        let read = try PlacesOption.read(places.places)
        if read.problemCount > 0 {
            printError(
                say(
                    "\(read.problemCount) could not be taken; watchfloor places check tells all",
                    "\(read.problemCount) 处未能采用；可用 watchfloor places check 查看全部"))
        }
        let typed = text.joined(separator: " ")
        let answer = read.gazetteer.answer(typed)
        var found = read.gazetteer.search(typed, limit: limit)
        if found.isEmpty, case .one(let match) = answer { found = [match] }
        if found.isEmpty, case .which(let matches) = answer { found = matches }
        guard !found.isEmpty else {
            throw Failure(
                .failure, say("no place is called so: \(typed)", "没有该地点：\(typed)"),
                remedy: say("watchfloor places check says what there is", "可用 watchfloor places check 查看地点库内容"))
        }
        if json {
            print(JSON.array(found.map(Self.json)).written(indented: true))
            return
        }
        let rows = found.map { match in
            [
                say(match.names.english, match.names.chinese), Self.kind(match.kind),
                match.beat.isEmpty ? "—" : match.beat, match.point.map(Gazetteer.written) ?? "—", Self.why(match),
            ]
        }
        try writeOutput((TextTable(rows: rows).lines.joined(separator: "\n") + "\n").utf8)
        if case .which(let matches) = answer {
            let beats = NameList(matches.map { $0.beat.isEmpty ? $0.point.map(Gazetteer.written) ?? "—" : $0.beat })
            printError(
                say(
                    "\(matches.count) of that name: which one? \(beats.english)",
                    "同名地点 \(matches.count) 个：指哪一个？\(beats.chinese)"))
        }
    }

    private static func json(_ match: PlaceMatch) -> JSON {
        var members: [JSON.Member] = [
            .init(name: "name", value: .string(match.names.english)),
            .init(name: "name_zh", value: .string(match.names.chinese)),
            .init(name: "kind", value: .string(match.kind.word)), .init(name: "beat", value: .string(match.beat)),
            .init(name: "why", value: .string("\(match.reason)")),
            .init(name: "estimated", value: .bool(match.isEstimated)),
            .init(name: "score", value: .integer(Int64(match.score))),
        ]
        if let point = match.point {
            members += [
                .init(name: "lat", value: .number(point.latitude)), .init(name: "lon", value: .number(point.longitude)),
            ]
        }
        return .object(members)
    }

    private static func kind(_ kind: PlaceKind) -> String {
        switch kind {
        case .street: say("street", "街路")
        case .crossing: say("crossing", "路口")
        case .landmark: say("landmark", "地标")
        case .compound: say("compound", "小区")
        case .beat: say("beat", "巡区")
        }
    }

    private static func why(_ match: PlaceMatch) -> String {
        if match.isEstimated { return say("estimated", "估计位置") }
        if match.isStreetOnly { return say("the street alone", "仅有街路") }
        return switch match.reason {
        case .whole: say("the name", "名称一致")
        case .named: say("the name but for its kind", "名称一致，缺道路类别")
        case .words: say("words of it", "词语相符")
        case .initials: say("initials", "首字母")
        case .slip: say("with slips", "近似")
        }
    }
}

/// Prints a file to begin with.
struct PlacesNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: say("Print a places.toml to begin with, every key explained.", "输出 places.toml 模板，逐项说明。"))

    @OptionGroup var locale: LocaleOption

    func run() throws { try writeOutput(PlaceTemplate.text(say).utf8) }
}

/// Makes a file of places from a call log.
struct PlacesFromLogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "from-log",
        abstract: say(
            "Make a CSV of places from a call log: blocks, crossings and names, each where its calls were.",
            "由警情记录生成地点 CSV：路段、路口与名称，位置取自历次警情。"))

    @Argument(help: ArgumentHelp(say("CSV call log.", "CSV 警情记录。"), valueName: "calls.csv"))
    var log: String

    @Option(
        help: ArgumentHelp(
            say(
                "Mapping: a built-in name or a TOML file (default: found by the header).", "映射：内置名称或 TOML 文件（默认按表头识别）。"),
            valueName: "name|file"))
    var mapping: String?

    @OptionGroup var locale: LocaleOption

    func run() throws {
        let log = try openLog(LogChoice(file: log, mapping: mapping, asRecorded: true)).log
        var places = LoggedPlaces()
        for observation in log.observations {
            if case .incident(let reported, _) = observation.content { places.add(reported.place, beat: reported.beat) }
        }
        let records = places.records
        guard !records.isEmpty else {
            throw Failure(
                .failure, say("the log names no place", "记录中没有地点"),
                remedy: say("say in a mapping which column holds the address", "请在映射中指定地址列"))
        }
        try writeOutput(PlaceCSV.text(records).utf8)
        printError(say("\(records.count) places", "\(records.count) 个地点"))
    }
}
