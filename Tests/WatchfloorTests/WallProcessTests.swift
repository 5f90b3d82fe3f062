import Foundation
import Glibc
import TestSupport
import Testing

/// The wall as its people see it: with a writer that stops, dies or loses its files, and a wall that stops itself.
@Suite(.tags(.process), .full, .enabled(if: ProgramTerminal.isAvailable))
struct WallProcessTests {
    private let place = Workplace()
    private let noted = Noted()
    private var data: String { place.file("data") }

    /// A writer without a screen, with a P1 that waits.
    private func startWriter() throws -> Spawned {
        let message =
            #"{"kind":"incident.report","id":"1","type":"robbery","priority":1,"place":"Pier 39","time":"\#(now)","text":"a call"}"#
        let feed = try place.write("calls.jsonl", message + "\n")
        let writer = try place.start(["ingest", "--data-dir", data, "--feed", "cad=file:\(feed)"])
        #expect(eventually { (try? place.status(data).waiting) == 1 }, "\(writer.errorsSoFar)")
        return writer
    }

    private var now: String { ISO8601DateFormatter().string(from: Date()) }

    private func openWall(_ more: String...) throws -> ProgramTerminal {
        try ProgramTerminal(
            place, columns: 60, rows: 16, ["wall", "--data-dir", data, "--contact", "the desk 4417"] + more)
    }

    /// Waits for the plate; a writer's silence, or a lost file, has to be seen within five seconds, and the machine may be busy.
    private func expectDead(_ wall: ProgramTerminal, _ says: String) throws {
        let screen = try wall.wait(for: "NOT LIVE", seconds: 30)
        #expect(screen.contains("call the desk 4417"), "\(screen)")
        try wall.wait(for: says, seconds: 30)
    }

    @Test("a writer that is stopped, goes on, and is killed")
    func writer() throws {
        let writer = try startWriter()
        defer { writer.kill() }
        let wall = try openWall()
        let screen = try wall.wait(for: "ROBBERY")
        #expect(screen.contains("LIVE") && !screen.contains("NOT LIVE"), "\(screen)")
        kill(writer.pid, SIGSTOP)
        try wall.wait(for: "LATE", seconds: 30)
        try expectDead(wall, "the console that writes is silent")
        kill(writer.pid, SIGCONT)
        try wall.wait(without: "NOT LIVE", seconds: 30)
        kill(writer.pid, SIGKILL)
        _ = writer.wait()
        try expectDead(wall, "the console that writes is silent")
    }

    @Test("a data folder that is moved away and comes back, and a database that is overwritten")
    func files() throws {
        let writer = try startWriter()
        defer { writer.kill() }
        let wall = try openWall()
        try wall.wait(for: "ROBBERY")
        #expect(rename(data, data + "-away") == 0)
        try expectDead(wall, "moved")
        #expect(rename(data + "-away", data) == 0)
        try wall.wait(without: "NOT LIVE", seconds: 30)
        // Another room's journal in its place.
        let message =
            #"{"kind":"incident.report","id":"2","type":"arson","priority":1,"place":"Pier 7","time":"\#(now)","text":"a call"}"#
        let feed = try place.write("others.jsonl", message + "\n")
        let other = try place.start(["ingest", "--data-dir", data + "-other", "--feed", "cad=file:\(feed)"])
        defer { other.kill() }
        #expect(eventually { (try? place.status(data + "-other").waiting) == 1 }, "\(other.errorsSoFar)")
        #expect(rename(data, data + "-away") == 0 && symlink(data + "-other", data) == 0)
        try wall.wait("the other's", seconds: 30) {
            $0.contains("ARSON") && !$0.contains("ROBBERY") && !$0.contains("NOT LIVE")
        }
        #expect(unlink(data) == 0 && rename(data + "-away", data) == 0)
        try wall.wait("the first again", seconds: 30) { $0.contains("ROBBERY") && !$0.contains("NOT LIVE") }
        let handle = try FileHandle(forWritingTo: URL(filePath: data + "/journal.sqlite"))
        try handle.write(contentsOf: Data(repeating: 0x55, count: 8192))
        try handle.close()
        _ = try wall.wait(for: "NOT LIVE", seconds: 30)
    }

