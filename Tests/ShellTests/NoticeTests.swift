import DispatchModel
import DispatchPolicy
import Foundation
import TestSupport
import Testing

@testable import Shell

@Suite("Programs that tell a room of alerts", .tags(.process), .full)
final class NoticeTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "notices-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func file(_ name: String) -> String { folder.appending(path: name).path }

    @Test("Programs get their arguments as they stand and none of our secrets; bad ones are counted, slow ones ended")
    func runner() throws {
        let runner = NoticeRunner(timeLimit: 0.3)
        let marker = file("a b; $HOME `c`")
        setenv("WATCHFLOOR_FEED_TOKEN_CAD", "secret-of-the-feed", 1)
        defer { unsetenv("WATCHFLOOR_FEED_TOKEN_CAD") }
        runner.start(NoticeCommand(["touch", marker]))
        runner.start(NoticeCommand(["sh", "-c", "env > \(file("env"))"]))
        runner.start(NoticeCommand(["false"]))
        runner.start(NoticeCommand(["/no/such/program", "x"]))
        runner.finish()
        #expect(FileManager.default.fileExists(atPath: marker))
        #expect(runner.counts.started == 3 && runner.counts.failed == 2 && runner.counts.killed == 0)
        #expect(runner.takeWarning() != nil && runner.takeWarning() == nil)
        let seen = try String(contentsOfFile: file("env"), encoding: .utf8)
        #expect(seen.contains("PATH=") && !seen.contains("WATCHFLOOR"))
    }

    @Test("Every call is made or its failure told; sounds may be left out")
    func calls() throws {
        let runner = NoticeRunner(timeLimit: 0.2)
        let count = NoticeRunner.runningLimit * 3
        for number in 0..<count {
            runner.start(NoticeCommand(number % 2 == 0 ? ["true"] : ["sleep", "60"], calling: "duty"))
            runner.start(NoticeCommand(["true"]))
        }
        runner.finish()
        let calls = runner.takeCalls()
        #expect(calls.count == count && calls.filter { $0.failure != nil }.count == count / 2)
        #expect(runner.counts.killed == count / 2 && runner.counts.dropped > 0)
    }

    @Test("What is left when the program ends has failed, and is told")
    func cutOff() throws {
        let runner = NoticeRunner(timeLimit: 0.3)
        let count = NoticeRunner.runningLimit + 5
        for _ in 0..<count { runner.start(NoticeCommand(["sleep", "60"], calling: "duty")) }
        runner.finish(within: 0)
        #expect(runner.takeCalls().compactMap(\.failure).count == count)
        runner.start(NoticeCommand(["true"], calling: "duty"))
        #expect(runner.takeCalls().first?.failure != nil)
    }

    @Test("What a program leaves running is ended with it when its time is over")
    func leftRunning() throws {
        let runner = NoticeRunner(timeLimit: 0.5)
        let file = self.file("pid")
        runner.start(
            NoticeCommand(["sh", "-c", "sleep 60 & echo $! > \(file).new; mv \(file).new \(file)"], calling: "duty"))
        runner.finish()
        #expect(runner.takeCalls() == [.init(supervisor: "duty")])
        let pid = try #require(
            Int32(String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
        let end = ContinuousClock.now + .seconds(30)
        while kill(pid, 0) == 0, !isZombie(pid), ContinuousClock.now < end { usleep(20_000) }
        #expect(kill(pid, 0) != 0 || isZombie(pid))
    }

    private func isZombie(_ pid: pid_t) -> Bool {
        let text = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
        return text.contains(") Z ")
    }

    @Test("Who could not be called is an alert until a call is made again; each failure changes its words")
    func watch() {
        var watch = CallWatch()
        let failed = NoticeRunner.Call(supervisor: "duty", failure: .init(english: "x failed", chinese: "x 失败"))
        func told(_ call: NoticeRunner.Call) -> (text: String, isActive: Bool)? {
            guard case .alert(let alert)? = watch.note(call, now: .epoch).first?.content else { return nil }
            return (alert.reported.text, alert.isActive)
        }
        #expect(told(NoticeRunner.Call(supervisor: "duty")) == nil)
        let (first, second) = (told(failed), told(failed))
        #expect(first?.isActive == true && first?.text.contains("x failed (1 failed)") == true)
        #expect(second?.text.contains("（失败 2 次）") == true)
        #expect(told(NoticeRunner.Call(supervisor: "duty"))?.isActive == false)
        #expect(told(NoticeRunner.Call(supervisor: "duty")) == nil)
    }
}
