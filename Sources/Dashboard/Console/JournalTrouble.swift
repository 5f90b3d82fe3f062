import Core
import Formats
import Wording

/// What a console could not read from its journal, until it is told: what is missing from the screen looks like what is not
/// there.
package final class JournalTrouble {
    /// What is read from a journal beside what stands on the board.
    package enum Part: Hashable, Sendable {
        /// The events of a timeline, and the newest of all.
        case events
        /// The figures that somebody asked for.
        case figures
        /// The console's own figures.
        case scorecard
        /// What is asked for, hour by hour.
        case demand
    }

    private var failing: Set<Part> = []
    private var waiting: JournalError?

    /// None.
    package init() {}

    /// What was read of a part; nil when it cannot be, which is noted. A part that is read again and again is told once until
    /// it can be read again; figures whenever they were asked for.
    package func take<Value>(_ part: Part, _ read: () throws(JournalError) -> Value) -> Value? {
        do throws(JournalError) {
            let value = try read()
            failing.remove(part)
            return value
        } catch {
            if failing.insert(part).inserted || part == .figures { waiting = error }
            return nil
        }
    }

    /// What is still to be told, once.
    package func takeWarning(_ words: Words) -> String? {
        defer { waiting = nil }
        return waiting.map { words.notShown(because: Sanitiser.visible($0.message[words.language])) }
    }
}
