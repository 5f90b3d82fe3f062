import ArgumentParser
import Core
import Dashboard
import DrillRoom
import Drills
import Foundation
import Shell

/// Takes up a drill whose program ended without an end.
struct DrillResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: say("Take up a drill that was cut off: killed, or its terminal lost.", "继续被中断的演练（进程被终止或终端断开）。"),
        discussion: say(
            """
            Everything recorded is done again in a folder of its own, and the clock stands still until you let it run. \
            Without a name it is the newest drill that has not ended.
            """,
            "全部记录在新目录中重做，时钟暂停，待你恢复。不给出名称时取最近一次未结束的演练。"))

    @Argument(help: ArgumentHelp(say("Name of the drill.", "演练名称。"), valueName: "name"))
    var name: String?

    @Flag(help: ArgumentHelp(say("Only say where it stands; play nothing.", "仅说明进度，不进行演练。")))
    var check = false

    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let folder = try folder()
        if ControlClient.hasDrill(in: folder.path) {
            throw Failure(
                .usage, say("\(folder.name) is being played", "\(folder.name) 正在进行"),
                remedy: say(
                    "drive it with: watchfloor drill control \(folder.name)",
                    "可用 watchfloor drill control \(folder.name) 导调"))
        }
        let journal = try openJournal(folder.path, watching: true).journal
        defer { journal.close() }
        let cutOff = try drillStep { try CutOffDrill(folder, journal: journal) }
        try ResumedDrill(cutOff, screen: screen).run(onlyChecking: check)
    }

    /// The drill that was named, else the newest without an end.
    private func folder() throws -> DrillFolder {
        let home = Folders().drills
        if let name {
            guard let known = DrillName(name) else {
                throw Failure(.usage, say("\(name): no name of a drill", "\(name)：不是演练名称"))
            }
            let folder = DrillFolder(home: home, name: known)
            guard folder.exists else {
                throw Failure(.usage, say("there is no drill named \(name)", "没有名为 \(name) 的演练"))
            }
            return folder
        }
        let open = DrillFolder.all(in: home).first { folder in
            (try? DrillInputs(keys: folder.keys, control: nil, orNone: true))?.hasEnded == false
        }
        guard let open else {
            throw Failure(
                .failure, say("no drill was cut off", "没有被中断的演练"),
                remedy: say("watchfloor drill lists the scenarios", "watchfloor drill 列出全部想定"))
        }
        return open
    }
}
