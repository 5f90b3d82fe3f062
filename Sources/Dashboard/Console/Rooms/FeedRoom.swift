import TerminalKit
import Wording

/// The feeds of this console.
struct FeedRoom: Room {
    var name: PaneName { .feeds }
    var mode: Mode { .normal }

    func subject(in view: ConsoleView) -> Subject? { view.feedList.selected.map(Subject.feed) }

    func isSelected(_ subject: Subject, in view: ConsoleView) -> Bool {
        if case .feed(let name) = subject { view.feedList.selected == name } else { false }
    }

    func move(_ step: RoomStep, in view: inout ConsoleView, below: Int) { view.feedList.move(step, in: view.feeds) }
    func takeLost(in view: inout ConsoleView) -> Subject? { view.feedList.takeLost().map(Subject.feed) }

    func notes(_ frame: Frame) -> [String] { frame.feedNotes() }

    func count(_ frame: Frame) -> String {
        let feeds = frame.view.feeds
        return feeds.count > 0 ? " \(feeds.fresh(at: frame.presentNow))/\(feeds.count)" : ""
    }

    func isUrgent(_ frame: Frame) -> Bool { frame.view.feeds.fresh(at: frame.presentNow) < frame.view.feeds.count }
    func emptyText(_ frame: Frame) -> String { frame.words.noFeeds(frame.view.feedsPlace) }
    func draw(_ inside: Rect, into frame: inout Frame) { frame.drawFeeds(inside) }
}
