import ArgumentParser
import FeedTransports
import Feeds
import TerminalKit

/// What could not be understood: listed, shown, sent again.
struct DeadLettersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dead-letters", abstract: say("Messages that could not be understood.", "未能理解的消息。"),
        subcommands: [ListLetters.self, ShowLetter.self, ResendLetters.self], defaultSubcommand: ListLetters.self)
}

/// The store of a data folder.
private func store(_ folder: FolderOptions) -> DeadLetterStore {
    DeadLetterStore(folder: folder.path + "/dead-letters")
}

private func missing(_ number: Int64) -> Failure {
    Failure(.usage, say("there is no dead letter \(number)", "没有编号为 \(number) 的死信"))
}

/// One line a letter.
struct ListLetters: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("List them with the reason.", "列出死信及原因。"))
    @OptionGroup var folder: FolderOptions

    func run() throws {
        let letters = store(folder).letters()
        for letter in letters {
            let reason = folder.language == .chinese ? letter.chinese : letter.english
            print("\(letter.number)  \(RFC3339.text(letter.at))  \(letter.feed)  \(Sanitiser.visible(reason))")
        }
        if letters.isEmpty { print(say("no dead letters", "没有死信")) }
    }
}

/// One letter with its message.
struct ShowLetter: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Show one with its message.", "显示一条死信及其消息。"))
    @OptionGroup var folder: FolderOptions
    @Argument(help: ArgumentHelp(say("Its number.", "编号。")))
    var number: Int64

    func run() throws {
        guard let letter = store(folder).letter(number) else { throw missing(number) }
        print("\(letter.number)  \(RFC3339.text(letter.at))  \(letter.feed)")
        print(Sanitiser.visible(folder.language == .chinese ? letter.chinese : letter.english))
        for line in letter.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            print(Sanitiser.visible(String(decoding: line, as: UTF8.self)))
        }
    }
}

/// Sends letters again through the feeds that they came by.
struct ResendLetters: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resend",
        abstract: say("Send some, or all, to their feeds again.", "将部分或全部死信重新送入数据源。"),
        discussion: say(
            "The feed takes them within a second when it runs, else at its next start. Put the cause right first, such as a word in feeds.toml: what is still wrong comes back as a new letter.",
            "数据源运行时一秒内取走，否则在下次启动时取走。请先排除原因（例如在 feeds.toml 补充词语）：仍有误者将成为新的死信。"))
    @OptionGroup var folder: FolderOptions
    @Argument(help: ArgumentHelp(say("Their numbers; none for all.", "编号；不给出时为全部。")))
    var numbers: [Int64] = []

    func run() throws {
        let store = store(folder)
        let chosen = numbers.isEmpty ? store.letters().map(\.number) : numbers
        for number in chosen {
            guard store.resend(number) else { throw missing(number) }
        }
        print(say("\(chosen.count) wait for their feeds", "\(chosen.count) 条待数据源取走"))
    }
}
