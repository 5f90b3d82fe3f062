import DispatchModel
import TerminalKit
import Wording

/// The wording of bindings that get into each other's way; both places are named.
extension KeymapWording {
    static func duplicate(_ keys: [Key], in mode: Mode, firstLine: Int) -> KeymapWording {
        let name = KeyNotation.text(of: keys)
        return KeymapWording(
            what: BilingualText(
                "\(name) is in [\(mode.rawValue)] already, on line \(firstLine)",
                "\(name) 已在 [\(mode.rawValue)] 第 \(firstLine) 行绑定"),
            remedy: BilingualText("The first stands; remove one of them", "以先出现者为准，请删除其一"))
    }

    static func hidesChord(_ keys: [Key], _ other: Binding) -> KeymapWording {
        let name = KeyNotation.text(of: keys)
        let chord = describe(other)
        return KeymapWording(
            what: BilingualText(
                "\(name) would hide the chord \(chord.english)", "\(name) 会遮住组合键序列 \(chord.chinese)"),
            remedy: BilingualText(
                "Choose another key, or first unbind the chords that begin with \(name)",
                "请改用其他按键，或先取消以 \(name) 开头的序列"))
    }

    static func unreachableChord(_ keys: [Key], _ other: Binding) -> KeymapWording {
        let name = KeyNotation.text(of: keys)
        let begin = KeyNotation.text(of: other.keys)
        let place = describe(other)
        return KeymapWording(
            what: BilingualText(
                "the chord \(name) can never be finished: it begins with \(place.english)",
                "组合键序列 \(name) 无法完成：其开头是 \(place.chinese)"),
            remedy: BilingualText("Unbind \(begin) with \"\", or begin with another key", "请用 \"\" 取消 \(begin)，或改用其他开头")
        )
    }

    static func clashesWithAlways(_ keys: [Key], _ other: Binding) -> KeymapWording {
        let name = KeyNotation.text(of: keys)
        let place = describe(other)
        return KeymapWording(
            what: BilingualText(
                "\(name) clashes with a key that is live everywhere: \(place.english)",
                "\(name) 与随处可用的按键冲突：\(place.chinese)"),
            remedy: BilingualText("Choose another key", "请改用其他按键"))
    }

    static func nothingToUnbind(_ keys: [Key], in mode: Mode) -> KeymapWording {
        let name = KeyNotation.text(of: keys)
        return KeymapWording(
            what: BilingualText("\(name) is not bound in [\(mode.rawValue)]", "\(name) 未在 [\(mode.rawValue)] 中绑定"),
            remedy: BilingualText("Remove the line, or name the mode that binds it", "请删除此行，或写明绑定它的模式"))
    }

    static func keyless(_ command: CommandName) -> KeymapWording {
        let name = command.rawValue
        // The trainer's console has no line for commands.
        let remedy =
            TrainerOrder.way(of: command) == nil
            ? BilingualText(
                "It still runs as :\(name); bind it to a key if you need one", "仍可用 :\(name) 执行，需要时请另行绑定")
            : BilingualText("Bind it to another key if you need it", "需要时请另行绑定")
        return KeymapWording(
            what: BilingualText("this leaves \(name) without a key", "此绑定使 \(name) 没有按键"), remedy: remedy)
    }

    static let emergencyKeyless = KeymapWording(
        what: BilingualText(
            "this leaves the officer emergency without a key that is live everywhere", "此绑定使警员紧急求助没有随处可用的按键"),
        remedy: BilingualText(
            "Its keys stay as they were; give it another key under [always] first", "原按键保持不变；请先在 [always] 中为其绑定其他按键"))

    static func emergencyMoved(_ keys: [Key], left: [Key]) -> KeymapWording {
        let (key, other) = (KeyNotation.text(of: keys), KeyNotation.text(of: left))
        return KeymapWording(
            what: BilingualText(
                "\(key) is not the officer emergency any more; \(other) is", "\(key) 不再是警员紧急求助键，现为 \(other)"),
            remedy: BilingualText("Leave \(key) as it was unless everybody here knows", "除非席位人员均已知晓，请保留 \(key)"))
    }

    static func more(_ count: Int) -> KeymapWording {
        KeymapWording(
            what: BilingualText("\(count) further problems are not listed", "另有 \(count) 个问题未列出"),
            remedy: BilingualText("Mend the ones above first", "请先处理以上问题"))
    }

    /// A binding and its place: `e c (create, built-in default)`.
    private static func describe(_ binding: Binding) -> BilingualText {
        let keys = KeyNotation.text(of: binding.keys)
        let place = binding.origin.description
        let name = binding.command.rawValue
        return BilingualText(
            "\(keys) (\(name) in [\(binding.mode.rawValue)], \(place.english))",
            "\(keys)（[\(binding.mode.rawValue)] 的 \(name)，\(place.chinese)）")
    }
}
