import DispatchModel

/// The journal of another program, as somebody reads it who only watches.
package struct WatchedJournal {
    /// What was appended since a position.
    package var appended: (JournalPosition) throws(JournalError) -> [EventRecord]
    /// What its writer last said about itself; nil where nobody needs to know.
    package var sign: (() throws(JournalError) -> WriterSign?)?

    /// A journal that is read by these.
    package init(
        appended: @escaping (JournalPosition) throws(JournalError) -> [EventRecord] = { _ in [] },
        sign: (() throws(JournalError) -> WriterSign?)? = nil
    ) {
        self.appended = appended
        self.sign = sign
    }

    /// A journal that was opened for watching, read so many records at a time.
    package init(_ journal: any EventJournal, limit: Int = 5000) {
        self.init(
            appended: { position throws(JournalError) in try journal.records(after: position, limit: limit) },
            sign: { () throws(JournalError) in try journal.writerSign() })
    }
}

/// How a journal that another program writes is followed: what is appended, how the writer does, how its board time runs.
struct WriterFollowing {
    private let journal: WatchedJournal
    private(set) var watch = WriterWatch()
    private var lookedAt: Timestamp?

    init(_ journal: WatchedJournal) {
        self.journal = journal
    }

    /// What is wrong with the picture. What cannot be read is told of whoever writes, and silence where its sign is looked at.
    func trouble(at steady: Timestamp) -> WriterWatch.Trouble? {
        guard let trouble = watch.trouble(at: steady) else { return nil }
        if case .unreadable = trouble { return trouble }
        return journal.sign == nil ? nil : trouble
    }

    /// Whether board time stands still on purpose; nil where the writer does not say.
    var isPaused: Bool? {
        guard journal.sign != nil, let sign = watch.sign else { return nil }
        return sign.clock?.isPaused ?? false
    }

    /// What the writer has recorded since; what cannot be read is told of and tried again.
    mutating func read(after position: JournalPosition, at steady: Timestamp) -> [EventRecord] {
        var found: Result<[EventRecord], JournalError>
        do throws(JournalError) {
            found = .success(try journal.appended(position))
        } catch {
            found = .failure(error)
        }
        watch.read(found.map(\.count), at: steady)
        return (try? found.get()) ?? []
    }

    /// Looks at what the writer says about itself, and has the clock run as its board time does.
    mutating func look(at board: Board, _ clock: inout BoardClock, _ time: MachineTime, clockTime: Timestamp) {
        guard let read = journal.sign else { return }
        let steady = time.steady()
        if let lookedAt, steady - lookedAt < WriterWatch.interval { return }
        lookedAt = steady
        let before = watch.sign
        let found: Result<WriterSign?, JournalError>
        do throws(JournalError) {
            found = .success(try read())
        } catch {
            found = .failure(error)
        }
        let isLive = !clock.isAdjustable && board.position > 0
        watch.look(found, at: steady) { sign in
            // Without a sign the last record of a live board says as much.
            let touched = sign == nil ? (isLive ? board.lastEventAt : nil) : sign?.touched
            return touched.map { time.wall() - $0 } ?? .zero
        }
        let said = watch.sign == before ? nil : watch.sign?.clock
        follow(said, &clock, wall: time.wall(), steady, clockTime)
    }

    /// Board time of what is watched runs as its writer says, and stands still while nothing comes from there.
    private func follow(
        _ said: WriterClock?, _ clock: inout BoardClock, wall: Timestamp, _ steady: Timestamp, _ clockTime: Timestamp
    ) {
        guard !watch.isCutOff(at: steady) else { return clock.setPaused(true, wall: clockTime) }
        guard let said else {
            if watch.sign?.clock == nil { clock.setPaused(false, wall: clockTime) }
            return
        }
        let age = min(max(.zero, wall - said.wall), WriterSign.patience)
        let passed = said.isPaused || said.speed == .infinity ? 0 : Double(age.milliseconds) * said.speed
        clock.follow(
            said.board + Span(milliseconds: Int64(passed)), speed: said.speed, isPaused: said.isPaused, wall: clockTime)
    }
}

/// Judges, for a console that only watches, whether its picture is still that of the writer: by whether the writer's sign
/// changes. For how long there had been none when it was first looked at is told by when it was last touched.
package struct WriterWatch {
    /// How often the writer's sign is looked at.
    package static let interval = Span(milliseconds: 200)

    /// What is wrong with the picture.
    package enum Trouble: Hashable {
        /// The writer has given no sign for so long.
        case silent(Span)
        /// The writer has closed the journal.
        case ended
        /// The writer lives but cannot record; the error's code.
        case failing(String)
        /// The journal cannot be read, or is not the one that was opened.
        case unreadable(JournalError)
    }

    /// What the writer said last.
    package private(set) var sign: WriterSign?
    /// When the writer gave its last sign of life, by a time that never steps.
    package private(set) var heard: Timestamp?
    private var lookError: JournalError?
    private var readError: JournalError?

    /// A watch that has not looked yet.
    package init() {}

    /// Takes what a look at the writer's sign gave. `ago` says for how long there had been no sign when that is the first.
    package mutating func look(
        _ found: Result<WriterSign?, JournalError>, at steady: Timestamp, ago: (WriterSign?) -> Span = { _ in .zero }
    ) {
        switch found {
        case .failure(let error): lookError = error
        case .success(let new):
            lookError = nil
            if heard == nil {
                heard = steady - max(.zero, ago(new))
            } else if new != sign {
                heard = steady
            }
            sign = new
        }
    }

    /// Takes what reading on in the journal gave: the number of new records.
    package mutating func read(_ found: Result<Int, JournalError>, at steady: Timestamp) {
        switch found {
        case .failure(let error): readError = error
        case .success(let count):
            readError = nil
            if count > 0 { heard = steady }
        }
    }

    /// True when nothing new comes from the writer: it has ended, is silent, or cannot be read.
    package func isCutOff(at steady: Timestamp) -> Bool {
        switch trouble(at: steady) {
        case .silent, .ended, .unreadable: true
        case .failing, nil: false
        }
    }

    /// What is wrong at a time that never steps; nil while the picture is live.
    package func trouble(at steady: Timestamp) -> Trouble? {
        if let error = lookError ?? readError { return .unreadable(error) }
        guard let heard else { return nil }
        switch sign?.state {
        case .ended: return .ended
        case .failing(let code): return steady - heard > WriterSign.patience ? .silent(steady - heard) : .failing(code)
        case .recording, nil: return steady - heard > WriterSign.patience ? .silent(steady - heard) : nil
        }
    }
}
