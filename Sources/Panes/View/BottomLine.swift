import TerminalKit

/// A key and what it does here.
public struct KeyHint: Hashable, Sendable {
    /// The key as people write it.
    public var key: String
    /// What it does, in a word or two.
    public var label: String

    /// Creates a hint.
    public init(_ key: String, _ label: String) {
        self.key = key
        self.label = label
    }
}

/// What the bottom line shows.
public enum BottomLine: Sendable {
    /// The keys that help here, the most useful first.
    case hints([KeyHint])
    /// A line being typed.
    case input(InputLine)
    /// Something said once.
    case message(Notice)

    /// True for keys, which nobody has asked for.
    var isHints: Bool { if case .hints = self { true } else { false } }
}

/// A line being typed, with what it would do.
public struct InputLine: Sendable {
    /// What stands before the text: `/`, `:`, or words.
    public var prompt: String
    /// The text and its cursor.
    public var field: TextField
    /// True while the text is a proposal that whatever is typed replaces.
    public var isProposal = false
    /// What Enter would do, in words; shown beside the text.
    public var preview = ""
    /// How the preview is to be taken.
    public var previewKind: NoticeKind = .info
    /// What could be meant, the best first.
    public var completions: [Completion] = []
    /// Which completion is chosen; nil for none.
    public var chosen: Int?
    /// What is wrong with the text; empty when nothing is.
    public var error = ""

    /// A line with a prompt and a field.
    public init(prompt: String, field: TextField = TextField()) {
        self.prompt = prompt
        self.field = field
    }
}

/// Something a line being typed could go on with.
public struct Completion: Hashable, Sendable {
    /// What is inserted.
    public var text: String
    /// What it is, in a few words.
    public var note: String

    /// Creates a completion.
    public init(_ text: String, note: String = "") {
        self.text = text
        self.note = note
    }
}

/// How a message is to be taken.
public enum NoticeKind: UInt8, Sendable {
    /// Worth knowing.
    case info = 1
    /// Done.
    case good
    /// Look at it.
    case warning
    /// Refused or failed.
    case error
}

/// Something said to the person at the console.
public struct Notice: Hashable, Sendable {
    /// How it is to be taken.
    public var kind: NoticeKind
    /// What is said.
    public var text: String

    /// Creates a message.
    public init(_ kind: NoticeKind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}
