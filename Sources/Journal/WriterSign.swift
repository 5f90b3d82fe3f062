/// How whoever writes a journal does.
public enum WriterState: Hashable, Sendable {
    /// What is decided is recorded.
    case recording
    /// Nothing can be recorded; the error's `code`.
    case failing(String)
    /// It has closed the journal.
    case ended

    /// A stable name, for the file that says it.
    public var code: String {
        switch self {
        case .recording: "recording"
        case .failing(let code): code
        case .ended: "ended"
        }
    }

    /// The state of that name.
    public init(code: String) {
        switch code {
        case "recording": self = .recording
        case "ended": self = .ended
        default: self = .failing(code)
        }
    }
}

/// What a writer last said about itself. Only a change says that it lives: the numbers mean nothing to anybody else.
public struct WriterSign: Hashable, Sendable {
    /// Goes up with every beat.
    public var beat: Int64
    /// When the sign was last touched, by the clock of the disk.
    public var changed: Int64
    /// How it does.
    public var state: WriterState

    /// Creates a sign.
    public init(beat: Int64, changed: Int64 = 0, state: WriterState = .recording) {
        self.beat = beat
        self.changed = changed
        self.state = state
    }
}
