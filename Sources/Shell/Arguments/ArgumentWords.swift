import DispatchModel
import Formats
import Wording

/// What the reader of arguments says of its own, which is English alone, in the language of the person.
package enum ArgumentWords {
    /// A help, a usage line or a fault of the command line in a language.
    package static func said(_ text: String, in language: Language) -> String {
        guard language == .chinese else { return text }
        var page = ArgumentPage()
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { page.takeLine(String(line)) }
        return page.text
    }

    /// What begins a line, and what stands in its place.
    static let openings: [(english: String, chinese: String)] = [
        ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("Help:  ", "说明："),
    ]

    /// The headings of the parts of a help.
    static let headings = ["ARGUMENTS:": "参数：", "OPTIONS:": "选项：", "SUBCOMMANDS:": "子命令："]

    /// What the reader says of its own options.
    static let fixed = ["Show the version.": "显示版本。", "Show help information.": "显示帮助。"]

    /// Places for what is given, by the word that stands in them.
    private static let places = [
        "locale": "语言", "name": "名称", "file": "文件", "dir": "目录", "subcommand": "子命令", "theme": "主题", "time": "时间",
        "seed": "种子", "replications": "次数", "feeds": "文件", "calls.csv": "警情.csv", "[name=]origin": "[名称=]来源",
        "model": "辖区", "format": "格式", "options": "选项", "scenario": "想定", "days": "天数", "x": "倍数", "words": "命令",
        "to": "止", "output": "文件", "number": "编号", "moment": "时刻", "messages": "文件", "log-level": "级别",
        "log-format": "格式", "keys": "按键", "from": "起", "changes": "变更", "by": "分组", "COLSxROWS": "列x行", "hours": "小时",
        "variant": "方案", "units": "单元数", "shares": "占比", "rate": "每小时警情", "percent": "百分比",
    ]

    /// A text with the words in its places, `<name|file>`, in Chinese.
    static func placed(_ text: String) -> String {
        text.replacing(/<([^<>]+)>/) { match in
            let parts = match.output.1.split(separator: "|").map { places[String($0)] ?? String($0) }
            return "<\(parts.joined(separator: "|"))>"
        }
    }

    /// A line that says nothing else than where more stands; nil for any other.
    static func pointer(_ line: String) -> String? {
        if let found = line.wholeMatch(of: /\s*See '(.+) <subcommand>' for detailed help\./) {
            return "  各子命令的说明：\(found.output.1) <子命令>"
        }
        return line.wholeMatch(of: /\s*See '(.+)' for more information\./).map { "  详见 \($0.output.1)" }
    }

    /// What is said behind an option about its values.
    static func values(_ text: String) -> String {
        text.replacing(#/ ?\((values|default): ([^()]*)\)/#) { match in
            let parts = String(match.output.2).split(separator: ";").map { part in
                String(part.drop { $0 == " " }).replacing("default: ", with: "默认：")
            }
            let said = match.output.1 == "values" ? "可选：" : "默认："
            let last = parts.dropFirst().map { "；\($0)" }.joined()
            return "（\(said)\((parts.first ?? "").replacing(", ", with: "、"))\(last)）"
        }
    }
}

extension ArgumentWords {
    /// A fault of the command line; as it is when the reader says something that is not known here.
    static func fault(_ text: String) -> String {
        for (form, said) in faults {
            guard let found = text.wholeMatch(of: form) else { continue }
            return said(found.output.dropFirst().map { placed(String($0.substring ?? "")) })
        }
        return text
    }

    private typealias Form = (Regex<AnyRegexOutput>, ([String]) -> String)

    private static var faults: [Form] {
        [
            form(/Unknown option '(.+)'\. Did you mean '(.+)'\?/) { "未知选项“\($0[0])”；是否为“\($0[1])”？" },
            form(/Unknown option '(.+)'/) { "未知选项“\($0[0])”" },
            form(/Missing value for '(.+)'/) { "“\($0[0])”缺少值" },
            form(/The option '(.+)' does not take any value, but '(.*)' was specified\./) {
                "选项“\($0[0])”不带值，却给出“\($0[1])”"
            },
            form(/Unexpected argument '(.+)'/) { "多余的参数“\($0[0])”" },
            form(/(\d+) unexpected arguments: '(.+)'/) { "\($0[0]) 个多余的参数：\(list($0[1]))" },
            form(/Value to be set with (.+) had already been set with (.+)/) {
                "\(plain($0[0])) 与前面的 \(plain($0[1])) 重复"
            },
            form(/Missing expected argument '(.+)'/) { "缺少参数“\($0[0])”" },
            form(/Missing one of: '(.+)'/) { "须给出其一：\(list($0[0]))" },
            form(/The value '(.*)' is invalid for '(.+)'\. Please provide one of (.+)\./) {
                "“\($0[1])”的值“\($0[0])”无效；可选：\(choices($0[2]))"
            },
            form(/The value '(.*)' is invalid for '(.+)'\. Please provide one of the following:/) {
                "“\($0[1])”的值“\($0[0])”无效；可选："
            },
            form(/The value '(.*)' is invalid for '(.+)'/) { "“\($0[1])”的值“\($0[0])”无效" },
            form(/Invalid option: (.+)/) { "无效选项：\($0[0])" },
            form(/Missing required subcommand\.()/) { _ in "缺少子命令" },
        ]
    }

    private static func form<Output>(_ regex: Regex<Output>, _ said: @escaping ([String]) -> String) -> Form {
        (Regex<AnyRegexOutput>(regex), said)
    }

    /// `a', 'b` as the reader puts names together.
    private static func list(_ text: String) -> String {
        text.split(separator: "', '").map { "“\($0)”" }.joined(separator: "、")
    }

    /// `'a', 'b' or 'c'`.
    private static func choices(_ text: String) -> String {
        text.replacing(" or ", with: ", ").replacing(" and ", with: ", ").split(separator: ", ")
            .map { $0.filter { $0 != "'" } }.joined(separator: "、")
    }

    private static func plain(_ text: String) -> String {
        text.replacing("flag ", with: "").replacing("position ", with: "第 ").filter { $0 != "'" }
    }
}
