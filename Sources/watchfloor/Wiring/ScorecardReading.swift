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
    private let trouble: JournalTrouble
    private var accumulator = ScorecardAccumulator()
    private var position: JournalPosition = 0

    /// Of a journal; what cannot be read is noted.
    init(_ journal: any EventJournal, trouble: JournalTrouble) {
        (self.journal, self.trouble) = (journal, trouble)
    }

    /// The figures up to what the board holds, in a language; nil when the journal cannot be read.
    func view(_ words: Words, on board: Board, now: Timestamp) -> ScorecardView? {
        let records = trouble.take(.scorecard) { () throws(JournalError) in
            try journal.records(after: position, limit: ScorecardReading.batch)
        }
        guard let records else { return nil }
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
        self.init(
            rows: rows,
            notes: [words.alerts(card.alerts, from: card.from, to: card.to)]
                + [card.shortfall(chinese: chinese)].compactMap { $0 },
            sourcesTitle: words.worstSources,
            sources: card.worst.map {
                "\(fitted(words.grouped($0.alerts), columns: 7, alignment: .trailing))  \($0.text(words))"
            })
    }
}

extension Scorecard.Source {
    /// A source of alerts: a feed's own name, or what the console's alerts are about.
    func text(_ words: Words) -> String {
        guard let own else { return name }
        return words.alertSource(own.kind, of: own.callsign ?? own.incident.map(words.number) ?? "")
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
