import ArgumentParser
import DispatchModel
import DispatchPolicy
import Foundation
import Shell
import TerminalKit
import Themes
import Wall
import Wording

/// How a wall hangs, looks and counts.
struct WallOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(say("Folder of the journal (default: the live one).", "日志所在目录（默认为实况目录）。"), valueName: "dir"))
    var dataDir: String?

    @Option(
        help: ArgumentHelp(say("Diagonal of the screen: 55in or 140cm.", "屏幕对角线：55in 或 140cm。"), valueName: "length"))
    var screen = "55in"

    @Option(help: ArgumentHelp(say("Distance of those who read: 5m.", "观看距离：5m。"), valueName: "length"))
    var distance = "5m"

    @Option(help: ArgumentHelp(say("Rows of pixels of the screen.", "屏幕像素行数。"), valueName: "n"))
    var pixels = WallScene.usualPixels

    @OptionGroup var locale: LocaleOption

    @OptionGroup var look: LookOptions

    @OptionGroup var underMap: GroundOption

    /// What lies under the map, where it is named.
    var ground: String? { underMap.ground }

    @Option(
        help: ArgumentHelp(
            say("Hours of the night, when the ground is black: 22:00-06:00.", "夜间时段（黑底）：22:00-06:00。"),
            valueName: "hours"))
    var night: String?

    @Option(help: ArgumentHelp(say("Whom to ring when the picture is not live.", "画面非实时时联系谁。"), valueName: "text"))
    var contact = ""

    @Option(
        help: ArgumentHelp(
            say("Free units that the room wants at least (default: a tenth of them).", "可派警力下限（默认为总数的十分之一）。"),
            valueName: "n"))
    var reserve: Int?

    /// The folder.
    var path: String { dataDir ?? Folders().live }
    /// The language.
    var language: Language { locale.language }

    mutating func validate() throws {
        if let reserve, !(0...100_000).contains(reserve) {
            throw ValidationError(say("--reserve \(reserve): give 0 to 100000", "--reserve \(reserve)：须为 0 至 100000"))
        }
        if !(100...20_000).contains(pixels) {
            throw ValidationError(say("--pixels \(pixels): give 100 to 20000", "--pixels \(pixels)：须为 100 至 20000"))
        }
    }

    /// Where it hangs.
    func place() throws -> WallPlace {
        guard let inches = WallLength.metres(screen, usual: "in").map({ $0 / WallLength.inch }),
            WallPlace.inches.contains(inches)
        else {
            throw Failure(
                .usage, say("--screen \(screen): not a diagonal", "--screen \(screen)：不是有效的对角线"),
                remedy: say("write 55in or 140cm", "请写作 55in 或 140cm"))
        }
        guard let metres = WallLength.metres(distance, usual: "m"), WallPlace.distances.contains(metres) else {
            throw Failure(
                .usage, say("--distance \(distance): not a distance", "--distance \(distance)：不是有效的距离"),
                remedy: say("write 5m, from 0.3 to 100", "请写作 5m，0.3 至 100"))
        }
        return WallPlace(inches: inches, distance: metres)
    }

    /// What the wall is set to. A room's file that cannot be used leaves the usual rules.
    func settings(depth: ColourDepth) throws -> WallSettings {
        let folders = Folders()
        var settings = WallSettings(
            words: Words(language, zone: zone(named: "")), folder: path, themes: try themes(depth: depth))
        settings.zone = { zone(named: $0) }
        (settings.place, settings.pixels, settings.contact) = (try place(), pixels, contact)
        settings.rules = WallRules(
            deadlines: RoomRuleFile.reread(folders: folders).settings?.policy.deadlines ?? .standard, reserve: reserve)
        let profiles = RoomProfiles(folders: folders)
        let name = look.profile ?? profiles.chosen
        settings.profile = profiles.all.first { $0.name == name }
        guard settings.profile != nil || look.profile == nil else {
            throw Failure(.usage, Words(language).noProfile(name, among: profiles.all.map(\.name)))
        }
        return settings
    }

    /// How it looks by day and by night.
    func themes(depth: ColourDepth) throws -> WallThemes {
        let folders = Folders().themes
        let theme = look.theme ?? RoomProfiles(folders: Folders()).theme ?? "dark"
        let noColour = !(ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
        func load(_ name: String) throws -> Theme {
            let (theme, warnings) = Theme.load(name: name, depth: depth, folders: folders, noColour: noColour)
            // A theme that is not there, or of which nothing can be read.
            if let none = warnings.first(where: { $0.line == 0 && $0.key.isEmpty }) {
                throw Failure(.usage, say(none.description, none.chineseDescription))
            }
            return theme
        }
        // By night nothing is light.
        let night = ["light", "paper"].contains(theme) ? "dark" : theme
        return WallThemes(day: try load(theme), night: try load(night), hours: try nightHours())
    }

    private func nightHours() throws -> (from: Int, to: Int)? {
        guard let night else { return nil }
        let ends = night.split(separator: "-", omittingEmptySubsequences: false).map { end -> Int? in
            let parts = end.split(separator: ":", omittingEmptySubsequences: false).map { wholeNumber($0) }
            guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
                (0..<60).contains(minute)
            else { return nil }
            return hour * 60 + minute
        }
        guard ends.count == 2, let from = ends[0], let to = ends[1] else {
            throw Failure(
                .usage, say("--night \(night): not hours", "--night \(night)：不是有效时段"),
                remedy: say("write 22:00-06:00", "请写作 22:00-06:00"))
        }
        guard from != to else {
            throw Failure(
                .usage, say("--night \(night): begins and ends at the same time", "--night \(night)：起止时刻相同"),
                remedy: say(
                    "write 22:00-06:00; for a black ground all day give --theme dark",
                    "请写作 22:00-06:00；如需全天黑底，请用 --theme dark"))
        }
        return (from, to)
    }
}

/// A length with its unit.
enum WallLength {
    /// Metres of an inch.
    static let inch = 0.0254
    private static let units = ["in": inch, "\"": inch, "″": inch, "cm": 0.01, "mm": 0.001, "m": 1, "ft": 0.3048]

    /// The metres of `55in`, `140cm`, `5m`, `16ft`; a number alone is in the usual unit.
    static func metres(_ text: String, usual: String) -> Double? {
        let number = text.prefix { $0.isNumber || $0 == "." }
        let name = text[number.endIndex...].filter { $0 != " " }
        guard let value = Double(number), value.isFinite, let unit = units[name.isEmpty ? usual : String(name)] else {
            return nil
        }
        return value * unit
    }
}
