import Foundation
import TestSupport
import Testing

@Suite("The rules of the room, on the command line", .tags(.process), .full)
struct RulesCommandTests {
    private let place = Workplace()

    @Test("A file to begin with is sixty lines at most and has no fault; a broken one is told by line, all of it")
    func check() throws {
        let starter = try place.run("rules", "new")
        #expect(
            starter.status == 0 && starter.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 61)
        let good = try place.write("good.toml", starter.text)
        let checked = try place.run("rules", "check", good)
        #expect(checked.status == 0 && checked.text.contains("no fault"), "\(checked)")
        let bad = try place.write("bad.toml", "reserv = 4\n[deadlines.waiting]\nP1 = 90\n")
        let told = try place.run("rules", "check", bad)
        #expect(told.status == 2, "\(told)")
        #expect(
            told.errors.contains("bad.toml:1:1: reserv") && told.errors.contains("bad.toml:3:1: deadlines.waiting.P1"))
        let chinese = try place.run("rules", "check", bad, "--locale", "zh")
        #expect(chinese.status == 2 && chinese.errors.contains("是否为 reserve"), "\(chinese)")
        let json = try place.run("rules", "check", bad, "--json")
        #expect(json.status == 2 && json.text.contains("\"field\" : \"deadlines.waiting.P1\""), "\(json)")
        #expect(try place.run("rules", "check").status == 2, "there is no room.toml")
        #expect(try place.run("rules", "check", place.file("none.toml")).status == 2)
    }

    @Test("Two files that differ are told apart, and what ships is printed")
    func compare() throws {
        let file = try place.write("room.toml", "reserve = 4\n")
        let shown = try place.run("rules", "show", "--default")
        #expect(shown.status == 0 && shown.text.contains("[deadlines.waiting]\nP1 = \"3m\""), "\(shown)")
        let whole = try place.write("whole.toml", shown.text)
        let same = try place.run("rules", "diff", "default", whole)
        #expect(same.status == 0 && same.text.contains("no difference"), "\(same)")
        let other = try place.run("rules", "diff", "default", file)
        #expect(other.status == 0 && other.text.contains("reserve: (none) → 4"), "\(other)")
    }

    @Test("Without a screen rules are adopted on request alone, and the journal keeps them without the file")
    func ingest() throws {
        let (own, data) = (try place.write("config/watchfloor/room.toml", "reserve = 4\n"), place.file("data"))
        let arguments = ["ingest", "--feed", "stdin", "--data-dir", data]
        let refused = try place.start(arguments).wait()
        #expect(refused.status == 2 && refused.errors.contains("--adopt-rules"), "\(refused)")
        let adopted = try place.start(arguments + ["--adopt-rules"]).wait()
        #expect(adopted.status == 0, "\(adopted)")
        #expect(try place.start(arguments).wait().status == 0, "nothing differs any more")
        unlink(own)
        let shown = try place.run("rules", "show", "--data-dir", data)
        #expect(shown.status == 0 && shown.text.contains("\nreserve = 4\n"), "\(shown)")
        #expect(try place.run("rules", "diff", "default", data).text.contains("reserve: (none) → 4"))
        #expect(try place.run("journal", "verify", "--data-dir", data).status == 0)
    }
}
