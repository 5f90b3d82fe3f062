import Foundation

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
