import Core
import DispatchModel
import Foundation
import Shell
import Wording

/// Tells a board in sentences on standard output, a line each: no cursor, no box, no colour.
final class LinearStream: RunListener {
    /// Records read at a time.
    static let batch = 1000
    /// Milliseconds between two looks at what another program has recorded.
    private static let interval: Int32 = 250

    private let words: LinearWords
    private let zone: Zone
    private let isJSON: Bool
    private(set) var board: Board
    /// The last record that was read, to know the journal by when its folder is opened anew.
    private var lastRecord: EventRecord?
    private var lastDay = ""
    /// Why nothing more can be told; nil while it can.
    private(set) var failure: (any Error)?

    /// Tells what follows on a board.
    init(_ board: Board, words: Words, json: Bool) {
        self.board = board
        self.words = LinearWords(words)
        zone = words.zone
        isJSON = json
    }

    /// Says how the board stands.
    func tellSummary(at time: Timestamp) {
        guard !isJSON else { return }
        write(words.summary(board, at: time))
        lastDay = day(time)
    }

    /// Warns, in the head line and among the errors, when nobody records the live board that is told.
    func warnUnlessRecorded(_ journal: any EventJournal, wallWords: Words) throws {
        guard board.mode.mode == .live, board.position > 0 else { return }
        let sign = try journalStep { () throws(JournalError) in try journal.writerSign() }
        let now = wallTime()
        let silence = sign?.touched.map { max(.zero, now - $0) } ?? .zero
        let trouble: WriterTrouble
        switch sign?.state {
        case nil, .ended?: trouble = .ended
        case .recording?:
            guard silence > WriterSign.patience else { return }
            trouble = .silent(silence)
        case .failing(let code)?:
            trouble = silence > WriterSign.patience ? .silent(silence) : .failing(wallWords.writerFailure(code))
        }
        let say = LinearWords(wallWords)
        let warning = say.trouble(trouble, since: sign?.touched ?? board.lastEventAt, now: now)
        let line = [warning, say.lastRecord(at: board.lastEventAt, now: now)].joined(separator: " ")
        printError(line)
        if !isJSON { write(line) }
    }

    /// Tells what was recorded; bookkeeping that other events tell better is left out.
    func tell(_ records: [EventRecord]) {
        for record in records {
            if record.position > board.position { board.apply(record) }
            lastRecord = record
            guard !record.body.isRoutine else { continue }
            if isJSON { tellAsJSON(record) } else { tellAsText(record) }
            if failure != nil { return }
        }
    }

    func met(_ news: RunNews) { tell(news.records) }

    private func tellAsText(_ record: EventRecord) {
        let day = day(record.at)
        if day != lastDay { write(words.day(record.at)) }
        lastDay = day
        write(words.sentence(record, on: board))
    }

    private func day(_ time: Timestamp) -> String { Words(.english, zone: zone).date(time) }

    /// A line of JSON; its keys are for scripts and stay as they are.
    private struct Line: Encodable {
        var position: Int64
        var at: Int64
        var urgency: String
        var event: String
        var mode: String
        var sentence: String
    }

    private func tellAsJSON(_ record: EventRecord) {
        let line = Line(
            position: record.position, at: record.at.rawValue,
            urgency: words.urgency(of: record.body, on: board).rawValue, event: "\(record.body.kind)",
            mode: "\(board.mode.mode)", sentence: words.sentence(record, on: board))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(line) else { return }
        write(String(decoding: data, as: UTF8.self))
    }

    private func write(_ line: String) {
        guard failure == nil else { return }
        do { try writeOutput((withoutControls(line) + "\n").utf8) } catch { failure = error }
    }

    // MARK: Following

    /// Tells a journal's records from after a position on, up to its end.
    func tell(_ journal: any EventJournal, after position: JournalPosition, since: Timestamp? = nil) throws {
        var position = position
        while failure == nil {
            let records = try journalStep { () throws(JournalError) in
                try journal.records(after: position, limit: LinearStream.batch)
            }
            guard let last = records.last else { break }
            position = last.position
            tell(since.map { since in records.filter { $0.at >= since } } ?? records)
        }
        if let failure { throw failure }
    }

