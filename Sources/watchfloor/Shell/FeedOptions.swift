import ArgumentParser
import CheckedTOML
import DispatchModel
import FeedTransports
import Feeds
import Foundation
import Journal

/// Which feeds are run.
struct FeedOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "A feed for once, such as tcp:127.0.0.1:7001 or cad=file:/var/log/cad.jsonl; may be repeated.",
                "临时数据源，例如 tcp:127.0.0.1:7001 或 cad=file:/var/log/cad.jsonl；可重复。"),
            valueName: "[name=]origin"))
    var feed: [String] = []

    @Option(
        help: ArgumentHelp(say("Feeds file (default: feeds.toml of the configuration).", "数据源文件（默认为配置目录的 feeds.toml）。"))
    )
    var feeds: String?

    /// The feeds of the file and those of the command line.
    func settings(folders: Folders) throws -> [FeedSettings] {
        var all: [FeedSettings] = []
        if let file = feeds ?? folders.configurationFile("feeds.toml") { all = try readFeeds(file) }
        for argument in feed {
            guard let one = FeedSettings(argument: argument) else {
                throw Failure(
                    .usage, say("--feed \(argument): no origin of a feed", "--feed \(argument)：不是数据源地址"),
                    remedy: say(
                        "write stdin, file:PATH, fifo:PATH, unix:PATH, tcp:HOST:PORT or gpsd:HOST:PORT",
                        "请写 stdin、file:路径、fifo:路径、unix:路径、tcp:主机:端口 或 gpsd:主机:端口"))
            }
            guard !all.contains(where: { $0.name == one.name }) else {
                throw Failure(
                    .usage, say("two feeds are called \(one.name)", "有两个数据源名为 \(one.name)"),
                    remedy: say("give one a name: --feed NAME=\(argument)", "请命名其一：--feed 名称=\(argument)"))
            }
            all.append(one)
        }
        return all
    }

    /// The feeds, ready to start on a journal.
    func runner(folder: String, journal: any EventJournal, folders: Folders) throws -> RunningFeeds {
        RunningFeeds(settings: try settings(folders: folders), folder: folder, journal: journal)
    }
}

/// Reads a feeds file; every problem of it ends the program in words.
func readFeeds(_ file: String) throws -> [FeedSettings] {
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