    @Test("a wall that is stopped: its guard says so, and starts it anew; a crash of it as well")
    func child() throws {
        let writer = try startWriter()
        defer { writer.kill() }
        let wall = try openWall()
        try wall.wait(for: "ROBBERY")
        let guardian = try wall.processID()
        func child() -> pid_t? {
            let text = try? String(contentsOfFile: "/proc/\(guardian)/task/\(guardian)/children", encoding: .utf8)
            return text?.split(separator: " ").first.flatMap { pid_t($0) }
        }
        let first = try #require(child())
        kill(first, SIGSTOP)
        try expectDead(wall, "the wall's program is silent")
        try wall.wait("the wall again", seconds: 60) { !$0.contains("NOT LIVE") && $0.contains("ROBBERY") }
        let second = try #require(child())
        #expect(second != first && !isRunning(first))
        kill(second, SIGSEGV)
        #expect(eventually(seconds: 60) { child().map { $0 != second } ?? false })
        try wall.wait("the wall again", seconds: 60) { !$0.contains("NOT LIVE") && $0.contains("ROBBERY") }
    }

    @Test(
        "it waits where there is nothing, begins once there is, ends on its question alone and gives the terminal back")
    func keys() throws {
        let wall = try openWall()
        try wall.wait(for: "waits for a journal in")
        let writer = try startWriter()
        defer { writer.kill() }
        try wall.wait(for: "ROBBERY")
        try wall.type("r", "a", "1", "Escape", ":", "x", "q")
        try wall.wait(for: "end the wall?")
        try wall.type("n")
        try wall.wait(without: "end the wall?")
        // Any other key tells the way out.
        try wall.type("x")
        try wall.wait(for: "q, then y, ends it")
        #expect(try place.status(data).waiting == 1)
        try wall.type("q", "y")
        #expect(try wall.waitForEnd() == 0)
        #expect(try !wall.isOnAlternateScreen())
    }

    @Test("Ctrl-C ends it at once with the terminal given back")
    func interrupted() throws {
        let wall = try openWall()
        try wall.wait(for: "waits for a journal in")
        try wall.type("C-c")
        #expect(try wall.waitForEnd() == 0)
        #expect(try !wall.isOnAlternateScreen())
    }

    @Test("a signal ends it with the terminal given back, and its wall with it")
    func signalled() throws {
        let wall = try openWall()
        try wall.wait(for: "waits for a journal in")
        kill(try wall.processID(), SIGTERM)
        #expect(try wall.waitForEnd() == 0)
        #expect(try !wall.isOnAlternateScreen())
    }

    @Test(
        "a guard that crashes gives the terminal back at once, says so, and leaves no question, no backtrace and no wall",
        arguments: [SIGSEGV, SIGABRT, SIGTRAP])
    func crash(_ signal: Int32) throws {
        let (wall, guardian, child) = try openBetweenLines()
        try place.write("go", "")
        // A wall that is stopped as well hears nothing of its guard's end.
        kill(child, SIGSTOP)
        kill(guardian, signal)
        #expect(eventually(seconds: 10) { !isRunning(guardian) && !isRunning(child) })
        let end = { String(decoding: wall.bytes(), as: UTF8.self) }
        #expect(eventually(seconds: 30) { end().contains("finished") }, "\(end().suffix(400))")
        let sent = end()
        #expect(sent.contains("status=\(128 + signal)") && sent.contains("ended because of an error"))
        #expect(!sent.contains("Press space") && !sent.contains("Backtrace") && !sent.contains("Thread 0"))
        // The console's own colours are back.
        let (set, reset) = (sent.range(of: "\u{1B}]P0"), sent.range(of: "\u{1B}]R", options: .backwards))
        #expect(set != nil && reset != nil && set!.lowerBound < reset!.lowerBound)
        try expectSameSettings()
    }

