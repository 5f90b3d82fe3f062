import Foundation
import Shell
import Synchronization

/// Notes the signals that ask a program without a screen to stop or to read its settings again.
final class RunSignals: Sendable {
    private final class Flags: Sendable {
        let stop = Atomic<Int32>(0)
        let reloads = Atomic(false)
    }

    private let flags: Flags
    /// Held so that the sources live; never used after they were made.
    private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

    /// Catches the signals from now on. To hang up means to read again, as for every program without a terminal; for one
    /// that writes to a terminal it means that this has gone. `wake` is called when one came.
    convenience init(hasTerminal: Bool = isatty(STDERR_FILENO) == 1, wake: @escaping @Sendable () -> Void = {}) {
        self.init(
            stopping: hasTerminal ? [SIGINT, SIGTERM, SIGHUP] : [SIGINT, SIGTERM],
            reloading: hasTerminal ? [SIGUSR1] : [SIGUSR1, SIGHUP], wake: wake)
    }

    /// Those of a program that plays to an end and has nothing to read again: each of them asks it to stop. A hang-up that
    /// is ignored, as under nohup, stays so.
    static func ofPlayer() -> RunSignals {
        var before = sigaction()
        sigaction(SIGHUP, nil, &before)
        let isKept = unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) == 1
        return RunSignals(stopping: [SIGINT, SIGTERM] + (isKept ? [] : [SIGHUP]), reloading: [], wake: {})
    }

    private init(stopping: [Int32], reloading: [Int32], wake: @escaping @Sendable () -> Void) {
        let flags = Flags()
        self.flags = flags
        sources = (stopping + reloading).map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if stopping.contains(number) {
                    flags.stop.store(number, ordering: .releasing)
                } else {
                    flags.reloads.store(true, ordering: .releasing)
                }
                wake()
            }
            source.resume()
            return source
        }
    }

    /// The one that asked to stop; nil for none.
    var stop: Int32? {
        let number = flags.stop.load(ordering: .acquiring)
        return number == 0 ? nil : number
    }
    /// True once one came that asks to stop.
    var isStopping: Bool { stop != nil }
    /// True when one came that asks to read the settings again, once.
    func takeReload() -> Bool { flags.reloads.exchange(false, ordering: .acquiringAndReleasing) }
}

extension Failure {
    /// The end of a program by a signal before its work was done, with everything recorded; what goes on with it.
    init(endedBy signal: Int32, remedy: String) {
        self.init(
            .failure, say("ended by signal \(signal); everything is recorded", "因信号 \(signal) 结束，一切均已记录"),
            remedy: remedy)
    }
}
