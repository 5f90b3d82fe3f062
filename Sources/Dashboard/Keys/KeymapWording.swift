import DispatchModel
import Formats
import TerminalKit
import Wording

/// What a problem says and what it advises, in both languages.
struct KeymapWording {
    var what: BilingualText
    var remedy: BilingualText

    static func tooLarge(limit: Int) -> KeymapWording {
        KeymapWording(
            what: BilingualText("the file is larger than \(limit) bytes", "文件超过 \(limit) 字节"),
            remedy: BilingualText("The keys stay as they were; shorten the file", "按键保持不变，请缩短文件"))
    }

    static func syntax(_ what: BilingualText) -> KeymapWording {
        KeymapWording(
            what: what,
            remedy: BilingualText(
                #"Write one [mode] or one "key" = "command" on a line, the key in quotes"#,
                #"每行写一个 [模式] 或一个 "按键" = "命令"，按键须加引号"#))
    }

    static let lineTooLong = BilingualText("the line is too long", "此行过长")
    static let notText = BilingualText("the command is not a text in quotes", "命令不是带引号的文本")
    static let noName = BilingualText("a name or a quoted key is missing here", "此处缺少名称或带引号的按键")
    static let trailing = BilingualText("something is left over here", "行尾有多余内容")
    static let badEscape = BilingualText("this escape means nothing", "转义写法无效")

    static func expected(_ sign: String) -> BilingualText {
        BilingualText("\(sign) is missing here", "此处缺少 \(sign)")
    }

    static func unknownMode(_ name: String) -> KeymapWording {
        let modes = Mode.allCases.map(\.rawValue)
        let known = NameList(modes)
        let meant = Spelling.nearest(to: name.lowercased(), among: modes)
        let what =
            name.isEmpty
            ? BilingualText("a key outside every mode", "按键不属于任何模式")
            : BilingualText("unknown mode \(quoted(name))", "未知模式 \(quoted(name))")
        guard let meant else {
            return KeymapWording(
                what: what, remedy: BilingualText("Put it under one of: \(known.english)", "请放在以下模式之一：\(known.chinese)")
            )
        }
        return KeymapWording(what: what, remedy: BilingualText("You may mean [\(meant)]", "可能是指 [\(meant)]"))
    }

    static func unknownCommand(_ word: String, in mode: Mode) -> KeymapWording {
        let what = BilingualText("unknown command \(quoted(word))", "未知命令 \(quoted(word))")
        guard let meant = Catalogue.suggestion(for: word, in: mode) else {
            let known = NameList(TrainerOrder.words)
            guard mode != .trainer else {
                return KeymapWording(
                    what: what, remedy: BilingualText("Name one of: \(known.english)", "请写以下命令之一：\(known.chinese)"))
            }
            return KeymapWording(
                what: what,
                remedy: BilingualText("`watchfloor keys` lists every command", "`watchfloor keys` 可列出全部命令"))
        }
        return KeymapWording(
            what: what, remedy: BilingualText("You may mean \"\(meant)\"", "可能是指 \"\(meant)\""))
    }

    static func unreadableKey(_ text: String, _ failure: KeyNotation.Failure) -> KeymapWording {
        let what = BilingualText("cannot read the key \(quoted(text))", "无法识别按键 \(quoted(text))")
        let remedy: BilingualText =
            switch failure {
            case .empty: BilingualText("Name a key, such as \"ctrl-t\"", "请写明按键，如 \"ctrl-t\"")
            case .tooLong(let limit):
                BilingualText("A chord has at most \(limit) keys", "组合键序列最多 \(limit) 个按键")
            case .shiftedCharacter:
                BilingualText(
                    "Write the character that Shift gives, such as \"A\" or \"?\"; Ctrl has no Shift",
                    "请直接写 Shift 后的字符，如 \"A\" 或 \"?\"；Ctrl 不区分 Shift")
            case .unknownKey(_, let suggestion?):
                BilingualText("You may mean \"\(suggestion)\"", "可能是指 \"\(suggestion)\"")
            case .unknownKey(_, nil):
                BilingualText(
                    "Write keys like \"a\", \"ctrl-t\", \"shift-tab\", \"f1\" or \"g g\"",
                    "按键写法如 \"a\"、\"ctrl-t\"、\"shift-tab\"、\"f1\" 或 \"g g\"")
            }
        return KeymapWording(what: what, remedy: remedy)
    }

    static func neverArrives(_ key: Key, as other: Key) -> KeymapWording {
        let (name, arrives) = (KeyNotation.text(of: key), KeyNotation.text(of: other))
        return KeymapWording(
            what: BilingualText("a terminal sends \(name) as \(arrives)", "终端会将 \(name) 发送为 \(arrives)"),
            remedy: BilingualText("Choose another key, or bind \(arrives)", "请改用其他按键，或绑定 \(arrives)"))
    }

    static func opensAnswer(_ key: Key) -> KeymapWording {
        let name = KeyNotation.text(of: key)
        return KeymapWording(
            what: BilingualText(
                "\(name) cannot be told from the beginning of a terminal's own answers", "\(name) 与终端自身应答的开头无法区分"),
            remedy: BilingualText("Choose another key", "请改用其他按键"))
    }

    static func takesTyping(_ key: Key, in mode: Mode) -> KeymapWording {
        let name = KeyNotation.text(of: key)
        return KeymapWording(
            what: BilingualText(
                "\(name) in [\(mode.rawValue)] could no longer be typed", "[\(mode.rawValue)] 中的 \(name) 将无法输入"),
            remedy: BilingualText("Choose a key with Ctrl or Alt, or a function key", "请选用带 Ctrl 或 Alt 的按键或功能键"))
    }
}

extension Catalogue {
    /// The name most like a mistyped one, if any is near enough to be meant.
    static func suggestion(for word: String, in mode: Mode = .normal) -> String? {
        Spelling.nearest(to: word.lowercased(), among: mode == .trainer ? TrainerOrder.words : words)
    }
}
