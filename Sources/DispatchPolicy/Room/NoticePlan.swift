import DispatchModel

/// A program that tells somebody of an alert.
package struct NoticeCommand: Hashable, Sendable {
    /// The program with its arguments.
    package var words: [String]
    /// The supervisor whom it calls; nil for one that makes a sound, which may be left out when too much sounds at once.
    package var supervisor: String?

    /// Creates a command.
    package init(_ words: [String], calling supervisor: String? = nil) {
        self.words = words
        self.supervisor = supervisor
    }
}

/// Decides which programs tell a room of alerts: one that makes a sound, those that call supervisors. Pure: it says what
/// to start and starts nothing.
///
/// The sound is for alerts of high severity that are in sight and meant, and for every call; it comes at most once in the
/// time that the room gives, so that a flood is not a din. A call is made for every step of an escalation.
package struct NoticePlan: Sendable {
    /// How the room is told.
    package var settings: NoticeSettings
    private var soundAt: Timestamp?
    /// What an alert of the console's own says; a feed's has its own text.
    private let own: @Sendable (Alert, Board) -> String

    /// The longest text that is put into an argument, in bytes of UTF-8.
    package static let textLimit = 400

    /// A plan of a room; `own` says in words what an alert of the console's own is about.
    package init(_ settings: NoticeSettings, own: @escaping @Sendable (Alert, Board) -> String) {
        self.settings = settings
        self.own = own
    }

    /// The programs to start, each with its arguments, for events that were newly recorded, on the board with them.
    package mutating func commands(for records: [EventRecord], on board: Board, now: Timestamp) -> [NoticeCommand] {
        var commands: [NoticeCommand] = []
        for record in records {
            let kind = record.body.kind
            if kind == .alertRaised || kind == .alertSeverityRaised || kind == .alertShown {
                guard let alert = record.body.alert.flatMap({ board.alerts[$0] }), alert.severity == .high,
                    alert.active, alert.asksForAnswer, alert.isMeant
                else { continue }
                sound(alert, board, now, &commands)
            }
            if case .alertEscalated(let event) = record.body {
                guard let alert = board.alerts[event.alert] else { continue }
                sound(alert, board, now, &commands)
                let index = Int(clamping: event.level - 1)
                guard settings.supervisors.indices.contains(index) else { continue }
                let supervisor = settings.supervisors[index]
                if !supervisor.command.isEmpty {
                    let words = filled(
                        supervisor.command, alert, board, name: supervisor.name, level: event.level)
                    commands.append(NoticeCommand(words, calling: supervisor.name))
                }
            }
        }
        return commands
    }

    private mutating func sound(
        _ alert: Alert, _ board: Board, _ now: Timestamp, _ commands: inout [NoticeCommand]
    ) {
        if let last = soundAt, now - last < settings.soundEvery, now >= last { return }
        soundAt = now
        if !settings.sound.isEmpty { commands.append(NoticeCommand(filled(settings.sound, alert, board))) }
    }

    /// An argument vector with what the words in braces stand for. What is put in stays inside its argument, holds no
    /// control character and is never looked at for braces again.
    private func filled(
        _ command: [String], _ alert: Alert, _ board: Board, name: String = "", level: Int64 = 0
    ) -> [String] {
        let reported = alert.reported
        let values = [
            "{text}": reported.map { $0.text.isEmpty ? $0.source.id : $0.text } ?? own(alert, board),
            "{severity}": "\(alert.severity)", "{source}": reported?.source.source ?? "watchfloor",
            "{place}": reported?.place.allWords ?? "", "{name}": name, "{level}": "\(level)",
        ]
        return command.enumerated().map { index, argument in index == 0 ? argument : NoticePlan.fill(argument, values) }
    }

    private static func fill(_ argument: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = argument[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}"), let value = values[String(rest[...close])] else {
                result.append(rest.removeFirst())
                continue
            }
            // A text from outside at the front of an argument must not be taken for an option.
            let text = plain(value)
            result += result.isEmpty && text.hasPrefix("-") ? " " + text : text
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// A text of one line without control, format and bidirectional characters, at most `textLimit` bytes.
    private static func plain(_ text: String) -> String {
        var result = ""
        var length = 0
        for scalar in text.unicodeScalars {
            let isPlain: Bool
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                isPlain = false
            default: isPlain = true
            }
            let part: Unicode.Scalar = isPlain ? scalar : " "
            length += UTF8.width(part)
            guard length <= textLimit else { break }
            result.unicodeScalars.append(part)
        }
        return result
    }
}
