import Core
import DispatchModel
import Feeds
import Foundation
import Synchronization

@testable import FeedTransports

/// A console that takes what a feed offers, tells what became of it, and lets a test wait for so much of it.
final class Catcher: ObservationInlet {
    /// How a test has it deal with a batch that it takes.
    enum Answer: Sendable {
        /// At once, by the id of each observation.
        case atOnce(@Sendable (String) -> Settlement)
        /// Not before `answer` is called.
        case later
    }

    typealias Told = @Sendable ([Settlement]) -> Void

    private struct State {
        var ids: [String] = []
        var letters: [DeadLetter] = []
        var keepsLetters = true
        /// Alerts of the program's own, by their sources.
        var own: [String] = []
        var waiting: [(ids: [String], told: Told)] = []
        var room = Int.max
        /// Ids that get to the disk before the machine stops.
        var life = Int.max
        var answer = Answer.atOnce { _ in .recorded }
    }
    private let state = Mutex(State())
    private let came = DispatchSemaphore(value: 0)

    var around: IntakeSurroundings {
        IntakeSurroundings(
            inlet: self,
            bury: { [self] letters in
                let isKept = state.withLock { state in
                    if state.keepsLetters { state.letters += letters }
                    return state.keepsLetters
                }
                came.signal()
                return isKept
            }, now: { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) })
    }

    func offer(_ all: [Observation], settled told: Told?) -> Bool {
        // What the program says of its own is taken down apart, and recorded at once.
        let isOwn = all.map { $0.ownAlert != nil }
        let ids = zip(all, isOwn).filter { !$0.1 }.map { $0.0.source?.id ?? "-" }
        @Sendable func whole(_ outcomes: [Settlement]) -> [Settlement] {
            var rest = outcomes[...]
            return isOwn.map { $0 ? .recorded : rest.removeFirst() }
        }
        let (isTaken, outcomes) = state.withLock { state -> (Bool, [Settlement]?) in
            guard state.room >= ids.count else { return (false, nil) }
            state.own += all.compactMap(\.ownAlert)
            state.room -= ids.count
            state.ids += ids.prefix(state.life)
            state.life -= min(state.life, ids.count)
            if ids.isEmpty { return (true, []) }
            switch state.answer {
            case _ where state.life == 0: return (true, nil)
            case .atOnce(let outcome): return (true, ids.map(outcome))
            case .later:
                if let told { state.waiting.append((ids, { told(whole($0)) })) }
                return (true, nil)
            }
        }
        if let outcomes { told?(whole(outcomes)) }
        came.signal()
        return isTaken
    }

    /// What was taken, in order.
    var ids: [String] { state.withLock { $0.ids } }
    var letters: [DeadLetter] { state.withLock { $0.letters } }
    /// The alerts that the feed itself raised or ended, such as `+watchfloor.refusals/cad`.
    var own: [String] { state.withLock { $0.own } }
    /// Whether letters can be kept from here on.
    func keepsLetters(_ keeps: Bool) { state.withLock { $0.keepsLetters = keeps } }
    /// The batches that were taken and not answered.
    var waiting: [[String]] { state.withLock { $0.waiting.map(\.ids) } }

    /// How many more are taken before it is full.
    func makeRoom(_ count: Int) { state.withLock { $0.room = count } }

    /// The machine stops after so many more: what comes later is taken, but never recorded or answered.
    func dies(after count: Int) { state.withLock { $0.life = count } }

    /// How batches are answered from here on.
    func answers(_ answer: Answer) { state.withLock { $0.answer = answer } }

    /// Answers the batch that has waited longest.
    func answer(_ outcome: (String) -> Settlement) {
        let first = state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
        if let first { first.told(first.ids.map(outcome)) }
    }

    /// Waits until something is so; looks whenever something has come. False when it never becomes so.
    func wait(_ isSo: () -> Bool) -> Bool {
        let end = DispatchTime.now() + .seconds(60)
        while !isSo() {
            guard came.wait(timeout: min(end, .now() + .milliseconds(20))) == .success || DispatchTime.now() < end
            else { return isSo() }
        }
        return true
    }
}

extension Observation {
    /// An alert of the program's own, `+` while it is on; nil for what a sender said.
    fileprivate var ownAlert: String? {
        guard case .alert(let alert) = content, alert.reported.source.source.hasPrefix(ReportedAlert.ownPrefix) else {
            return nil
        }
        return (alert.isActive ? "+" : "-") + alert.reported.source.source + "/" + alert.reported.source.id
    }
}
