import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

/// A big figure with what belongs to it.
struct WallFigure {
    /// Which figure it is; on some terminals two of them have one mark.
    enum Kind: Hashable {
        case emergency, p1, p1Overdue, p2, alerts, force, lower

        /// The kind of what waits with a priority.
        init(_ priority: Priority) {
            switch priority {
            case .p1: self = .p1
            case .p2: self = .p2
            case .p3, .p4, .p5: self = .lower
            }
        }
    }

    var kind: Kind
    var mark: String
    var title: String
    var shortTitle: String
    var number: Int
    /// How it looks; of the plate where it has one.
    var role: Role
    /// True for what stands on a plate.
    var isPlate = false
    /// What stands in the title's row at the right.
    var change = ""
    /// The last row, which names the next one.
    var next = ""
    /// What stands before the age.
    var label = ""
    /// Age and limit, for where there is little room, and the limit in a row of its own.
    var age = ""
    /// True for an age over its limit.
    var isOver = false
    var limit = ""
    var limitAlone = ""
    /// What it is, where it is.
    var type = ""
    var place = ""
    var beat = ""
    /// True while its marker flashes.
    var flashes = false

    /// True while it asks for something.
    var isUrgent: Bool { number > 0 && role != .textDim || role == .noticeWarning }
}

/// Which figure stands where on a picture.
struct FigureChoice {
    private let frame: WallFrame

    init(_ frame: WallFrame) { self.frame = frame }

    private var figures: WallFigures { frame.figures }
    private var words: WallWords { frame.words }
    private var scene: WallScene { frame.scene }
    private var glyphs: Glyphs { frame.glyphs }

    /// The large figure at the left: an officer in danger, the P1 that wait, or those that somebody was sent to too long ago; while
    /// there is none of them, the force, or what waits in such numbers that the force does not reach. P2 and alerts have places of their own, whatever is urgent.
    var lead: WallFigure {
        if !figures.emergencies.isEmpty { return emergencyFigure }
        if figures.p1.count > 0 { return waitingFigure(.p1, figures.p1) }
        if !figures.p1Overdue.isEmpty { return overdueFigure }
        if figures.isBelowReserve || figures.lower.count <= figures.units.free { return forceFigure }
        return lowerFigure
    }

    /// The figures beside the large one, each where it always stands.
    var beside: [WallFigure] { [waitingFigure(.p2, figures.p2), alertFigure] }

    /// All figures, in the order that they always have.
    var all: [WallFigure] {
        var all: [WallFigure] = []
        if !figures.emergencies.isEmpty { all.append(emergencyFigure) }
        if figures.p1.count > 0 { all.append(waitingFigure(.p1, figures.p1)) }
        if !figures.p1Overdue.isEmpty { all.append(overdueFigure) }
        all += beside
        if figures.isBelowReserve { all.append(forceFigure) }
        all.append(lowerFigure)
        return all
    }

    private func waitingFigure(_ priority: Priority, _ waiting: WallFigures.Waiting) -> WallFigure {
        var figure = WallFigure(
            kind: .init(priority), mark: frame.shape(priority), title: words.waitingTitle(priority),
            shortTitle: words.priority(priority), number: waiting.count,
            role: waiting.count == 0 ? .textDim : frame.role(priority))
        figure.isPlate = priority == .p1
        figure.flashes = priority == .p1 && scene.flashes
        if waiting.change != 0 {
            figure.change = waiting.change > 0 ? "↑ +\(waiting.change)" : "↓ \(waiting.change)"
            if glyphs == .ascii { figure.change = waiting.change > 0 ? "+\(waiting.change)" : "\(waiting.change)" }
        }
        guard let oldest = waiting.worst.first else { return figure }
        (figure.age, figure.label) = (frame.age(oldest), words.oldest)
        figure.isOver = oldest.over(at: scene.now) != nil
        figure.limit = oldest.limit.map(words.limit(of:)) ?? ""
        figure.limitAlone = oldest.limit.map(words.limitAlone) ?? ""
        (figure.type, figure.place, figure.beat) = (
            frame.type(oldest), frame.place(oldest).text, frame.place(oldest).beat
        )
        if waiting.worst.count > 1 { figure.next = next(waiting.worst[1]) }
        // Where one waits, one that somebody was sent to is not forgotten.
        if priority == .p1, figure.next.isEmpty, let late = figures.p1Overdue.first { figure.next = next(late) }
        return figure
    }

