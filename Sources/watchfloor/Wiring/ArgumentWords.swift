import DispatchModel
import Foundation
import Shell

/// What the reader of arguments refuses, in the language of the command line: it speaks English alone.
enum ArgumentWords {
    /// The refusals there are, with what stands in them.
    private static let refusals: [(pattern: String, chinese: String)] = [
        (#"Missing expected argument '(.*)'"#, "缺少参数 $1"),
        (#"Missing value for '(.*)'"#, "选项 $1 缺少值"),
        (#"Unknown option '(.*)'"#, "没有选项 $1"),
        (#"Unexpected argument '(.*)'"#, "多余的参数 $1"),
        (#"(\d+) unexpected arguments: (.*)"#, "多余的参数共 $1 个：$2"),
        (#"The value '(.*)' is invalid for '(.*)'"#, "$2 的值“$1”无效"),
        (#"  See '(.*)' for more information\."#, "  详见 $1"),
        (#"Usage: (.*)"#, "用法：$1"),
        (#"Help:  (.*)"#, "说明：$1"),
    ]

    /// A refusal as it is said. What no pattern knows stays as it is.
    static func said(_ text: String, in language: Language) -> String {
        guard language == .chinese else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line($0) }.joined(separator: "\n")
    }

    private static func line(_ line: Substring) -> String {
        let (mark, rest) = line.hasPrefix("Error: ") ? ("Error: ", line.dropFirst("Error: ".count)) : ("", line)
        for (pattern, chinese) in refusals {
            let text = String(rest)
            guard let expression = try? NSRegularExpression(pattern: "^\(pattern)") else { continue }
            let whole = NSRange(text.startIndex..., in: text)
            guard expression.firstMatch(in: text, range: whole) != nil else { continue }
            return mark + expression.stringByReplacingMatches(in: text, range: whole, withTemplate: chinese)
        }
        return String(line)
    }
}