    /// Goes on telling what another program records, until nobody reads any more. A writer that falls silent is told once, and
    /// so is its return.
    ///
    /// A journal that cannot be read any more is opened anew once one can be read at its place again: the same journal, moved
    /// away and back, goes on where it was; of another one it is told how its board stands.
    func follow(
        _ first: any EventJournal, wallWords: Words, reopen: () throws(JournalError) -> any EventJournal
    ) throws {
        var journal = first
        // By the last record a journal is known again.
        if lastRecord == nil, board.position > 0 {
            lastRecord = try journalStep { () throws(JournalError) in
                try first.records(after: self.board.position - 1, limit: 1)
            }.first
        }
        var watch = WriterWatch()
        var told: WriterTrouble?
        while failure == nil {
            let read: Result<[EventRecord], JournalError> = result { () throws(JournalError) in
                try journal.records(after: self.board.position, limit: LinearStream.batch)
            }
            watch.read(read.map(\.count), at: steadyTime())
            watch.look(result { () throws(JournalError) in try journal.writerSign() }, at: steadyTime()) { sign in
                sign?.touched.map { max(.zero, wallTime() - $0) } ?? .zero
            }
            let records = (try? read.get()) ?? []
            tell(records)
            let found = watch.trouble(at: steadyTime())
            let trouble = found.map { LinearStream.inWords($0, wallWords) }
            if trouble?.sort != told?.sort {
                // Between objects of JSON a sentence would be none.
                if isJSON { printError(text(trouble, wallWords)) } else { write(text(trouble, wallWords)) }
            }
            told = trouble
            // What has happened is told before what lies there now.
            if case .unreadable? = found, let other = takeUp(reopen) {
                journal.close()
                journal = other
            }
            if records.count < LinearStream.batch { poll(nil, 0, LinearStream.interval) }
        }
        if let failure { throw failure }
    }

    /// The journal that lies at the place now, gone on with; nil while there is none that can be read to its end, as while its
    /// files are being copied: then the next look tries again.
    private func takeUp(_ reopen: () throws(JournalError) -> any EventJournal) -> (any EventJournal)? {
        guard case .success(let journal) = result(reopen) else { return nil }
        guard case .success = result({ () throws(JournalError) in try goOn(with: journal) }) else {
            journal.close()
            return nil
        }
        return journal
    }

    /// Goes on with a journal that was opened anew; another one than before is told of, and how its board stands.
    private func goOn(with journal: any EventJournal) throws(JournalError) {
        if let last = lastRecord, try journal.records(after: last.position - 1, limit: 1).first == last { return }
        guard board.position > 0 else { return }
        var (other, position, newest) = (Board(), JournalPosition(0), EventRecord?.none)
        while true {
            let records = try journal.records(after: position, limit: LinearStream.batch)
            guard let last = records.last else { break }
            for record in records { other.apply(record) }
            (position, newest) = (last.position, last)
        }
        (board, lastRecord) = (other, newest)
        if isJSON { printError(words.isAnother) } else { write(words.isAnother) }
        tellSummary(at: board.lastEventAt)
    }

    private func text(_ trouble: WriterTrouble?, _ wallWords: Words) -> String {
        guard let trouble else { return words.isHeardAgain }
        let now = wallTime()
        let since: Timestamp = if case .silent(let span) = trouble { now - span } else { now }
        return LinearWords(wallWords).trouble(trouble, since: since, now: now)
    }

    private func result<Value>(_ step: () throws(JournalError) -> Value) -> Result<Value, JournalError> {
        do throws(JournalError) { return .success(try step()) } catch { return .failure(error) }
    }

    private static func inWords(_ trouble: WriterWatch.Trouble, _ words: Words) -> WriterTrouble {
        switch trouble {
        case .silent(let span): .silent(span)
        case .ended: .ended
        case .failing(let code): .failing(words.writerFailure(code))
        case .unreadable(let error): .unreadable(words.pick(error.message.english, error.message.chinese))
        }
    }
}

extension WriterTrouble {
    /// What kind it is, however long it lasts.
    fileprivate var sort: String {
        switch self {
        case .silent: "silent"
        case .ended: "ended"
        case .failing(let why): "failing \(why)"
        case .unreadable(let why): "unreadable \(why)"
        }
    }
}
