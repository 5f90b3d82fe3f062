import ArgumentParser
import FeedTransports
import Feeds
import Formats
import Foundation
import Shell

/// What could not be understood: listed, shown, sent again, taken away.
struct DeadLettersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dead-letters", abstract: say("Messages that could not be understood.", "未能理解的消息。"),
        subcommands: [ListLetters.self, ShowLetter.self, ResendLetters.self, RemoveLetters.self],
        defaultSubcommand: ListLetters.self)
}

/// The store of a data folder, which has to be there.
private func store(_ folder: FolderOptions) throws -> DeadLetterStore {
    var status = stat()
    guard stat(folder.path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw Failure(.usage, say("\(folder.path): no such data folder", "\(folder.path)：没有此数据目录"))
    }
    return DeadLetterStore(folder: folder.path + "/dead-letters")
}

private func missing(_ number: Int64) -> Failure {
    Failure(.usage, say("there is no dead letter \(number)", "没有编号为 \(number) 的死信"))
}

/// One line a letter.
struct ListLetters: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("List them with the reason.", "列出死信及原因。"))
    @OptionGroup var folder: FolderOptions
    @Flag(help: ArgumentHelp(say("As JSON, messages and all.", "以 JSON 输出，含消息内容。")))
    var json = false

    func run() throws {
        let store = try store(folder)
        let (letters, removed) = (store.letters(), store.removed)
        if json {
            let value = JSON.object([
                .init(name: "removed", value: .integer(removed)),
                .init(name: "letters", value: .array(letters.map(\.json))),
            ])
            return try writeOutput((value.written(indented: true) + "\n").utf8)
        }
        for letter in letters {
            let reason = folder.language == .chinese ? letter.chinese : letter.english
            print("\(letter.number)  \(RFC3339.text(letter.at))  \(letter.feed)  \(Sanitiser.visible(reason))")
        }
        if letters.isEmpty { print(say("no dead letters", "没有死信")) }
        if removed > 0 {
            let limit = DeadLetterStore.limit
            print(say("\(removed) older ones gave way: \(limit) are kept", "较早的 \(removed) 条已让位：至多保留 \(limit) 条"))
        }
    }
}

/// One letter with its message.
struct ShowLetter: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("Show one with its message.", "显示一条死信及其消息。"))
    @OptionGroup var folder: FolderOptions
    @Flag(help: ArgumentHelp(say("As JSON.", "以 JSON 输出。")))
    var json = false
    @Argument(help: ArgumentHelp(say("Its number.", "编号。")))
    var number: Int64

    func run() throws {
        guard let letter = try store(folder).letter(number) else { throw missing(number) }
        if json { return try writeOutput((letter.json.written(indented: true) + "\n").utf8) }
        print("\(letter.number)  \(RFC3339.text(letter.at))  \(letter.feed)")
        print(Sanitiser.visible(folder.language == .chinese ? letter.chinese : letter.english))
        for line in letter.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            print(Sanitiser.visible(String(decoding: line, as: UTF8.self)))
        }
        if !letter.isWhole {
            let (kept, all) = (letter.bytes.count, letter.length)
            print(say("… the first \(kept) of \(all) bytes", "……仅前 \(kept) 字节，共 \(all) 字节"))
        }
    }
}

/// Sends letters again through the feeds that they came by.
struct ResendLetters: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resend",
        abstract: say("Send some, or all, to their feeds again.", "将部分或全部死信重新送入数据源。"),
        discussion: say(
            "The feed takes them within a second when it runs, else at its next start. Put the cause right first, such as a word in feeds.toml: what is still wrong comes back as a new letter. A letter of which only the beginning was kept stays.",
            "数据源运行时一秒内取走，否则在下次启动时取走。请先排除原因（例如在 feeds.toml 补充词语）：仍有误者将成为新的死信。仅保留开头的死信不会重送。"))
    @OptionGroup var folder: FolderOptions
    @Argument(help: ArgumentHelp(say("Their numbers; none for all.", "编号；不给出时为全部。")))
    var numbers: [Int64] = []

    func run() throws {
        let store = try store(folder)
        let chosen = numbers.isEmpty ? store.letters().filter(\.isWhole).map(\.number) : numbers
        for number in chosen {
            guard let letter = store.letter(number) else { throw missing(number) }
            guard letter.isWhole else {
                throw Failure(
                    .usage, say("only the beginning of dead letter \(number) was kept", "死信 \(number) 仅保留了开头"),
                    remedy: say("ask its sender for it", "请向发送方索取"))
            }
            guard store.resend(number) else { throw missing(number) }
        }
        print(say("\(chosen.count) wait for their feeds", "\(chosen.count) 条待数据源取走"))
    }
}

/// Takes letters away for good.
struct RemoveLetters: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: say("Remove some for good, or all with --all.", "永久删除部分死信，--all 为全部。"))
    @OptionGroup var folder: FolderOptions
    @Flag(help: ArgumentHelp(say("All of them.", "全部。")))
    var all = false
    @Argument(help: ArgumentHelp(say("Their numbers.", "编号。")))
    var numbers: [Int64] = []

    func validate() throws {
        guard all == numbers.isEmpty else {
            throw ValidationError(say("Give numbers, or --all.", "请给出编号，或使用 --all。"))
        }
    }

    func run() throws {
        let store = try store(folder)
        let chosen = all ? store.letters().map(\.number) : numbers
        for number in chosen {
            guard store.remove(number) else { throw missing(number) }
        }
        print(say("\(chosen.count) removed", "已删除 \(chosen.count) 条"))
    }
}
