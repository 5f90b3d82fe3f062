/// What the console says of themes.
package struct ThemeWords: Sendable {
    private let words: Words

    /// The sentences in the language of these words.
    package init(_ words: Words) { self.words = words }

    private func pick(_ english: String, _ chinese: String) -> String { words.pick(english, chinese) }

    /// What a theme is like, in a few words; nil for one of the user's own.
    package func note(_ name: String) -> String? {
        switch name {
        case "dark": pick("calm, for a dimmed room", "沉静，适合昏暗房间")
        case "light": pick("for daylight", "适合日光")
        case "paper": pick("rice paper, ink and cinnabar", "宣纸、墨与朱砂")
        case "classic": pick("dark, the unit colours of older CAD", "深色，沿用传统接处警配色")
        case "high-contrast": pick("black and white, at least 7 : 1", "黑白分明，不低于 7 : 1")
        case "monochrome": pick("greys; form says everything", "纯灰阶，以形表意")
        case "night-red": pick("red light for eyes in the dark", "红光，保护夜视")
        case "deuteranopia": pick("for red-green blindness: gold and blue", "红绿色盲：金与蓝")
        case "tritanopia": pick("for blue-yellow blindness: red and teal", "蓝黄色盲：红与青")
        case "phosphor": pick("the amber tube of 1983", "1983 年的琥珀屏")
        case "abyss": pick("the deep sea at night", "深海之夜")
        default: nil
        }
    }

    /// The title of the list of themes.
    package var title: String { pick("Themes", "主题") }
    /// A theme of the user's own.
    package var own: String { pick("your own", "自定义") }
    /// A theme that cannot be used as it is.
    package var broken: String { pick("cannot be used", "无法使用") }
    /// What Enter does in the list of themes.
    package var keepHint: String { pick("keep it", "采用") }

    /// A theme was chosen for this run, and how to have it in every run.
    package func kept(_ name: String, file: String) -> String {
        pick(
            "theme \(name) · for every start write theme = \"\(name)\" into \(file)",
            "主题 \(name) · 若要每次启动都用，请在 \(file) 中写 theme = \"\(name)\"")
    }

    /// The old theme is back.
    package func givenBack(_ name: String) -> String { pick("theme \(name) as before", "恢复主题 \(name)") }

    /// The file of the theme in use was saved and is shown.
    package func reread(_ name: String) -> String { pick("theme \(name) read again", "主题 \(name) 已重新读取") }

    /// The file of the theme in use was saved and cannot be used; `fault` names it and the line.
    package func stays(_ name: String, because fault: String) -> String {
        pick("theme \(name) stays as it was: \(fault)", "主题 \(name) 保持原样：\(fault)")
    }
}
