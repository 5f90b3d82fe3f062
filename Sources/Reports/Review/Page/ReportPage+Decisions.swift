import DispatchModel
import Drills
import Wording

extension ReportPage {
    /// What the trainee decided, what came of it, and the keys behind it.
    var decisions: PageSection {
        let title = words.pick("Decisions and keystrokes", "决策与按键")
        guard !debriefing.decisions.isEmpty else {
            return PageSection(title, [.paragraph(words.pick("No action was taken.", "没有操作。"))])
        }
        let shown = chosenDecisions
        let table = PageTable(
            columns: [
                words.pick("time", "时间"), words.pick("action", "操作"), words.pick("what it did", "结果"),
                words.pick("keys", "按键"), words.pick("journal", "日志位置"),
            ], numeric: [4], rows: shown.map(row))
        var blocks: [PageBlock] = []
        if debriefing.play.keys.isEmpty {
            blocks.append(.note(words.pick("No keys were recorded in this drill.", "本次演练没有按键记录。")))
        }
        if shown.count < debriefing.decisions.count {
            blocks.append(.note(ReviewWords(words).onlyDecisions(shown.count, of: debriefing.decisions.count)))
        }
        blocks.append(
            .folded(
                words.pick("\(shown.count) decisions", "\(shown.count) 项决策"), [.table(table)]))
        return PageSection(title, blocks)
    }

    /// The most decisions in the table.
    static let decisionLimit = 400

    /// When there are too many, first those about injects, missed deadlines and P1.
    private var chosenDecisions: [Decision] {
        guard debriefing.decisions.count > Self.decisionLimit else { return debriefing.decisions }
        let urgent = debriefing.incidents.filter { $0.priority == .p1 }.map(\.incident)
        let weighty = Set(
            score.injects.compactMap(\.incident) + debriefing.missedDeadlines.compactMap(\.incident) + urgent)
        let ordered = debriefing.decisions.enumerated().sorted { left, right in
            let (first, second) = (
                weighty.isDisjoint(with: left.1.incidents), weighty.isDisjoint(with: right.1.incidents)
            )
            return first == second ? left.0 < right.0 : !first
        }
        let kept = Set(ordered.prefix(Self.decisionLimit).map(\.element.position))
        return debriefing.decisions.filter { kept.contains($0.position) }
    }

    private func row(_ decision: Decision) -> [PageTable.Cell] {
        let more = decision.keysLeftOut > 0 ? ["… \(decision.keysLeftOut)"] : []
        return [
            .text(words.clock(decision.at)), .text(words.action(decision.name)),
            .text(decision.lines.joined(separator: "; ")), .keys(more + decision.keys.map(\.key)),
            .text("\(decision.position)"),
        ]
    }

    /// What the trainer did by hand.
    private var orders: PageBlock? {
        let orders = debriefing.play.interventions
        guard !orders.isEmpty else { return nil }
        return .table(
            PageTable(
                words.pick("By the trainer's hand", "教员操作"),
                columns: [words.pick("time", "时间"), words.pick("order", "指令"), words.pick("particulars", "内容")],
                rows: orders.prefix(Self.decisionLimit).map {
                    [
                        .text(words.clock($0.at)), .text(ReviewWords(words).order($0.verb)),
                        .text(ReviewWords(words).particulars($0)),
                    ]
                }))
    }

    /// What the leader of the exercise told the player.
    private var messages: PageBlock? {
        let told = debriefing.messages
        guard !told.isEmpty else { return nil }
        return .table(
            PageTable(
                words.pick("What the player was told", "学员收到的消息"),
                columns: [words.pick("time", "时间"), words.pick("message", "消息")],
                rows: told.prefix(Self.decisionLimit).map {
                    [
                        .text(words.clock($0.at)),
                        .text(ReviewWords(words).text(BilingualText($0.told.english, $0.told.chinese))),
                    ]
                }))
    }

    /// What the trainer did, and how the report was made.
    var background: PageSection {
        var blocks = [orders, messages].compactMap { $0 }
        blocks.append(
            .list([
                words.pick(
                    "All figures come from the \(debriefing.play.records.count) events of the drill's journal and the scenario's text; anybody can compute them again.",
                    "所有数字均来自演练日志的 \(debriefing.play.records.count) 条事件与情景文本，可重新计算。"),
                words.pick(
                    "p50 and p90: the smallest time that half, or nine in ten, of the incidents do not exceed; an incident that was never reached counts as slower than every time that it had lasted longer than at the end.",
                    "p50、p90：半数或九成警情不超过的最短时间；始终未达到的警情按最慢计。"),
                words.pick(
                    "A missed deadline is an alert that a waiting, status or hold limit had passed. Times are in the scenario's zone, \(debriefing.play.scenario.timeZone).",
                    "超时指待派、状态或搁置期限已过的告警。时间为情景所在时区 \(debriefing.play.scenario.timeZone)。"),
            ]))
        return PageSection(words.pick("How this was made", "说明"), blocks)
    }
}