    /// A wall on a console of Linux, between lines of a shell that note the terminal's settings before and after; its guard and
    /// its program, once its palette is set and its first picture there.
    private func openBetweenLines() throws -> (wall: ProgramTerminal, guardian: pid_t, child: pid_t) {
        let wall = try ProgramTerminal(
            place,
            shell: """
                unset SWIFT_BACKTRACE; export TERM=linux; echo line above; stty -a > \(place.file("before"))
                sh -c 'echo $$ > \(place.file("pid")); exec "$watchfloor" wall --data-dir \(data)'; echo "status=$?"
                until [ -e \(place.file("go")) ]; do sleep 0.1; done
                stty -a > \(place.file("after")); echo finished; true
                """)
        #expect(
            eventually(seconds: 60) { String(decoding: wall.bytes(), as: UTF8.self).contains("waits for a journal") })
        let written = try String(contentsOfFile: place.file("pid"), encoding: .utf8)
        let guardian = try #require(pid_t(written.trimmingCharacters(in: .whitespacesAndNewlines)))
        return (wall, guardian, try #require(children(of: guardian).first))
    }

    private func expectSameSettings() throws {
        let settings = try ["before", "after"].map { try String(contentsOfFile: place.file($0), encoding: .utf8) }
        #expect(settings[0] == settings[1])
    }

    @Test(
        "a guard that is killed leaves no picture: the terminal is given back, that is said, and its wall ends",
        arguments: [false, true])
    func killed(isStopped: Bool) throws {
        let (wall, guardian, child) = try openBetweenLines()
        if isStopped { kill(child, SIGSTOP) }
        kill(guardian, SIGKILL)
        #expect(eventually(seconds: 10) { !isRunning(child) })
        let end = { String(decoding: wall.bytes(), as: UTF8.self) }
        #expect(eventually(seconds: 10) { end().contains("the wall was killed") }, "\(end().suffix(400))")
        try place.write("go", "")
        #expect(eventually(seconds: 30) { end().contains("finished") }, "\(end().suffix(400))")
        let sent = end()
        #expect(sent.contains("status=137"), "\(sent.suffix(400))")
        #expect(sent.components(separatedBy: "the wall was killed").count == 2, "it is said once")
        let (set, reset) = (sent.range(of: "\u{1B}]P0"), sent.range(of: "\u{1B}]R", options: .backwards))
        #expect(set != nil && reset != nil && set!.lowerBound < reset!.lowerBound)
        try expectSameSettings()
    }

    @Test("a killed guard's terminal is on its own screen again, and nobody is left behind")
    func killedScreen() throws {
        let wall = try openWall()
        try wall.wait(for: "waits for a journal in")
        let guardian = try wall.processID()
        #expect(keepers(of: guardian).count == 1)
        kill(guardian, SIGKILL)
        #expect(try wall.waitForEnd() == 137)
        #expect(eventually(seconds: 10) { (try? wall.isOnAlternateScreen()) == false })
        try wall.wait(for: "the wall was killed")
        #expect(eventually(seconds: 10) { keepers(of: guardian).isEmpty })
    }

    @Test("a keeper that was killed is followed by another")
    func keeperKilled() throws {
        let wall = try openWall()
        try wall.wait(for: "waits for a journal in")
        let guardian = try wall.processID()
        let first = try #require(keepers(of: guardian).first)
        kill(first, SIGKILL)
        #expect(eventually(seconds: 30) { keepers(of: guardian).contains { $0 != first } })
        kill(guardian, SIGKILL)
        try wall.wait(for: "the wall was killed")
    }

    @Test("a guard that is stopped leaves no picture: it is covered, and is back once it goes on")
    func stopped() throws {
        let writer = try startWriter()
        defer { writer.kill() }
        let wall = try openWall()
        try wall.wait(for: "ROBBERY")
        let guardian = try wall.processID()
        kill(guardian, SIGSTOP)
        let covered = try wall.wait(for: "its guard is silent", seconds: 30)
        #expect(covered.contains("NOT LIVE") && covered.contains("call the desk 4417"), "\(covered)")
        #expect(!covered.contains("ROBBERY"), "\(covered)")
        kill(guardian, SIGCONT)
        try wall.wait("the wall again", seconds: 30) { $0.contains("ROBBERY") && !$0.contains("its guard is silent") }
    }

