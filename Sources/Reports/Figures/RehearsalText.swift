import DispatchModel
import DispatchPolicy
import Formats
import Foundation
import Wording

/// What a rehearsal found, for people and for programs.
package struct RehearsalText {
    var rehearsal: AlertRehearsal
    var board: Board
    var words: Words

    /// What a rehearsal on the records of a board found.
    package init(rehearsal: AlertRehearsal, board: Board, words: Words) {
        self.rehearsal = rehearsal
        self.board = board
        self.words = words
    }

    /// One line a rule and one each alert of high severity that it would have hidden.
    package var lines: [String] {
        var lines = [
            words.pick(
                "\(rehearsal.raised) alerts came on in this journal", "该日志中共有 \(rehearsal.raised) 次告警")
        ]
        for result in rehearsal.results {
            let name = Sanitiser.visible(result.rule)
            lines.append(
                words.pick(
                    "rule “\(name)” would have hidden \(result.total): \(result.high) high, \(result.medium) medium, \(result.low) low",
                    "规则“\(name)”会隐藏 \(result.total) 次：高 \(result.high)，中 \(result.medium)，低 \(result.low)"))
            guard result.high > 0 else { continue }
            let meant = result.high - result.highNotMeant
            lines.append(
                "  "
                    + words.pick(
                        "this rule would have hidden these \(meant) P1s:", "该规则会隐藏以下 \(meant) 次 P1 告警："))
            lines += result.named.map { "    " + line($0) }
            if meant > result.named.count {
                lines.append(
                    "    "
                        + words.pick("… and \(meant - result.named.count) more", "……另有 \(meant - result.named.count) 次")
                )
            }
            if result.highNotMeant > 0 {
                lines.append(
                    "  "
                        + words.pick(
                            "and \(result.highNotMeant) P1s of exercises or tests",
                            "另有演习或测试的 P1 \(result.highNotMeant) 次"))
            }
        }
        return lines
    }

    private func line(_ hidden: AlertRehearsal.Hidden) -> String {
        let subject = words.subject(of: hidden.facts, on: board)
        let text = words.alert(hidden.facts, on: board, now: hidden.raised)
        return "\(words.dateAndClock(hidden.raised))  \(Sanitiser.visible(text))  \(Sanitiser.visible(subject))"
    }

    private struct Named: Encodable {
        var alert: UInt32
        var occurrence: Int64
        var raised: Int64
        var source: String
        var id: String
        var text: String
        var place: String
    }

    private struct Rule: Encodable {
        var rule: String
        var hidden: Int
        var high: Int
        var medium: Int
        var low: Int
        var highNotMeant: Int
        var p1s: [Named]
    }

    private struct Report: Encodable {
        var raised: Int
        var rules: [Rule]
    }

    /// The same as JSON (RFC 8259); times are milliseconds since 1970.
    package func json() throws -> String {
        let rules = rehearsal.results.map { result in
            Rule(
                rule: result.rule, hidden: result.total, high: result.high, medium: result.medium, low: result.low,
                highNotMeant: result.highNotMeant,
                p1s: result.named.map { hidden in
                    let reported = hidden.facts.reported
                    return Named(
                        alert: hidden.alert.rawValue, occurrence: hidden.occurrence, raised: hidden.raised.rawValue,
                        source: reported?.source.source ?? "", id: reported?.source.id ?? "",
                        text: reported?.text ?? words.alert(hidden.facts, on: board, now: hidden.raised),
                        place: reported?.place.allWords ?? "")
                })
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(Report(raised: rehearsal.raised, rules: rules)), as: UTF8.self)
    }
}
