import Core
import Dashboard
import DispatchModel
import Reports
import TerminalKit
import Wording

/// Takes the figures of the scorecard from the journal for a console: a batch a look, and only what is new.
final class ScorecardReading {
    /// The most events read in one look.
    private static let batch = 5000

    private let journal: any EventJournal
    private var accumulator = ScorecardAccumulator()
    private var position: JournalPosition = 0

    init(_ journal: any EventJournal) {
        self.journal = journal
    }

    /// The figures up to what the board holds, in a language; nil when the journal cannot be read.
    func view(_ words: Words, on board: Board, now: Timestamp) -> ScorecardView? {
        guard let records = try? journal.records(after: position, limit: ScorecardReading.batch) else { return nil }
        for record in records { accumulator.apply(record) }
        position = records.last?.position ?? position
        guard records.count < ScorecardReading.batch else {
            let percent = Int(position * 100 / max(1, board.position))
            return ScorecardView(rows: [], notes: [words.readingJournal(min(percent, 99))], isComplete: false)
        }
        return ScorecardView(accumulator.scorecard(at: board.mode.mode == .live ? now : board.lastEventAt), words)
    }
}

extension ScorecardView {
    /// A scorecard in the words of a language.
    fileprivate init(_ card: Scorecard, _ words: Words) {
        let chinese = words.language == .chinese
        let rows = card.lines.map { line in
            Row(
                figure: line.measure.name(chinese: chinese), value: line.measure.text(line.value),
                limit: line.measure.limitText, verdict: Verdict(line.verdict),
                word: line.verdict.name(chinese: chinese))
        }
        let (from, to) = (words.dateAndClock(card.from), words.dateAndClock(card.to))
        let period = words.pick("\(card.alerts) alerts from \(from) to \(to)", "\(from) 至 \(to)，共 \(card.alerts) 条告警")
        self.init(
            rows: rows, notes: [period] + [card.shortfall(chinese: chinese)].compactMap { $0 },
            sourcesTitle: words.pick("Sources with the most alerts", "告警最多的来源"),
            sources: card.worst.map {
                "\(fitted(words.grouped($0.alerts), columns: 7, alignment: .trailing))  \(words.source($0))"
            })
    }
}

extension Words {
    /// A source of alerts in a scorecard: a feed's own name, or what the console's alerts are about.
    func source(_ source: Scorecard.Source) -> String {
        guard let own = source.own else { return source.name }
        let subject = own.callsign ?? own.incident.map(number) ?? ""
        return subject.isEmpty ? kind(own.kind) : pick("\(kind(own.kind)): \(subject)", "\(kind(own.kind))：\(subject)")
    }
}

extension ScorecardView.Verdict {
    fileprivate init(_ verdict: Scorecard.Verdict) {
        self =
            switch verdict {
            case .good: .good
            case .bearable: .bearable
            case .poor: .poor
            case .tooLittle: .tooLittle
            }
    }
}