    /// The keepers of terminals that hear one program: they share its file and hold the other end of a pipe of its.
    private func keepers(of process: pid_t) -> [pid_t] {
        func pipes(_ process: pid_t) -> Set<String> {
            let folder = "/proc/\(process)/fd"
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            let targets = names.compactMap {
                try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
            }
            return Set(targets.filter { $0.hasPrefix("pipe:") })
        }
        let all = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { pid_t($0) }
        let named = all.filter { process in
            let name = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
            return name?.hasPrefix("terminal-keeper") == true && isRunning(process)
        }
        guard isRunning(process) else { return named.filter { noted.keepers.contains($0) } }
        let own = pipes(process)
        let found = named.filter { !pipes($0).isDisjoint(with: own) }
        noted.keepers.formUnion(found)
        return found
    }

    private func children(of process: pid_t) -> [pid_t] {
        let text = try? String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
        return text?.split(separator: " ").compactMap { pid_t($0) } ?? []
    }

    @Test("a ground that is broken, repaired, broken again and never ends: the wall is there, and names the file")
    func ground() throws {
        let writer = try startWriter()
        defer { writer.kill() }
        let ground = try place.write("ground.toml", "[[place]]\nname = \"Ferry\"\n")
        let wall = try openWall("--ground", ground)
        let screen = try wall.wait(for: "ground faulty", seconds: 30)
        #expect(screen.contains("ROBBERY") && !screen.contains("NOT LIVE"), "\(screen)")
        try place.write("ground.toml", "[[place]]\nname = \"Ferry\"\nat = [1.0, 2.0]\n")
        try wall.wait(without: "ground faulty", seconds: 30)
        try place.write("ground.toml", "[[place]")
        try wall.wait(for: "ground faulty", seconds: 30)
        // A pipe that nobody ever writes into: a wall that was killed comes up all the same.
        unlink(ground)
        #expect(mkfifo(ground, 0o600) == 0)
        let guardian = try wall.processID()
        let first = try #require(children(of: guardian).first)
        kill(first, SIGKILL)
        #expect(eventually(seconds: 30) { children(of: guardian).contains { $0 != first } })
        try wall.wait("the wall again, with what its ground is", seconds: 30) {
            $0.contains("ROBBERY") && !$0.contains("NOT LIVE")
                && ($0.contains("reading the ground") || $0.contains("ground faulty"))
        }
        // What a check finds is refused.
        unlink(ground)
        try place.write("ground.toml", "[[place]")
        let check = try place.run("wall", "--check", "--ground", ground)
        #expect(check.status == 2 && check.errors.contains("ground.toml:1:"), "\(check)")
    }

    @Test("a disk that is full, and has room again")
    func disk() throws {
        mkdir(data, 0o700)
        let mounted = try Spawned(
            "/bin/mount", ["-t", "tmpfs", "-o", "size=16m", "tmpfs", data], environment: place.environment,
            input: "/dev/null", folder: place.path
        ).wait()
        guard mounted.status == 0 else {
            return print("SKIPPED: a wall over a full disk needs the right to mount a tmpfs: \(mounted.errors)")
        }
        defer { umount2(data, Int32(MNT_DETACH)) }
        let writer = try startWriter()
        defer { writer.kill() }
        let wall = try openWall()
        try wall.wait(for: "ROBBERY")
        let filler = data + "/filler"
        #expect(FileManager.default.createFile(atPath: filler, contents: nil))
        let handle = try FileHandle(forWritingTo: URL(filePath: filler))
        var (size, isFull) = (1 << 20, false)
        while !isFull || size > 1 {
            do { try handle.write(contentsOf: Data(count: size)) } catch { (isFull, size) = (true, max(1, size / 2)) }
        }
        try handle.close()
        // Something to be recorded.
        let feed = try FileHandle(forWritingTo: URL(filePath: place.file("calls.jsonl")))
        try feed.seekToEnd()
        for id in 2..<40 {
            let call =
                #"{"kind":"incident.report","id":"\#(id)","type":"noise","priority":3,"place":"Pier \#(id)","time":"\#(now)","text":"a call"}"#
            try feed.write(contentsOf: Data((call + "\n").utf8))
        }
        try feed.close()
        try expectDead(wall, "the disk is full")
        // It stays: no frame between says anything else.
        var seen: Set<String> = []
        try wall.wait("four pictures more") { screen in
            #expect(screen.contains("the disk is full"), "\(screen)")
            seen.insert(screen)
            return seen.count >= 4
        }
        unlink(filler)
        try wall.wait(without: "NOT LIVE", seconds: 60)
    }

