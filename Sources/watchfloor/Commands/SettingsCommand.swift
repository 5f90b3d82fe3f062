import ArgumentParser
import Dashboard
import DispatchModel
import Foundation
import Shell
import Themes
import Wording

/// Everything that is wrong with the files that set the console up. The console has place for one fault at a time.
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: say(
            "Say everything that is wrong with the settings: keys, views, themes, profiles, rules, feeds, units.",
            "逐条指出配置文件的全部问题：按键、视图、主题、考核方案、规则、数据源、警力。"))

    @OptionGroup var locale: LocaleOption

    func run() throws {
        let folders = Folders()
        var faults: [String] = []
        for name in SettingsCommand.files {
            for file in folders.configurationFiles(name) { print(file) }
        }
        faults += ScreenOptions.keys(folders: folders, in: locale.language).notices.map(\.text)
        faults += ViewFiles(folders: folders).faults
        faults += SettingsCommand.themeFaults(folders, locale.language)
        faults += RoomProfiles(folders: folders).problems.map { "\($0.position): " + say($0.english, $0.chinese) }
        faults += SettingsCommand.fault { _ = try RoomRuleFile.read(folders: folders) }
        faults += SettingsCommand.fault { _ = try RulesFile.read(folders: folders) }
        faults += SettingsCommand.fault {
            guard let file = folders.configurationFile("feeds.toml") else { return }
            try readFeeds(file).requireServers()
        }
        let roster = folders.configurationFile("roster.toml")
        faults += SettingsCommand.fault { _ = try RosterSource(file: roster) }
        faults += SettingsCommand.fault { _ = try openGround(nil, folders: folders, sections: [roster]) }
        faults += SettingsCommand.placeFaults(folders, roster)
        for fault in faults { printError(fault) }
        guard faults.isEmpty else {
            throw Failure(.usage, say("faults in the settings: \(faults.count)", "配置问题共 \(faults.count) 处"))
        }
        print(say("no fault", "均无误"))
    }

    /// The settings files that a start reads, without the themes.
    private static let files = [
        "keys.toml", "views.toml", "profiles.toml", "config.toml", "alerts.toml", "room.toml", "feeds.toml",
        "roster.toml",
        "ground.toml", "places.toml", "places.csv", "places.geojson", "hazards.csv",
    ]

    /// What is wrong with the places.
    private static func placeFaults(_ folders: Folders, _ roster: String?) -> [String] {
        var found: [String] = []
        let refused = fault {
            let ground = try openGround(nil, folders: folders, sections: [roster], isTold: false)
            found = try readPlaces(nil, folders: folders, ground: ground)?.problemLines ?? []
        }
        return refused + found
    }

    /// What a file that a start cannot do without is refused for, a line each.
    private static func fault(_ read: () throws -> Void) -> [String] {
        do {
            try read()
            return []
        } catch {
            return ((error as? Failure)?.message ?? "\(error)").split(separator: "\n").map(String.init)
        }
    }

    /// What is wrong with the themes of the machine and the user, whether or not one is in use.
    private static func themeFaults(_ folders: Folders, _ language: Language) -> [String] {
        let names = folders.themes.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] }
            .filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(".toml".count)) }
        return Set(names).sorted().flatMap { name in
            Theme.load(name: name, depth: .direct, folders: folders.themes, noColour: false).1.map {
                language == .chinese ? $0.chineseDescription : $0.description
            }
        }
    }
}
