import Formats
import Testing

@testable import Shell

@Suite("What the reader of arguments says, in Chinese")
struct ArgumentWordsTests {
    private func said(_ text: String) -> String { ArgumentWords.said(text, in: .chinese) }

    @Test(
        "Faults of the command line",
        arguments: [
            ("Unknown option '--foo'", "未知选项“--foo”"),
            ("Unknown option '--foo'. Did you mean '--feed'?", "未知选项“--foo”；是否为“--feed”？"),
            ("Missing value for '--speed <x|max>'", "“--speed <倍数|max>”缺少值"),
            ("Unexpected argument 'nonsense'", "多余的参数“nonsense”"),
            ("2 unexpected arguments: 'b', 'c'", "2 个多余的参数：“b”、“c”"),
            ("Missing expected argument '<name>'", "缺少参数“<名称>”"),
            ("Missing one of: '--a', '--b'", "须给出其一：“--a”、“--b”"),
            (
                "The value 'zzz' is invalid for '--by <by>'. Please provide one of 'priority', 'type' or 'beat'.",
                "“--by <分组>”的值“zzz”无效；可选：priority、type、beat"
            ),
            ("The value 'x' is invalid for '--seed <seed>'", "“--seed <种子>”的值“x”无效"),
            ("Value to be set with flag '--wall' had already been set with flag '--watch'", "--wall 与前面的 --watch 重复"),
            ("The option '--json' does not take any value, but 'x' was specified.", "选项“--json”不带值，却给出“x”"),
            ("Something that nobody knew of", "Something that nobody knew of"),
        ])
    func faults(english: String, chinese: String) {
        #expect(said("Error: \(english)") == "Error: \(chinese)")
        #expect(ArgumentWords.said("Error: \(english)", in: .english) == "Error: \(english)")
    }

    @Test("A help has its headings, places and values in Chinese, and its texts begin in one column")
    func help() {
        let page = said(
            """
            OVERVIEW: 写出虚构样例。

            USAGE: watchfloor sample [--seed <seed>] [--output <file>]

            OPTIONS:
              --seed <seed>           随机种子。 (default: 2026)
              --log-level <log-level> 最低级别。 (values: error, info;
                                      default: info)
              --output-of-a-long-name <file>
                                      输出文件。
              --version               Show the version.

            SUBCOMMANDS:
              console (default)       打开控制台。

              See 'watchfloor help <subcommand>' for detailed help.
            """)
        #expect(
            page == """
                概述：写出虚构样例。

                用法：watchfloor sample [--seed <种子>] [--output <文件>]

                选项：
                  --seed <种子>           随机种子。（默认：2026）
                  --log-level <级别>      最低级别。（可选：error、info；默认：info）
                  --output-of-a-long-name <文件>
                                          输出文件。
                  --version               显示版本。

                子命令：
                  console（默认）         打开控制台。

                  各子命令的说明：watchfloor help <子命令>
                """)
    }

    @Test("What an error points at is in Chinese")
    func pointers() {
        #expect(
            said(
                "Error: Missing value for '--a'\nHelp:  --a <x>  速度。\nUsage: w [<options>]\n  See 'w --help' for more information."
            )
                == "Error: “--a”缺少值\n说明：--a <倍数>  速度。\n用法：w [<选项>]\n  详见 w --help")
    }

    @Test("Long texts break by columns, never inside a Latin word and never before a stop", arguments: 4...30)
    func breaking(columns: Int) {
        let text = "可由内置映射改写：watchfloor mapping show，再用 --mapping 指定，（括号）也是如此。"
        let lines = ArgumentPage.broken(text, columns: columns)
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        for line in lines { #expect(!"，。）".contains(line.first ?? " ") || columns < 6, "\(line)") }
        if columns > 12 { #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= columns }) }
        if columns > 12 { #expect(lines.contains { $0.contains("watchfloor") }) }
    }
}
