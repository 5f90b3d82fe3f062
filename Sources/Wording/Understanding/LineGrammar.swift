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
            return try order(verb, Reader(line: line, context: context, at: 1, subjectOptional: false), first)
        }
        if !first.quoted, let verb = Verb.named(name), !isAlone || !isConsole {
            return try order(verb, Reader(line: line, context: context, at: 1, subjectOptional: true), first)
        }
        guard isConsole else { throw unknownVerb(first, in: context) }
        // Nothing behind a command is dropped: it takes it, or the line is refused.
        if context.alone.contains(name) {
            try Reader(line: line, context: context, at: 1, subjectOptional: false).finish()
        }
        return .console(name: name, argument: line.text(from: first.columns.upperBound))
    }

    private static func order(_ verb: Verb, _ reader: Reader, _ first: Line.Word) throws(Stop) -> LineResult {
        var reader = reader
        let order = try reader.order(verb, called: first.text.lowercased())
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