    /// P1 that have come to a stand for too long although somebody was sent: no plate, which is that of one that waits.
    private var overdueFigure: WallFigure {
        let late = figures.p1Overdue
        var figure = WallFigure(
            kind: .p1Overdue, mark: glyphs.triangle, title: words.overdueTitle(.p1),
            shortTitle: words.overdueTitleShort(.p1), number: late.count, role: .priorityP1)
        guard let worst = late.first else { return figure }
        (figure.age, figure.type) = (frame.age(worst), frame.type(worst))
        figure.isOver = worst.over(at: scene.now) != nil
        if case .unit(let unit, let status) = worst.cause {
            figure.label = words.lasts(words.callsign(unit, on: scene.board), status)
        }
        figure.limit = worst.limit.map(words.limit(of:)) ?? ""
        figure.limitAlone = worst.limit.map(words.limitAlone) ?? ""
        (figure.place, figure.beat) = frame.place(worst)
        if late.count > 1 { figure.next = next(late[1]) }
        return figure
    }

    private func next(_ item: WallItem) -> String {
        let (place, beat) = frame.place(item)
        return words.next(frame.age(item), "\(frame.type(item)) \(beat.isEmpty ? place : beat)")
    }

    private var emergencyFigure: WallFigure {
        var figure = WallFigure(
            kind: .emergency, mark: glyphs.triangle, title: words.emergency, shortTitle: words.emergencyShort,
            number: figures.emergencies.count, role: .emergency, isPlate: true)
        figure.flashes = scene.flashes
        guard let first = figures.emergencies.first else { return figure }
        let incident = first.incident.flatMap { scene.board.incidents[$0] }
        let units = incident?.openAssignments.map(\.unit).filter { $0 != first.unit } ?? []
        figure.age = words.age(max(.zero, scene.now - first.since))
        figure.label = units.isEmpty ? words.oldestWaiting : words.oldestCall
        figure.limit = units.isEmpty ? words.nobodySent : words.helped(by: units, on: scene.board)
        figure.limitAlone = figure.limit
        figure.type = words.callsign(first.unit, on: scene.board)
        figure.place = incident?.place[words.language] ?? ""
        figure.beat = incident?.beat ?? scene.board.units[first.unit]?.homeBeat ?? ""
        // The P1 that wait stay in sight, and before them a second officer in danger.
        var rest: [String] = []
        if figures.emergencies.count > 1 {
            let second = figures.emergencies[1]
            rest.append(
                words.next(
                    words.age(max(.zero, scene.now - second.since)), words.callsign(second.unit, on: scene.board)))
        }
        if figures.p1.count > 0 {
            let age = figures.p1.worst.first.map { " " + frame.age($0) } ?? ""
            rest.append("\(frame.shape(.p1)) \(words.priority(.p1)) \(words.grouped(figures.p1.count))\(age)")
        }
        figure.next = rest.joined(separator: "  ")
        return figure
    }

    private var alertFigure: WallFigure {
        WallFigure(
            kind: .alerts, mark: glyphs.disc, title: words.alerts, shortTitle: words.alerts,
            number: figures.alerts.count, role: figures.alerts.count == 0 ? .textDim : .alertP2Unanswered,
            age: figures.alerts.oldest.map { words.age(max(.zero, scene.now - $0)) } ?? "")
    }

    private var lowerFigure: WallFigure {
        var figure = waitingFigure(.p3, figures.lower)
        (figure.mark, figure.title, figure.shortTitle) = (glyphs.hollowSquare, words.lowerWaiting, words.lower)
        return figure
    }

    /// The units that are free: dim while something else asks, a warning below the reserve.
    private var forceFigure: WallFigure {
        var figure = WallFigure(
            kind: .force, mark: glyphs.circle, title: words.unitsFree, shortTitle: words.freeShort,
            number: figures.units.free, role: figures.isBelowReserve ? .noticeWarning : .textDim)
        figure.label = figures.units.total > 0 ? words.inAll(figures.units.total) : words.noUnits
        if figures.isBelowReserve {
            figure.limitAlone = words.reserve(figures.reserve)
            figure.limit = figure.limitAlone
        }
        // What has waited longest for its limit is named here while no plate names it.
        if let worst = figures.items.first(where: { !$0.isAttended }) {
            figure.next =
                "\(frame.shape(worst.priority)) \(words.priority(worst.priority)) \(frame.age(worst)) \(frame.type(worst)) \(frame.place(worst).beat)"
        }
        return figure
    }
}
