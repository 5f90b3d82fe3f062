import TerminalKit
import Wording

/// Reads a file of keys line by line, so that each line stands or falls alone and every problem has its line.
struct KeyFile {
    /// One line that could be read: keys in a mode, and their command or nil to unbind them.
    struct Entry: Hashable {
        var mode: Mode
        var keys: [Key]
        var command: CommandName?
        var line: Int
        var column: Int
    }

    /// The largest file read, in bytes. A keymap that binds every command ten times is smaller.
    static let byteLimit = 65_536

    /// The longest line read, in scalars.
    static let lineLimit = 512

    /// What the lines read belong to.
    private enum Section {
        case none
        case mode(Mode)
        /// A head that was reported; its lines are passed over.
        case refused
    }

    private let file: String
    private var section = Section.none
    private(set) var entries: [Entry] = []
    private(set) var problems: [KeymapProblem] = []

    /// Reads a whole text.
    init(text: String, file: String) {
        self.file = file
        guard text.utf8.count <= Self.byteLimit else {
            report(.tooLarge, 1, 1, KeymapWording.tooLarge(limit: Self.byteLimit))
            return
        }
        var scalars = text.unicodeScalars[...]
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        for (index, line) in scalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            read(line: Array(line.last == "\r" ? line.dropLast() : line), number: index + 1)
        }
    }

    private mutating func read(line: [Unicode.Scalar], number: Int) {
        let column = (line.firstIndex { $0 != " " && $0 != "\t" } ?? 0) + 1
        guard line.count <= Self.lineLimit else {
            return report(.syntax, number, Self.lineLimit + 1, .syntax(KeymapWording.lineTooLong))
        }
        do {
            switch try KeyLine(line) {
            case .blank: break
            case .section(let name): begin(name, number, column)
            case .entry(let key, let text, let textColumn):
                read(key: key, text, number, column, textColumn: textColumn)
            }
        } catch {
            if column <= line.count, line[column - 1] == "[" { section = .refused }
            report(.syntax, number, error.column, .syntax(error.what))
        }
    }

    private mutating func begin(_ name: String, _ line: Int, _ column: Int) {
        if let mode = Mode(rawValue: name) {
            section = .mode(mode)
        } else {
            section = .refused
            report(.unknownMode, line, column, KeymapWording.unknownMode(name))
        }
    }

    private mutating func read(key: String, _ word: String, _ line: Int, _ column: Int, textColumn: Int) {
        guard case .mode(let mode) = section else {
            if case .none = section { report(.unknownMode, line, column, KeymapWording.unknownMode("")) }
            return
        }
        do {
            let keys = try KeyNotation.parse(key)
            let command = Catalogue.command(named: word, in: mode)
            guard command != nil || word.isEmpty else {
                return report(.unknownCommand, line, textColumn, KeymapWording.unknownCommand(word, in: mode))
            }
            entries.append(Entry(mode: mode, keys: keys, command: command, line: line, column: column))
        } catch {
            report(.unreadableKey, line, column, KeymapWording.unreadableKey(key, error))
        }
    }

    private mutating func report(
        _ kind: KeymapProblem.Kind, _ line: Int, _ column: Int, _ wording: KeymapWording
    ) {
        problems.append(
            KeymapProblem(
                kind: kind, file: file, line: line, column: column, what: wording.what, remedy: wording.remedy))
    }
}
