import ArgumentParser
import Dashboard
import DispatchModel
import Foundation
import Shell
import Wording

/// The keys as they are in force.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: say("List every command with its keys, as keys.toml leaves them.", "列出全部命令及其按键（含 keys.toml 的改动）。"))

    @OptionGroup var locale: LocaleOption

    @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。")))
    var json = false

    @Flag(help: ArgumentHelp(say("Print Markdown.", "输出 Markdown。")))
    var markdown = false

    func run() throws {
        let options = try ConsoleOptions.parse(locale.locale.map { ["--locale", $0] } ?? [])
        let settings = options.settings(folders: Folders())
        for notice in settings.notices { printError(notice.text) }
        let language = settings.language
        let help = HelpText(keymap: settings.keymap, language: language)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(help), as: UTF8.self))
        } else {
            print(markdown ? help.markdown(headingLevel: 2) : help.plainText)
        }
    }
}
