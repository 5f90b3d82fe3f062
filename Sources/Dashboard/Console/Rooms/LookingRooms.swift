import TerminalKit
import Wording

/// The newest events.
struct ActivityRoom: Room {
    var name: PaneName { .activity }
    var mode: Mode { .activity }

    func subject(in view: ConsoleView) -> Subject? { view.subjectBeside }
    func meant(in view: ConsoleView) -> Subject? { view.detailSubject }

    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int) {
        let offset =
            switch step {
            case .rows(let distance): view.activityOffset + distance
            case .pages(let pages): view.activityOffset + pages * 10
            case .top: 0
            case .bottom: view.activity.count
            }
        view.activityOffset = max(0, min(offset, view.activity.count - 1))
    }

    func notes(_ frame: Frame) -> [String] {
        let offset = frame.view.activityOffset
        return offset > 0 ? ["\(frame.glyphs.moreAbove) \(frame.words.grouped(offset))"] : []
    }

    func emptyText(_ frame: Frame) -> String { frame.words.nothingHappened }
    func draw(_ inside: Rect, into frame: inout Frame) { frame.drawActivity(inside) }
}

/// The console's own figures. There is nothing to move about in.
struct ScorecardRoom: Room {
    var name: PaneName { .scorecard }
    var mode: Mode { .normal }

    func subject(in view: ConsoleView) -> Subject? { view.subjectBeside }
    func meant(in view: ConsoleView) -> Subject? { view.detailSubject }
    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int) {}
    func emptyText(_ frame: Frame) -> String { frame.words.noFigures }
    func draw(_ inside: Rect, into frame: inout Frame) { frame.drawScorecard(inside) }
}

/// What is selected, with everything known about it.
struct DetailRoom: Room {
    var name: PaneName { .detail }
    var mode: Mode { .detail }

    func subject(in view: ConsoleView) -> Subject? { view.subjectBeside }

    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int) {
        let distance =
            switch step {
            case .rows(let distance): distance
            case .pages(let pages): pages * 10
            case .top: -view.detailOffset
            case .bottom: below
            }
        view.detailOffset = max(0, min(view.detailOffset + distance, view.detailOffset + below))
    }

    func emptyText(_ frame: Frame) -> String { frame.words.nothingInDetail }
    func draw(_ inside: Rect, into frame: inout Frame) { frame.drawDetail(inside) }
}

extension ConsoleView {
    /// What the detail shows beside a pane without things of its own.
    fileprivate var subjectBeside: Subject? { detailSubject ?? incidentList.selected.map(Subject.incident) }
}