    @Test("the service manager hears that it is up and lives, what ails it, and that it ends")
    func service() throws {
        let path = place.file("notify")
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        let wall = try ProgramTerminal(
            place, ["wall", "--data-dir", data], environment: ["NOTIFY_SOCKET": path, "WATCHDOG_USEC": "1000000"])
        var heard: Set<String> = []
        @discardableResult
        func hear() -> String? {
            var bytes = [UInt8](repeating: 0, count: 512)
            var polled = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            guard poll(&polled, 1, 250) > 0 else { return nil }
            let count = recv(socket, &bytes, bytes.count, Int32(MSG_DONTWAIT))
            guard count > 0 else { return nil }
            let text = String(decoding: bytes[..<count], as: UTF8.self)
            heard.insert(text)
            return text
        }
        let isUp = eventually(seconds: 60) {
            hear()
            return heard.isSuperset(of: ["READY=1", "WATCHDOG=1", "STATUS=the wall gives pictures"])
        }
        #expect(isUp, "\(heard) \(wall.screen())")
        // As often as the manager asks for it, also while the wall itself is dead: the guard lives, and says what is wrong.
        kill(try #require(children(of: try wall.processID()).first), SIGSTOP)
        let told = eventually(seconds: 60) {
            hear()
            return heard.contains { $0.hasPrefix("STATUS=the wall's program is silent") }
        }
        #expect(told, "\(heard)")
        heard = []
        var beats = 0
        let began = ContinuousClock.now
        while ContinuousClock.now - began < .seconds(3) { if hear() == "WATCHDOG=1" { beats += 1 } }
        #expect(beats >= 3, "\(beats)")
        kill(try wall.processID(), SIGTERM)
        #expect(
            eventually(seconds: 60) {
                hear()
                return heard.contains("STOPPING=1")
            })
    }
}

/// The keepers that a test has seen.
private final class Noted {
    var keepers: Set<pid_t> = []
}

@Suite(.tags(.process), .full)
struct WallCommandTests {
    private let place = Workplace()

    @Test("the check prints rows, columns and the font, in words and as JSON")
    func check() throws {
        let outcome = try place.run("wall", "--check", "--json", "--screen", "55in", "--distance", "5m")
        #expect(outcome.status == 0, "\(outcome)")
        struct Check: Decodable { var rows, columns, font, line: Int }
        let check = try JSONDecoder().decode(Check.self, from: Data(outcome.output))
        #expect(check.rows == 14 && abs(check.columns - 50) <= 1 && check.font == 132 && check.line == 154)
        let words = try place.run("wall", "--check", "--locale", "zh-Hans")
        #expect(words.text.contains("可读 14 行"), "\(words)")
    }

    @Test(
        "what is wrong is refused with its remedy",
        arguments: [["--screen", "0in"], ["--distance", "far"], ["--night", "22"], ["--profile", "none"]])
    func refused(arguments: [String]) throws {
        let outcome = try place.start(["wall"] + arguments).wait()
        #expect(outcome.status == 2, "\(outcome)")
    }

    @Test(
        "--wall of the older commands names the command that took its place", arguments: ["console", "replay", "drill"])
    func old(command: String) throws {
        let outcome = try place.run(command, "--wall")
        #expect(outcome.status == 2 && outcome.errors.contains("watchfloor wall"), "\(outcome)")
    }

    @Test("without a terminal it says so")
    func noTerminal() throws {
        #expect(try place.run("wall", "--data-dir", place.file("x")).status == 3)
    }
}
