import ArgumentParser
import DispatchModel
import Shell
import Wording

/// The options of everything that reads a data folder.
struct FolderOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(say("Folder of the journal (default: the live one).", "日志所在目录（默认为实况目录）。"), valueName: "dir"))
    var dataDir: String?

    @Option(help: ArgumentHelp(say("Language: en or zh-Hans (default: the locale's).", "语言：en 或 zh-Hans（默认随区域设置）。")))
    var locale: String?

    /// The folder.
    var path: String { dataDir ?? Folders().live }
    /// The language.
    var language: Language { locale.flatMap(Language.init(localeName:)) ?? shellLanguage }
}
