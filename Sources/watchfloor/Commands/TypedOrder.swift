import DrillRoom
import Formats
import Shell

/// What was typed behind `drill control`: a drill, a command and its own words. Words that nobody understands are refused
/// before anything is done.
struct TypedOrder {
    /// The drill that was named; nil for the only one that runs.
    private(set) var drill: DrillName?
    /// The command; nil for the instructor console.
    private(set) var verb: ControlRequest.Verb?
    /// The command's own words.
    private(set) var rest: [String]

    /// Reads the words; `isThere` says whether there is a drill of a name.
    init(_ words: [String], isThere: (DrillName) -> Bool) throws {
        var left = words[...]
        if let first = left.first, ControlRequest.Verb(rawValue: first) == nil {
            let leadsACommand = left.dropFirst().first.flatMap(ControlRequest.Verb.init) != nil
            guard let name = DrillName(first), leadsACommand || isThere(name) else { throw Self.unknown(first) }
            drill = name
            left = left.dropFirst()
        }
        guard let typed = left.first else {
            rest = []
            return
        }
        guard let known = ControlRequest.Verb(rawValue: typed) else { throw Self.unknown(typed) }
        verb = known
        rest = Array(left.dropFirst())
        if rest.count > Self.limit(known) { throw refused(known, isThere) }
    }

    /// The most words that a command takes; texts and names are as many words as they are.
    private static func limit(_ verb: ControlRequest.Verb) -> Int {
        switch verb {
        case .status, .pause, .resume, .step, .end: 0
        case .speed, .inject: 1
        case .jump: 2
        case .out, .message, .snapshot, .back: .max
        }
    }

    private static func unknown(_ word: String) -> Failure {
        let all = NameList(ControlRequest.Verb.allCases.map(\.rawValue))
        return Failure(
            .usage, say("\(word): no command, and no drill has this name", "\(word)：没有该命令，也没有该名称的演练"),
            remedy: say("the commands are: \(all.english)", "命令有：\(all.chinese)"))
    }

    private func refused(_ verb: ControlRequest.Verb, _ isThere: (DrillName) -> Bool) -> Failure {
        let extra = rest.dropFirst(Self.limit(verb)).joined(separator: " ")
        let message = say(
            "\(verb.rawValue): “\(extra)” is not understood; nothing was done",
            "\(verb.rawValue)：无法识别“\(extra)”，未执行任何操作")
        guard let name = rest.last.flatMap(DrillName.init), isThere(name) else {
            return Failure(
                .usage, message,
                remedy: say("see watchfloor drill control --help", "见 watchfloor drill control --help"))
        }
        let words = ([verb.rawValue] + rest.dropLast()).joined(separator: " ")
        return Failure(
            .usage, message,
            remedy: say(
                "a drill is named before the command: watchfloor drill control \(name) \(words)",
                "演练名称写在命令之前：watchfloor drill control \(name) \(words)"))
    }
}
