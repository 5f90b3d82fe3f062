import Core
import DispatchModel
import DispatchPolicy
import TerminalKit
import Wording

/// A journal that a wall follows, and what it makes of it: whether it lives, what time it is there, what is counted.
final class WatchedRoom {
    private let run: Run
    private let journal: any EventJournal
    private var settings: WallSettings
    private let time: MachineTime
    private var beats = BeatCount()
    private var flash = FlashWatch()
    private var attainment: AttainmentWatch?
    private var figures = WallFigures()
    private var counted: (position: JournalPosition, now: Timestamp)?
    /// Board time as of the last beat.
    private var clock: Timestamp
    private var trouble: (cause: WriterWatch.Trouble, since: Timestamp, steady: Timestamp)?
    private var step: (by: Span, at: Timestamp)?
    private let began: Timestamp

    init(_ room: WallRoom, settings: WallSettings, time: MachineTime) {
        journal = room.journal
        self.settings = settings
        self.time = time
        began = time.steady()
        let board = room.board
        // A recording or an exercise has a time of its own, which its writer says.
        let isLive = board.position == 0 || board.mode.mode == .live
        let boardClock = isLive ? BoardClock() : BoardClock(start: board.lastEventAt, speed: 1, wall: time.steady())
        run = Run(
            EventCore(board: board, writer: JournalWriter(journal: journal) {}),
            pace: .watching(WatchedJournal(journal)), clock: boardClock, time: time)
        clock = board.lastEventAt
        attainment = settings.profile.map { AttainmentWatch($0, in: WatchedRoom.shift) }
    }

    /// The clocks are judged over the last eight hours: a shift.
    static let shift = Span.hours(8)
    /// The clock goes on while a beat of so lately was read.
    static let beatLife = Span.seconds(2)
    /// From when on a silent writer's picture is old.
    static let death = Span.seconds(5)
    /// How long a step of the machine's clock is told of.
    static let stepTold = Span.minutes(10)
    /// How often the picture is moved by a cell.
    static let shiftEvery = Span.minutes(10)

    var board: Board { run.core.shown }

    /// True when the journal cannot be read or is not the one that was opened: it is to be opened anew.
    var isLost: Bool {
        if case .unreadable = run.writerTrouble { return true }
        return false
    }

    func close() { journal.close() }

    // MARK: Turns

    /// Follows the journal, and counts what it holds.
    func turn() {
        run.turn(self)
        let steady = time.steady()
        noteTrouble(steady)
        if let sign = run.writerSign { beats.note(sign.beat) }
        let isHeard = run.writerHeard.map { steady - $0 <= WatchedRoom.beatLife } ?? false
        if isHeard, life(at: steady).isLive { clock = run.now }
        count()
        flash.look(figures, now: clock, steady: steady)
    }

    private func count() {
        let position = board.position
        if let counted, counted.position == position, counted.now.rawValue / 1000 == clock.rawValue / 1000 { return }
        counted = (position, clock)
        let kept = attainment?.attainment(on: board, now: clock) ?? []
        settings.rules.follow(board)
        figures = WallFigures(board, rules: settings.rules, attainment: kept, now: clock)
    }

    /// Remembers since when something has been wrong.
    private func noteTrouble(_ steady: Timestamp) {
        guard let now = run.writerTrouble else {
            trouble = nil
            return
        }
        guard trouble == nil else {
            trouble?.cause = now
            return
        }
        let heard = run.writerHeard ?? steady
        trouble = (now, time.wall() - (steady - heard), min(heard, steady))
    }

    /// Whether the picture is that of now.
    func life(at steady: Timestamp) -> WallLife {
        guard let trouble else { return .live }
        func dead(_ cause: WallDeath.Cause) -> WallLife {
            .dead(WallDeath(cause, since: trouble.since, ago: steady - trouble.steady))
        }
        switch trouble.cause {
        case .silent(let span): return span < WatchedRoom.death ? .late(span) : dead(.writerSilent)
        case .ended: return dead(.writerEnded)
        case .failing(let code): return dead(.disk(settings.words.writerFailure(code)))
        case .unreadable(let error): return dead(.store(storeTrouble(error)))
        }
    }

