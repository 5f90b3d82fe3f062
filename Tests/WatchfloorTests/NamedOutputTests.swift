import Foundation
import TestSupport
import Testing

/// Where commands write what a person names: nothing is lost by it, and one rule holds for all of them.
@Suite(.tags(.process), .full) struct NamedOutputProcessTests {
    private let place = Workplace()
    private let data: String

    init() throws {
        data = place.file("data")
        let played = try place.run("replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", data)
        #expect(played.status == 0, "\(played)")
        #expect(try place.run("sample", "-o", place.file("calls.csv")).status == 0)
    }

    /// Every command that writes a named file, with DATA for a data folder, LOG for a call log and X for the file.
    private static let commands = [
        "sample -o X", "drill from-log LOG -o X", "drill from-journal DATA -o X", "picture --data-dir DATA -o X",
        "wall --data-dir DATA -o X", "report --handover --data-dir DATA -o X",
        "report --bulletin week --data-dir DATA --output X",
        "model fit LOG --replications 2 --anyway -o X",
        "study linjiang --days 1 --replications 2 --variant rule=coverage --csv X",
        "study linjiang --days 1 --replications 2 --variant rule=coverage --html X",
    ]

    private func run(_ line: String, _ file: String, _ more: String...) throws -> Outcome {
        let names = ["DATA": data, "LOG": place.file("calls.csv"), "X": file]
        return try place.start(line.split(separator: " ").map { names[String($0)] ?? String($0) } + more).wait()
    }

    @Test("no command writes over a journal, even by a link", arguments: commands)
    func journals(_ line: String) throws {
        let journal = data + "/journal.sqlite"
        let before = try Data(contentsOf: URL(filePath: journal))
        try FileManager.default.createSymbolicLink(atPath: place.file("link"), withDestinationPath: journal)
        for file in [journal, data + "/journal.sqlite-wal", data + "/writer.lock", place.file("link")] {
            let outcome = try run(line, file)
            #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome)")
            #expect(outcome.errors.contains("belongs to the data folder"), "\(outcome)")
            let chinese = try run(line, file, "--locale", "zh-Hans")
            #expect(chinese.status == 2 && chinese.errors.contains("数据目录"), "\(chinese)")
        }
        #expect(try Data(contentsOf: URL(filePath: journal)) == before)
        #expect(try place.run("journal", "verify", "--data-dir", data).status == 0)
    }

    @Test("- is standard output for every command, which then carries nothing else", arguments: commands)
    func standardOutput(_ line: String) throws {
        let file = place.file("file")
        #expect(try run(line, file).status == 0)
        let written = try #require(FileManager.default.contents(atPath: file))
        let outcome = try run(line, "-")
        let dash = String(decoding: written, as: UTF8.self)
        #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.text == dash || outcome.text == dash + "\n", "\(line)")
        #expect(!FileManager.default.fileExists(atPath: place.file("-")))
        let help = try place.start(
            line.split(separator: " ").prefix(while: { $0 != "-o" && $0 != "--output" }).filter {
                !["DATA", "LOG"].contains($0)
            }.prefix(line.hasPrefix("drill") || line.hasPrefix("model") ? 2 : 1).map(String.init) + ["--help"]
        ).wait()
        #expect(help.text.contains("-:") || help.text.contains("and -"), "\(help.text)")
    }

    @Test(
        "a name that nothing can be written to ends with 2 and the cause, whichever command",
        arguments: commands)
    func misnamed(_ line: String) throws {
        let causes = [
            ("", "empty", "为空"), (place.path, "Is a directory", "这是目录"),
            (place.file("calls.csv/x"), "Not a directory", "不是目录"),
            (place.file("none/x"), "No such file or directory", "没有该文件或目录"),
        ]
        for (file, english, chinese) in causes {
            for (locale, cause) in [("en", english), ("zh-Hans", chinese)] {
                let outcome = try run(line, file, "--locale", locale)
                #expect(outcome.status == 2 && outcome.errors.contains(cause), "\(line) \(outcome)")
            }
        }
    }

    @Test(
        "no command writes over what it reads",
        arguments: [
            ("picture --data-dir DATA --ground X -o X", "ground"), ("wall --data-dir DATA --ground X -o X", "ground"),
            ("wall --data-dir DATA --ground X -o SHAPES", "ground"),
            ("picture --data-dir DATA --ground X -o SHAPES", "ground"),
            ("drill from-log X -o X", "log"), ("model fit X --replications 2 --anyway -o X", "log"),
            ("drill from-log LOG --mapping X -o X", "mapping"),
            ("study X linjiang --days 1 --replications 2 --csv X", "district"),
        ])
    func inputs(_ line: String, _ kind: String) throws {
        let shapes = try place.write(
            "shapes.geojson",
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"B1"},"geometry":
            {"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]]]}}]}
            """)
        let file: String
        switch kind {
        case "ground": file = try place.write("ground.toml", "[beats]\nfile = \"shapes.geojson\"\nkey = \"name\"\n")
        case "mapping": file = try place.write("m.toml", try place.run("mapping", "show", "sample-district").text)
        case "district":
            file = place.file("d.toml")
            #expect(try place.run("model", "fit", place.file("calls.csv"), "--anyway", "-o", file).status == 0)
        default: file = place.file("calls.csv")
        }
        let before = try String(contentsOfFile: file, encoding: .utf8)
        let outcome = try run(line.replacingOccurrences(of: "SHAPES", with: shapes), file)
        #expect(outcome.status == 2 && outcome.errors.contains("read"), "\(outcome)")
        #expect(outcome.errors.contains("not written over"), "\(outcome)")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
        #expect(try String(contentsOfFile: shapes, encoding: .utf8).hasPrefix("{"))
    }

    @Test("two outputs of one command are two files")
    func twice() throws {
        let outcome = try run(Self.commands[8], place.file("both"), "--html", place.file("both"))
        #expect(outcome.status == 2 && outcome.errors.contains("same file"), "\(outcome)")
    }

    @Test(
        "options at their edges are refused with a remedy",
        arguments: [
            "wall --check --colors 17", "wall --check --colors 0", "wall --check --size 0x0",
            "wall --check --size +160x48", "wall --check --size 160x48x", "wall --check --page nowhere",
            "wall --check --night 22:00-22:00", "wall --check --night 22:00--06:00", "wall --check --night 22-06",
            "wall --check --night 24:00-06:00", "wall --check --night +22:00-06:00", "wall --check --pixels 0",
            "wall --check --screen nan", "wall --check --screen 0in", "wall --check --distance 5kg",
            "wall --check --distance inf", "wall --check --reserve 100001", "picture --size 501x48",
            "picture --colors 17", "demand --posts --units 0", "demand --posts --busy nan", "demand --posts --busy 1",
            "demand --posts --minutes 121", "report --bulletin week --from 9999-12-31",
            "report --bulletin week --from 1969-12-31", "report --bulletin week --from 2026-02-30",
            "report --bulletin week --from +2026-02-01", "report --bulletin year --from 999999999-01-01",
        ])
    func edges(_ line: String) throws {
        let outcome = try run(line, "", "--data-dir", data)
        #expect(outcome.status == 2 && outcome.output.isEmpty && !outcome.errors.isEmpty, "\(outcome)")
        #expect(outcome.errors.contains(#/write|give|must be|to|from|one of/#), "\(outcome)")
    }

    @Test("a day that the calendar has and no bulletin can be about is told as such")
    func days() throws {
        let beyond = try run("report --bulletin week --from 9999-12-31 --data-dir DATA", "")
        #expect(beyond.errors.contains("from 1970-01-01 to 9998-12-31"), "\(beyond)")
        let none = try run("report --bulletin week --from 2026-02-30 --data-dir DATA", "")
        #expect(none.errors.contains("is no day"), "\(none)")
        let log = try run("drill from-log LOG --from 999999999-01-01", "")
        #expect(log.status == 2 && log.errors.contains("beyond the year 9999"), "\(log)")
        #expect(try run("report --bulletin week --from 9998-12-31 --data-dir DATA", "").status == 0)
    }

    @Test(
        "a data folder without a name is none",
        arguments: [
            "status", "report", "picture", "wall --check", "wall -o X", "journal verify", "journal import LOG", "tail",
            "demand", "console --plain", "replay --headless", "ingest --feed stdin",
        ])
    func nameless(_ line: String) throws {
        let outcome = try run(line, place.file("x"), "--data-dir", "")
        #expect(outcome.status == 2 && outcome.errors.contains("data folder is empty"), "\(outcome)")
    }
}
