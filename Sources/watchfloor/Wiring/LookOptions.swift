import ArgumentParser
import DispatchPolicy
import Shell
import Themes
import Wording

/// The theme and the deadline profile, the same for the console and the wall. One that is named and is not there is refused.
struct LookOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "Theme: a built-in name or a file in the themes folder (default: config.toml's, else dark).",
                "主题：内置名称或主题目录中的文件（默认按 config.toml，否则为 dark）。")))
    var theme: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Deadline profile of the clocks: nena, nfpa, 110, 1-3-5, or one of profiles.toml (default: config.toml's, else 110).",
                "考核方案：nena、nfpa、110、1-3-5，或 profiles.toml 中的方案（默认按 config.toml，否则为 110）。"), valueName: "name"))
    var profile: String?

    mutating func validate() throws {
        let folders = Folders()
        if let theme {
            let (_, warnings) = Theme.load(name: theme, depth: .direct, folders: folders.themes)
            if let fault = warnings.first(where: \.isOfWholeFile) {
                throw ValidationError("--theme: " + say(fault.description, fault.chineseDescription))
            }
        }
        if let profile {
            let known = RoomProfiles(folders: folders)
            // What a file with a fault would say is not known; that it has one is told elsewhere.
            guard known.problems.isEmpty, !known.all.contains(where: { $0.name == profile }) else { return }
            throw ValidationError(
                "--profile: " + Words(shellLanguage).noProfile(profile, among: known.all.map(\.name)))
        }
    }
}
