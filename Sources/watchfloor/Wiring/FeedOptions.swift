import ArgumentParser
import DispatchModel
import FeedTransports
import Feeds
import Formats
import Foundation
import Shell

/// Which feeds are run.
struct FeedOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "A feed for once, such as tcp:127.0.0.1:7001, cad=file:/var/log/cad.jsonl or cad=http:127.0.0.1:8470; may be repeated.",
                "临时数据源，例如 tcp:127.0.0.1:7001、cad=file:/var/log/cad.jsonl 或 cad=http:127.0.0.1:8470；可重复。"),
            valueName: "[name=]origin"))
    var feed: [String] = []

    @Option(
        help: ArgumentHelp(say("Feeds file (default: feeds.toml of the configuration).", "数据源文件（默认为配置目录的 feeds.toml）。"))
    )
    var feeds: String?

    /// The feeds of the file and those of the command line.
    /// - Parameter printsTokens: True when a fresh token for a feed from HTTP may be printed.
    func settings(folders: Folders, printsTokens: Bool) throws -> FeedConfiguration {
        var all = FeedConfiguration()
        if let file = feeds ?? folders.configurationFile("feeds.toml") { all = try readFeeds(file) }
        for argument in feed {
            guard var one = FeedSettings(argument: argument) else {
                throw Failure(
                    .usage, say("--feed \(argument): no origin of a feed", "--feed \(argument)：不是数据源地址"),
                    remedy: say("write \(FeedOrigin.forms)", "请写 \(FeedOrigin.chineseForms)"))
            }
            guard !all.feeds.contains(where: { $0.name == one.name }) else {
                throw Failure(
                    .usage, say("two feeds are called \(one.name)", "有两个数据源名为 \(one.name)"),
                    remedy: say("give one a name: --feed NAME=\(argument)", "请命名其一：--feed 名称=\(argument)"))
            }
            if case .http = one.origin { try giveToken(to: &one, printsTokens: printsTokens) }
            all.feeds.append(one)
        }
        try all.requireServers()
        return all
    }

    /// Reads the feeds file again and has running feeds take over what they can. Returns what went wrong, in words: then the
    /// last good settings stay.
    func reread(for running: RunningFeeds, folders: Folders) -> [String] {
        guard let file = feeds ?? folders.configurationFile("feeds.toml") else { return [] }
        do {
            let configuration = try readFeeds(file)
            try configuration.requireServers()
            return running.use(configuration)
        } catch {
            return [(error as? Failure)?.message ?? "\(error)"]
        }
    }

    /// The feeds, ready to start.
    func runner(folder: String, folders: Folders, printsTokens: Bool = false) throws -> RunningFeeds {
        RunningFeeds(configuration: try settings(folders: folders, printsTokens: printsTokens), folder: folder)
    }
}

/// Reads a feeds file; every problem of it ends the program in words.
func readFeeds(_ file: String) throws -> FeedConfiguration {
    guard let data = FileManager.default.contents(atPath: file) else {
        throw Failure(.usage, say("\(file) cannot be read", "无法读取 \(file)"))
    }
    do throws(SettingsError) {
        return try FeedFile.read(text: String(decoding: data, as: UTF8.self), file: file)
    } catch {
        let lines = error.problems.map { "\($0.position): " + say($0.english, $0.chinese) }
        throw Failure(.usage, lines.joined(separator: "\n"))
    }
}
