import TerminalKit

/// A key and what it does here.
package struct KeyHint: Hashable, Sendable {
    /// The key as people write it.
    package var key: String
    /// What it does, in a word or two.
    package var label: String

    /// Creates a hint.
    package init(_ key: String, _ label: String) {
        self.key = key
        self.label = label
    }
}

/// What the bottom line shows.
package enum BottomLine: Sendable {
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
package struct InputLine: Sendable {
    /// What stands before the text: `/`, `:`, or words.
    package var prompt: String
    /// The text and its cursor.
    package var field: TextField
    /// True while the text is a proposal that whatever is typed replaces.
    package var isProposal = false
    /// What Enter would do, in words; shown beside the text.
    package var preview = ""
    /// How the preview is to be taken.
    package var previewKind: NoticeKind = .info
    /// What could be meant, the best first.
    package var completions: [CompletionRow] = []
    /// Which completion is chosen; nil for none.
    package var chosen: Int?
    /// What is wrong with the text; empty when nothing is.
    package var error = ""

    /// A line with a prompt and a field.
    package init(prompt: String, field: TextField = TextField()) {
        self.prompt = prompt
        self.field = field
    }
}

/// Something a line being typed could go on with.
package struct CompletionRow: Hashable, Sendable {
    /// What is inserted.
    package var text: String
    /// What it is, in a few words.
    package var note: String

    /// Creates a completion.
    package init(_ text: String, note: String = "") {
        self.text = text
        self.note = note
    }
}

/// How a message is to be taken.
package enum NoticeKind: UInt8, Sendable {
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
package struct Notice: Hashable, Sendable {
    /// How it is to be taken.
    package var kind: NoticeKind
    /// What is said.
    package var text: String

    /// Creates a message.
    package init(_ kind: NoticeKind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}