    /// What has become of the journal, short enough for a plate.
    private func storeTrouble(_ error: JournalError) -> String {
        let words = WallTroubleWords(WallWords(settings.words))
        guard case .filesLost(let loss) = error.kind else { return words.store(error.message[settings.words.language]) }
        return switch loss {
        case .moved: words.filesMoved
        case .removed: words.filesRemoved
        case .replaced: words.filesReplaced
        case .cut: words.filesCut
        case .overwritten: words.filesOverwritten
        }
    }

    // MARK: What is drawn

    /// The picture of now.
    func scene() -> WallScene {
        let steady = time.steady()
        var scene = WallScene(board: board, figures: figures, now: clock)
        scene.life = life(at: steady)
        scene.feeds = run.writerSign?.feeds ?? []
        if scene.life.isLive, !scene.feeds.isEmpty, !scene.feeds.contains(where: \.isFresh) {
            let silence = scene.feeds.map(\.silence).min() ?? .zero
            scene.life = .dead(WallDeath(.feeds, since: time.wall() - silence, ago: silence))
        }
        scene.beats = beats.steps
        scene.isPaused = board.mode.mode != .live && run.standsStill && scene.life.isLive
        settings.lay(on: &scene)
        scene.clockStep = step.flatMap { steady - $0.at < WatchedRoom.stepTold ? $0.by : nil }
        scene.page = page(steady, scene)
        scene.blinkOn = steady.rawValue / 250 % 2 == 0
        scene.flashes = flash.isOn(at: steady)
        scene.shift = Int((steady - began).milliseconds / WatchedRoom.shiftEvery.milliseconds % 4)
        return scene
    }

    /// The page of the lower half. The first stays while a P1 waits, an officer is in danger or anything is old.
    private func page(_ steady: Timestamp, _ scene: WallScene) -> (page: WallPage, number: Int, count: Int) {
        let pages = settings.pages(of: scene)
        let isHeld = scene.mood == .alarm || !scene.life.isLive || scene.feeds.contains { !$0.isFresh }
        let turned = Int((steady - began).milliseconds / WallPage.stay.milliseconds)
        let index = isHeld ? 0 : turned % pages.count
        return (pages[index], index + 1, pages.count)
    }
}

extension WatchedRoom: RunListener {
    /// Takes notice of what the writer has recorded, and of a step of the machine's clock.
    func met(_ news: RunNews) {
        if let step = news.clockStep { self.step = (step, time.steady()) }
        guard !news.records.isEmpty else { return }
        var (incidents, units) = (Set<IncidentID>(), Set<UnitID>())
        for record in news.records {
            let subjects = record.body.subjects
            incidents.formUnion([subjects.incidents.first, subjects.incidents.second].compactMap { $0 })
            if let unit = subjects.unit { units.insert(unit) }
        }
        attainment?.note(incidents, units: units, everything: false, board: board)
    }
}

/// Counts the beats that were read.
private struct BeatCount {
    private(set) var steps = 0
    private var last: Int64?

    mutating func note(_ beat: Int64) {
        if let last, last != beat { steps = (steps + 1) % 4 }
        last = beat
    }
}

/// What flashes: the marker of what came within the last minute, and no longer.
struct FlashWatch {
    /// How long a marker flashes.
    static let length = Span.minutes(1)

    private enum Subject: Hashable {
        case incident(IncidentID)
        case unit(UnitID)
    }

    private var seen: Set<Subject> = []
    private var until: Timestamp?
    private var isFirst = true

    /// Looks for what is new. What was there before the wall came does not flash, unless it is fresh.
    mutating func look(_ figures: WallFigures, now: Timestamp, steady: Timestamp) {
        var there: Set<Subject> = []
        var fresh = false
        for item in figures.p1.worst {
            there.insert(.incident(item.incident))
            fresh = fresh || item.age(at: now) < FlashWatch.length
        }
        for call in figures.emergencies {
            there.insert(.unit(call.unit))
            fresh = fresh || now - call.since < FlashWatch.length
        }
        if !there.isSubset(of: seen), !isFirst || fresh { until = steady + FlashWatch.length }
        if there.isEmpty { until = nil }
        seen = there
        isFirst = false
    }

    /// True while something flashes.
    func isOn(at steady: Timestamp) -> Bool { until.map { steady < $0 } ?? false }
}
