import DispatchModel

/// Judges, for a console that only watches, whether its picture is still that of the writer: by whether the writer's sign
/// changes. For how long there had been none when it was first looked at is told by when it was last touched.
package struct WriterWatch {
    /// How often the writer's sign is looked at.
    package static let interval = Span(milliseconds: 200)

    /// What is wrong with the picture.
    package enum Trouble: Hashable {
        /// The writer has given no sign for so long.
        case silent(Span)
        /// The writer has closed the journal.
        case ended
        /// The writer lives but cannot record; the error's code.
        case failing(String)
        /// The journal cannot be read, or is not the one that was opened.
        case unreadable(JournalError)
    }

    /// What the writer said last.
    package private(set) var sign: WriterSign?
    /// When the writer gave its last sign of life, by a time that never steps.
    package private(set) var heard: Timestamp?
    private var lookError: JournalError?
    private var readError: JournalError?

    /// A watch that has not looked yet.
    package init() {}

    /// Takes what a look at the writer's sign gave. `ago` says for how long there had been no sign when that is the first.
    package mutating func look(
        _ found: Result<WriterSign?, JournalError>, at steady: Timestamp, ago: (WriterSign?) -> Span = { _ in .zero }
    ) {
        switch found {
        case .failure(let error): lookError = error
        case .success(let new):
            lookError = nil
            if heard == nil {
                heard = steady - max(.zero, ago(new))
            } else if new != sign {
                heard = steady
            }
            sign = new
        }
    }

    /// Takes what reading on in the journal gave: the number of new records.
    package mutating func read(_ found: Result<Int, JournalError>, at steady: Timestamp) {
        switch found {
        case .failure(let error): readError = error
        case .success(let count):
            readError = nil
            if count > 0 { heard = steady }
        }
    }

    /// True when nothing new comes from the writer: it has ended, is silent, or cannot be read.
    package func isCutOff(at steady: Timestamp) -> Bool {
        switch trouble(at: steady) {
        case .silent, .ended, .unreadable: true
        case .failing, nil: false
        }
    }

    /// What is wrong at a time that never steps; nil while the picture is live.
    package func trouble(at steady: Timestamp) -> Trouble? {
        if let error = lookError ?? readError { return .unreadable(error) }
        guard let heard else { return nil }
        switch sign?.state {
        case .ended: return .ended
        case .failing(let code): return steady - heard > WriterSign.patience ? .silent(steady - heard) : .failing(code)
        case .recording, nil: return steady - heard > WriterSign.patience ? .silent(steady - heard) : nil
        }
    }
}
