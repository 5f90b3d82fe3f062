import ArgumentParser
import Dashboard
import DispatchModel
import Shell
import Wording

/// The manual page.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: say("Print the manual page: watchfloor manual | man -l -", "输出手册页：watchfloor manual | man -l -"))

    @OptionGroup var locale: LocaleOption

    func run() throws {
        print(ManualPage(language: shellLanguage).text)
    }
}

/// The manual page in roff, made from the same data as the help.
struct ManualPage {
    var language: Language

    var text: String {
        var lines = [
            ".TH WATCHFLOOR 1", heading("NAME", "名称"),
            "watchfloor \\- " + escaped(say("a console for a public-safety command room", "公共安全指挥室控制台")),
        ]
        lines += [heading("COMMANDS", "命令")]
        for command in ManualPage.commands(of: Watchfloor.self) {
            lines += [
                ".SS " + escaped(command.name), ".nf",
                escaped(ArgumentWords.said(Watchfloor.helpMessage(for: command.type), in: language)), ".fi",
            ]
        }
        lines += [heading("ONE-LINE COMMANDS", "单行命令")]
        for entry in GrammarHelp.all {
            lines += [".TP", ".B " + escaped(entry.form(in: language)), escaped(entry.text(in: language))]
        }
        lines += [heading("KEYS", "按键")]
        let help = HelpText(keymap: .builtIn, language: language == .chinese ? .chinese : .english)
        lines += [".nf", escaped(help.plainText), ".fi"]
        lines += [heading("FILES", "文件")]
        for (path, what) in files { lines += [".TP", ".I " + escaped(path), escaped(what)] }
        lines += [heading("EXIT STATUS", "退出状态")]
        lines.append(
            escaped(
                say(
                    "0 ok, 1 failure, 2 usage or configuration, 3 no usable terminal.", "0 正常，1 失败，2 用法或配置错误，3 没有可用终端。")
            ))
        return lines.joined(separator: "\n")
    }

    /// The commands that do something, with the words that call them, in the order of the help.
    private static func commands(of command: any ParsableCommand.Type, after words: [String] = [])
        -> [(name: String, type: any ParsableCommand.Type)]
    {
        guard command.configuration.shouldDisplay else { return [] }
        let parts = command.configuration.subcommands
        guard !parts.isEmpty else { return [(words.joined(separator: " "), command)] }
        return parts.flatMap { commands(of: $0, after: words + [$0._commandName]) }
    }

    private var files: [(String, String)] {
        [
            ("$XDG_CONFIG_HOME/watchfloor/keys.toml", say("keys merged over the built-in ones", "覆盖内置按键的设置")),
            (
                "$XDG_CONFIG_HOME/watchfloor/views.toml",
                say("views of the lists: filter, order, columns; :view save writes it", "列表视图：筛选、排序与列；由 :view save 写入")
            ),
            ("$XDG_CONFIG_HOME/watchfloor/themes/*.toml", say("themes", "主题")),
            (
                "$XDG_CONFIG_HOME/watchfloor/alerts.toml",
                say("how the room deals with alerts: latching, suppression, escalation, shifts", "告警规则：锁存、抑制、升级、班次")
            ),
            ("$XDG_CONFIG_HOME/watchfloor/roster.toml", say("units and beats of the live board", "实况看板的单元与巡区")),
            ("$XDG_CONFIG_HOME/watchfloor/ground.toml", say("what lies under the map", "地图底图")),
            ("$XDG_DATA_HOME/watchfloor/live", say("the live journal", "实况日志")),
            ("$XDG_DATA_HOME/watchfloor/replay", say("journals of replays", "回放日志")),
        ]
    }

    private func heading(_ english: String, _ chinese: String) -> String {
        ".SH " + say(english, chinese)
    }

    /// A text whose lines cannot be taken for requests.
    private func escaped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let safe = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
            return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
        }.joined(separator: "\n")
    }
}
