import DispatchModel

/// Which injects are due, which have happened and which were answered.
struct InjectScript: Sendable {
    private let injects: [Inject]
    private let start: Timestamp
    /// Injects with a time, the latest first, so that the next is the last.
    private var timed: [Int]
    /// Injects that wait for a condition.
    private var waiting: [Int]
    /// Injects that the trainer fired ahead of their time, with when.
    private var ordered: [(inject: Int, at: Timestamp)] = []
    private var answers: InjectAnswers
    /// When an inject's condition came true by a record, so that it happens then.
    private var ready: [(inject: Int, at: Timestamp)] = []
    /// When the passing of time may make a condition true.
    private var nextCheck: Timestamp?
    /// When each inject happened.
    private(set) var fired: [Timestamp?]
    private(set) var situation: Situation

    init(_ injects: [Inject], start: Timestamp) {
        self.injects = injects
        self.start = start
        situation = Situation(start: start)
        answers = InjectAnswers(injects)
        fired = Array(repeating: nil, count: injects.count)
        func time(_ index: Int) -> Timestamp? {
            if case .at(let span) = injects[index].trigger { return start + span }
            return nil
        }
        timed = injects.indices.filter { time($0) != nil }
        timed.sort { (time($1) ?? start, $1) < (time($0) ?? start, $0) }
        waiting = injects.indices.filter {
            if case .when = injects[$0].trigger { return true }
            return false
        }
        nextCheck = start
    }

    /// The next instant at which an inject may happen.
    var nextDue: Timestamp? {
        let time = timed.last.flatMap(planned)
        let soon = [ordered.map(\.at).min(), ready.map(\.at).min(), time, nextCheck]
        return soon.compactMap { $0 }.min()
    }

    /// When an inject will happen, as far as that is known.
    func planned(_ index: Int) -> Timestamp? {
        if case .at(let span) = injects[index].trigger { return start + span }
        return nil
    }

    /// The injects that happen up to an instant, in order, each with its time. None is given twice.
    mutating func due(at now: Timestamp, board: Board) -> [(inject: Int, at: Timestamp)] {
        check(board, at: now)
        var due = (ordered + ready).filter { $0.at <= now }
        ordered.removeAll { $0.at <= now }
        ready.removeAll { $0.at <= now }
        while let last = timed.last, let at = planned(last), at <= now {
            due.append((last, at))
            timed.removeLast()
        }
        due.sort { ($0.at, $0.inject) < ($1.at, $1.inject) }
        for (inject, at) in due where fired[inject] == nil { fired[inject] = at }
        return due
    }

    /// Makes an inject happen now, whatever it waits for; false when it has happened already.
    mutating func fire(_ index: Int, now: Timestamp) -> Bool {
        guard fired[index] == nil, !ordered.contains(where: { $0.inject == index }) else { return false }
        timed.removeAll { $0 == index }
        waiting.removeAll { $0 == index }
        ready.removeAll { $0.inject == index }
        ordered.append((index, now))
        return true
    }

    /// Takes notice of a record: conditions may have come true, and expected actions been taken.
    mutating func observe(_ record: EventRecord, board: Board) {
        situation.observe(record)
        for (id, isTaken) in answers.observe(record, situation, board: board) {
            situation.answered[id] = isTaken ? record.at : nil
        }
        check(board, at: record.at)
    }

    /// Finds the conditions that hold, and when time alone may make another one hold.
    private mutating func check(_ board: Board, at now: Timestamp) {
        nextCheck = nil
        waiting.removeAll { index in
            guard case .when(let condition, let notBefore) = injects[index].trigger else { return true }
            let earliest = start + notBefore
            if now >= earliest, condition.holds(situation, board: board, now: now) {
                ready.append((index, now))
                return true
            }
            let next = now < earliest ? earliest : condition.nextDue(situation, after: now)
            if let next { nextCheck = min(nextCheck ?? next, next) }
            return false
        }
    }
}
