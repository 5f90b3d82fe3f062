import DispatchModel
import DispatchPolicy
import Formats

/// The dispatcher's one-line command language. Pure: a line and a context in, its meaning out.
package enum LineGrammar {
    /// The longest line that is read, in Characters; an operator's line is a tenth of it.
    package static let longestLine = 4096

    /// What a line means. Never guesses: what could mean several things is `.ambiguous`.
    package static func parse(_ line: String, in context: LineContext) -> LineResult {
        guard line.utf8.count <= longestLine * 4, line.count <= longestLine else {
            return .failure(
                LineFailure(
                    columns: longestLine..<longestLine, message: context.pick("the line is too long", "命令过长"),
                    remedy: context.pick(
                        "at most \(longestLine) characters are read", "最多 \(longestLine) 个字符")))
        }
        let parsed = Line(line)
        guard let first = parsed.words.first else { return .empty }
        do throws(Stop) {
            return try meaning(parsed, first, in: context)
        } catch {
            return error.result
        }
    }

    private static func meaning(
        _ line: Line, _ first: Line.Word, in context: LineContext
    ) throws(Stop) -> LineResult {
        let name = first.text.lowercased()
        let isConsole = !first.quoted && context.catalogue.contains(name)
        let isAlone = line.words.count == 1
        // A name that is also a verb's code (`h`, help) is the console's when nothing follows.
        if isConsole, isAlone { return .console(name: name, argument: "") }
        if !first.quoted, let verb = Verb(code: first.text) {
            return try order(verb, Reader(line: line, context: context, at: 1, subjectOptional: false))
        }
        if !first.quoted, let verb = Verb.named(name), !isAlone || !isConsole {
            return try order(verb, Reader(line: line, context: context, at: 1, subjectOptional: true))
        }
        guard isConsole else { throw unknownVerb(first, in: context) }
        // Nothing behind a command is dropped: it takes it, or the line is refused.
        if context.alone.contains(name) {
            try Reader(line: line, context: context, at: 1, subjectOptional: false).finish()
        }
        return .console(name: name, argument: line.text(from: first.columns.upperBound))
    }

    private static func order(_ verb: Verb, _ reader: Reader) throws(Stop) -> LineResult {
        guard let form = Catalogue.verb(of: verb) else { return .empty }
        var reader = reader
        let order = try form.reading(&reader)
        return .commands(order.commands, preview: order.preview(reader.context))
    }

    private static func unknownVerb(_ first: Line.Word, in context: LineContext) -> Stop {
        let typed = first.text.lowercased()
        let near = context.catalogue.first { Spelling.isNear(typed, $0) }
        let (help, complete) = (context.words.keycap(.helpInField), context.words.keycap(.complete))
        let remedy =
            near.map { name in
                context.pick("did you mean “\(name)”? \(help) lists the verbs", "是否指“\(name)”？按 \(help) 查看动词")
            } ?? context.pick("\(help) lists the verbs; \(complete) completes", "按 \(help) 查看动词；可用 \(complete) 补全")
        return .failure(
            LineFailure(
                columns: first.columns,
                message: context.pick("no command is called “\(first.text)”", "没有名为“\(first.text)”的命令"), remedy: remedy)
        )
    }
}

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
        ("STATUS", "状态"), ("REPORT", "报警序号"), ("NUMBER", "号码"), ("NAME", "姓名"), ("FLAT", "户号"), ("WAY", "方式"),
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
