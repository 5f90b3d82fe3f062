import ArgumentParser
import Foundation
import Shell

/// Queueing cases from tables, simulated, with their intervals; beside them what the formulas say.
struct TablesMode: SimulateMode {
    @Option(
        help: ArgumentHelp(
            say("Folder of JSON tables of queueing cases; each is simulated.", "排队案例 JSON 表所在目录，逐一仿真。"),
            valueName: "dir"))
    var tables: String?

    var isAsked: Bool { tables != nil }

    func run(_ shared: SimulateOptions) throws {
        guard let tables else { return }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: tables).filter { $0.hasSuffix(".json") }
                .sorted()
        } catch {
            // Foundation has no cause for a file in place of a folder.
            var isFolder: ObjCBool = false
            let isFile = FileManager.default.fileExists(atPath: tables, isDirectory: &isFolder) && !isFolder.boolValue
            throw Failure(unreadable: tables, isFile ? SystemCause(ENOTDIR) : SystemCause(error))
        }
        guard !names.isEmpty else {
            throw Failure(
                .usage, say("\(tables) holds no table", "\(tables) 中没有案例表"),
                remedy: say("name a folder with .json files", "请指定含 .json 文件的目录"))
        }
        var (hasFailed, hasCity) = (false, false)
        for name in names {
            var file = TableFile(name: name, path: tables + "/" + name, options: shared)
            hasFailed = try file.run() || hasFailed
            hasCity = hasCity || file.isCity
        }
        if !hasCity, shared.days != nil || shared.replications != nil {
            printError(
                say(
                    "watchfloor: --days and --replications are for the city; no table here is of it, and the others are"
                        + " simulated until they are precise",
                    "watchfloor：--days 与 --replications 仅用于城市模型；此处无该类表，其余案例仿真至达到精度为止"))
        }
        if hasFailed { throw ExitCode(ExitStatus.usage.rawValue) }
    }
}
