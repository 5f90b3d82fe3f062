import DrillRoom
import Formats
import Foundation
import Shell
import TerminalKit

/// The line to a drill that runs on this machine.
final class RunningDrill {
    private var folder: DrillFolder
    private var client: ControlClient?

    /// Connects to a drill by its name, or to the only one that runs.
    init(name: DrillName?) throws {
        let home = Folders().drills
        if let name {
            folder = DrillFolder(home: home, name: name)
            do throws(DrillProblem) {
                client = try ControlClient(folder: folder.path)
            } catch {
                throw Failure(
                    .failure, say(error.english, error.chinese),
                    remedy: say(
                        "start it with: watchfloor drill SCENARIO --name \(name)",
                        "请先启动：watchfloor drill SCENARIO --name \(name)"))
            }
            return
        }
        let running = RunningDrill.all(in: home)
        guard let only = running.first else {
            throw Failure(
                .failure, say("no drill runs", "没有正在进行的演练"),
                remedy: say("start one in another terminal: watchfloor drill", "请在另一终端启动：watchfloor drill"))
        }
        guard running.count == 1 else {
            let names = NameList(running.map(\.folder.name.text))
            throw Failure(
                .usage, say("several drills run: \(names.english)", "有多个演练正在进行：\(names.chinese)"),
                remedy: say("say which: watchfloor drill control NAME …", "请指明：watchfloor drill control 名称 …"))
        }
        (folder, client) = (only.folder, only.client)
    }

    /// The drills that run, the newest first. Old ones are many and none of them answers.
    private static func all(in home: String) -> [(folder: DrillFolder, client: ControlClient)] {
        DrillFolder.all(in: home).compactMap { folder in
            (try? ControlClient(folder: folder.path)).map { (folder, $0) }
        }
    }

    /// Asks the drill.
    func ask(_ request: ControlRequest) throws -> ControlReply {
        do throws(DrillProblem) {
            return try askPlainly(request)
        } catch {
            throw Failure(.failure, say(error.english, error.chinese))
        }
    }

    /// Asks the drill; while it runs ahead waits until it is there, after telling `waiting` where that is.
    func askOnceThere(_ request: ControlRequest, waiting: (ControlStatus.Ahead) -> Void) throws -> ControlReply {
        var told: ControlStatus.Ahead?
        while true {
            let reply = try ask(request)
            guard reply.problem?.code == DrillSession.aheadCode, let ahead = reply.status?.ahead else { return reply }
            if told != ahead { waiting(ahead) }
            told = ahead
            usleep(50_000)
        }
    }

    private func askPlainly(_ request: ControlRequest) throws(DrillProblem) -> ControlReply {
        if client == nil { client = try ControlClient(folder: folder.path) }
        guard let client else { throw DrillProblem("control.absent", "no drill runs", "没有正在进行的演练") }
        do throws(DrillProblem) {
            return try client.ask(request)
        } catch {
            self.client = nil
            throw error
        }
    }

    /// Asks the drill; after it went back to a snapshot, the one that goes on from there.
    func askOrFollow(_ request: ControlRequest) throws(DrillProblem) -> ControlReply {
        do throws(DrillProblem) {
            return try askPlainly(request)
        } catch {
            let next = RunningDrill.all(in: folder.home).first { other in
                (try? other.folder.readDetails())?.branch?.drill == folder.name.text
            }
            guard let next else { throw error }
            (folder, client) = (next.folder, next.client)
            return try askPlainly(request)
        }
    }
}
