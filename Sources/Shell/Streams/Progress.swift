import Foundation
import Synchronization

/// A line on standard error that says how far a long piece of work is; nothing when that is not a terminal.
package final class Progress {
    private let total: Int
    private var shown = -1
    private let isShown = isatty(2) == 1

    /// A line for so many parts.
    package init(total: Int) {
        self.total = max(1, total)
    }

    /// Shows how many are done.
    package func show(_ done: Int) {
        let percent = min(100, done * 100 / total)
        guard isShown, percent != shown else { return }
        shown = percent
        writeError("\r\(percent) %")
    }

    /// Takes the line away.
    package func finish() {
        if isShown, shown >= 0 { writeError("\r       \r") }
    }
}

/// A bar on standard error with the time that is left; heard from any thread, nothing when that is not a terminal.
package final class WorkProgress: Sendable {
    private let total: Int
    private let begun = ContinuousClock.now
    private let isShown = isatty(2) == 1
    private let lastShown = Mutex(-1)
    private static let width = 30

    /// A bar for so many parts.
    package init(total: Int) {
        self.total = max(1, total)
    }

    /// Shows how many parts are done. Late news of an earlier state is left out.
    package func show(_ done: Int) {
        guard isShown else { return }
        lastShown.withLock { shown in
            guard done > shown else { return }
            shown = done
            writeError("\r" + line(done))
        }
    }

    private func line(_ done: Int) -> String {
        let filled = done * Self.width / total
        let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: Self.width - filled)
        return "[\(bar)] \(done)/\(total)  \(timeLeft(done))   "
    }

    private func timeLeft(_ done: Int) -> String {
        guard done > 0 else { return "" }
        let spent = begun.duration(to: .now)
        let seconds = spent / .seconds(1) * Double(total - done) / Double(done)
        let whole = Int(seconds.rounded(.up))
        let text = String(format: "%d:%02d", whole / 60, whole % 60)
        return say("\(text) left", "剩余 \(text)")
    }

    /// Takes the bar away.
    package func finish() {
        if isShown { writeError("\r" + String(repeating: " ", count: Self.width + 40) + "\r") }
    }
}
