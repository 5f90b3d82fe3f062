import DispatchModel

/// The command line's verbs as help, README and the man page show them.
package struct GrammarHelp: Hashable, Sendable {
    /// The verb.
    package var verb: Verb
    /// How it is written: capitals after the verb stand for something, what is in brackets may be left out, … repeats.
    package var form: String
    /// A line that works.
    package var example: String
    /// What it does, in English.
    package var english: String
    /// What it does, in Chinese.
    package var chinese: String

    init(_ verb: Verb, _ form: String, _ example: String, _ english: String, _ chinese: String) {
        self.verb = verb
        self.form = form
        self.example = example
        self.english = english
        self.chinese = chinese
    }

    /// How it is written, with the words for what has to be put in, in a language.
    package func form(in language: Language) -> String {
        guard language == .chinese else { return form }
        return GrammarHelp.placeholders.reduce(form) { $0.replacing($1.english, with: $1.chinese) }
    }

    private static let placeholders: [(english: String, chinese: String)] = [
        ("DISPOSITION", "处置结果"), ("MEDIATOR", "调解机构"), ("DUE", "期限"), ("INCIDENT", "警情"), ("REASON", "原因"),
        ("STATUS", "状态"), ("REPORT", "报警序号"),
        ("PLACE", "地点"), ("ALERT", "告警号"), ("BEAT", "巡区"), ("TYPE", "类型"), ("TEXT", "文字"), ("UNIT", "单元"),
    ]

    /// What it does, in a language.
    package func text(in language: Language) -> String {
        language == .english ? english : chinese
    }

    /// Every form there is, in the order help shows them: that of the verbs.
    package static let all: [GrammarHelp] = Verb.allCases.flatMap { forms(of: $0) }

    /// The forms of a verb.
    package static func forms(of verb: Verb) -> [GrammarHelp] {
        Catalogue.verbs.filter { $0.verb == verb }.flatMap(\.forms)
    }

    /// What holds for every line, in a language.
    package static func rules(in language: Language) -> [String] {
        let words = Words(language)
        return [
            words.pick(
                "Verbs may be typed in any case; after a verb, dots separate like blanks: D.3A12.4821",
                "动词不分大小写；动词后可用点代替空格：D.3A12.4821"),
            words.pick(". stands for the selected incident or unit", ". 表示当前选中的警情或单元"),
            words.pick("* stands for the response plan's units", "* 表示预案所需警力"),
            words.pick(
                "What could mean several things is asked, never guessed; text in quotes is taken as typed",
                "有歧义时会询问，从不猜测；引号中的文字按原样录入"),
            words.pick(
                "N followed by an incident's number (or .) is a note, otherwise a new incident",
                "N 后接警情编号（或 .）为备注，否则为新建警情"),
        ]
    }
}
