import Foundation
import TestSupport
import Testing

/// The linear mode: sentences on standard output.
@Suite(.tags(.process), .full) struct LinearTests {
    private let place = Workplace()

    private func played() throws -> String {
        let data = place.file("data")
        let outcome = try place.run("replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", data)
        #expect(outcome.status == 0, "\(outcome)")
        return data
    }

    @Test("the sample's evening is told in whole sentences, in both languages", arguments: ["en", "zh-Hans"])
    func sentences(_ language: String) throws {
        let data = try played()
        let told = try place.run("tail", "--data-dir", data, "--since", "start", "--locale", language)
        #expect(told.status == 0 && told.errors.isEmpty, "\(told)")
        let lines = told.text.split(separator: "\n")
        #expect(lines.count > 100)
        let end: Character = language == "en" ? "." : "。"
        for line in lines { #expect(line.last == end, "\(line)") }
        #expect(lines.contains { $0.hasPrefix(language == "en" ? "P1: " : "一级：") })
        // No cursor, no colour, no box.
        #expect(
            told.text.unicodeScalars.allSatisfy {
                $0 == "\n" || $0.value >= 0x20 && !(0x2500...0x257F).contains($0.value)
            })
        let few = try place.run("tail", "--data-dir", data, "--locale", language)
        #expect((10...60).contains(few.text.split(separator: "\n").count), "\(few)")
    }

    @Test("a line of JSON holds position, time, urgency and the sentence")
    func json() throws {
        let told = try place.run("tail", "--data-dir", try played(), "--since", "start", "--json")
        let lines = told.text.split(separator: "\n")
        var last: Int64 = 0
        for line in lines {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let position = try #require(object["position"] as? Int64)
            #expect(
                position > last && object["sentence"] is String && object["urgency"] is String && object["at"] is Int64)
            last = position
        }
        #expect(lines.count > 100)
    }

    @Test("a replay in sentences tells what the replayed journal then holds")
    func plain() throws {
        let data = place.file("plain")
        let told = try place.run("replay", "--as-recorded", "--speed", "max", "--plain", "--data-dir", data)
        #expect(told.status == 0, "\(told)")
        let again = try place.run("tail", "--data-dir", data, "--since", "start")
        let (first, second) = (
            told.text.split(separator: "\n").dropFirst(), again.text.split(separator: "\n").dropFirst()
        )
        // What is declared before the first call is in the journal alone.
        #expect(first.count > 100 && Array(second.suffix(first.count)) == Array(first))
        #expect(try place.run("replay", data, "--plain").text == again.text)
    }

    @Test("what is followed goes on until its reader goes; a folder without a journal is told")
    func following() throws {
        let data = try played()
        let outcome = try place.shell("\"$watchfloor\" tail --follow --data-dir \(data) | head -3; echo ended")
        #expect(outcome.text.hasSuffix("ended\n"), "\(outcome)")
        #expect(outcome.text.split(separator: "\n").count == 4, "\(outcome)")
        let none = try place.run("tail", "--data-dir", place.file("nowhere"))
        #expect(none.status == 2 && none.errors.contains("nowhere"), "\(none)")
    }

    @Test("A folder that is moved away and put back, or replaced by another one, is taken up again")
    func putBack() throws {
        let data = try played()
        let away = data + "-away"
        let script = """
            exec 2>&1
            heard() {
                tries=0
                until [ $(grep -c "$1" \(place.file("told"))) -ge $2 ]; do
                    sleep 0.1
                    tries=$((tries + 1))
                    [ $tries -lt 600 ] || break
                done
            }
            "$watchfloor" tail --follow --locale en --data-dir \(data) > \(place.file("told")) &
            tail=$!
            heard 'no console writes' 1
            mv \(data) \(away)
            heard 'moved away' 1
            mkdir \(data)
            cp \(away)/* \(data)/
            heard 'no console writes' 2
            kill $tail
            wait $tail
            true
            """
        _ = try place.shell(script)
        let told = try String(contentsOfFile: place.file("told"), encoding: .utf8)
        #expect(told.components(separatedBy: "no console writes").count == 3, "\(told.suffix(1000))")
        #expect(!told.contains("another journal"), "\(told)")
    }

    @Test(
        "Another journal that takes the place of the one that is followed is taken up, however it gets there",
        arguments: [
            "mv at at-away; mv \"$big\" at", "ln -sfn \"$big\" at-new; mv -T at-new at",
            "cp \"$big\"/* at/ 2>/dev/null",
        ])
    func another(way: String) throws {
        let big = try played()
        let told = place.file("told")
        let script = """
            exec 2>&1
            big=\(big)
            heard() {
                tries=0
                until grep -q "$1" \(told); do
                    sleep 0.1
                    tries=$((tries + 1))
                    [ $tries -lt 600 ] || break
                done
            }
            call='{"kind":"incident.report","id":"1","type":"robbery","priority":1,"place":"Pier 39","time":"2026-11-28T20:00:00Z"}'
            echo "$call" | "$watchfloor" ingest --data-dir small --feed cad=stdin
            case '\(way)' in ln*) ln -s small at ;; *) mv small at ;; esac
            "$watchfloor" tail --follow --locale en --data-dir at > \(told) &
            tail=$!
            heard 'no console writes'
            \(way)
            heard 'another journal lies there now'
            heard 'Board at 20.* [1-9][0-9]* incidents open'
            kill $tail
            wait $tail
            "$watchfloor" status --data-dir at
            """
        let outcome = try place.shell(script)
        let text = try String(contentsOfFile: told, encoding: .utf8)
        let parts = text.components(separatedBy: "another journal lies there now")
        #expect(
            parts.count == 2 && parts[0].contains("Pier 39") && parts[1].contains("incidents open"),
            "\(text)\n\(outcome)")
        // Nothing of the other one was told as if it were the first one's.
        #expect(parts[0].components(separatedBy: "new #").count == 2, "\(text)")
    }

    @Test("A file in place of the folder is told by all that follow a journal", arguments: ["tail", "status", "wall"])
    func noFolder(_ command: String) throws {
        let file = place.file("file")
        try "x".write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try place.run(command, "--data-dir", file)
        #expect(outcome.status == 2 && outcome.errors.contains("this is no folder"), "\(outcome)")
    }

    @Test(
        "A theme or profile that is not there is refused wherever it is named",
        arguments: ["console", "picture", "wall", "replay", "drill"])
    func unknownLook(_ command: String) throws {
        for option in ["--theme", "--profile"] {
            let outcome = try place.run(command, option, "nope")
            #expect(outcome.status == 2 && outcome.errors.contains("nope"), "\(outcome)")
        }
    }

    @Test("A link is replaced, not what it leads to, and only with --force")
    func linkedExtras() throws {
        let prefix = place.file("linked")
        let page = prefix + "/share/man/man1/watchfloor.1"
        let own = place.file("own")
        try FileManager.default.createDirectory(
            atPath: prefix + "/share/man/man1", withIntermediateDirectories: true)
        try "mine".write(toFile: own, atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(atPath: page, withDestinationPath: own)
        let refused = try place.start(["install-extras", "--prefix", prefix]).wait()
        #expect(refused.status == 1 && refused.errors.contains(page), "\(refused)")
        #expect(try place.run("install-extras", "--prefix", prefix, "--force").status == 0)
        #expect(try String(contentsOfFile: own, encoding: .utf8) == "mine")
        #expect(try String(contentsOfFile: page, encoding: .utf8).contains("WATCHFLOOR"))
    }

    @Test("only the folders that were made go again, whichever run made them; a file as prefix is told")
    func folders() throws {
        let prefix = place.file("mine")
        for kept in ["share/zsh/site-functions", "share/man", "share/other"] {
            try FileManager.default.createDirectory(
                atPath: prefix + "/" + kept, withIntermediateDirectories: true)
        }
        #expect(try place.run("install-extras", "--prefix", prefix).status == 0)
        // What was made by an older program is renewed, and stays known for what was made with it.
        let page = prefix + "/share/man/man1/watchfloor.1"
        let old = try String(contentsOfFile: page, encoding: .utf8).replacingOccurrences(of: "WATCHFLOOR", with: "OLD")
        try old.write(toFile: page, atomically: true, encoding: .utf8)
        #expect(try place.run("install-extras", "--prefix", prefix).text.contains("renewed     " + page))
        #expect(try place.run("install-extras", "--prefix", prefix).text.contains("as it is    " + page))
        // The page in the other language is found, too.
        #expect(try place.run("install-extras", "--prefix", prefix, "--locale", "zh-Hans").status == 0)
        let removed = try place.run("install-extras", "--prefix", prefix, "--remove")
        #expect(removed.status == 0 && removed.text.contains("zh_CN"), "\(removed)")
        let left = try FileManager.default.subpathsOfDirectory(atPath: prefix).sorted()
        #expect(left == ["share", "share/man", "share/other", "share/zsh", "share/zsh/site-functions"])
        let file = try place.write("file", "mine")
        for locale in ["en", "zh-Hans"] {
            let refused = try place.run("install-extras", "--prefix", file, "--locale", locale)
            #expect(refused.status == 2 && !refused.errors.contains("512"), "\(refused)")
            #expect(refused.errors.contains(locale == "en" ? "Not a directory" : "不是目录"), "\(refused)")
        }
    }

    @Test("completions and the manual page are installed, left alone where others made them, and removed")
    func extras() throws {
        let prefix = place.file("prefix")
        let installed = try place.run("install-extras", "--prefix", prefix)
        #expect(installed.status == 0 && installed.errors.isEmpty, "\(installed)")
        let files = [
            "bash-completion/completions/watchfloor", "zsh/site-functions/_watchfloor",
            "fish/vendor_completions.d/watchfloor.fish", "man/man1/watchfloor.1",
        ].map { prefix + "/share/" + $0 }
        for file in files {
            #expect(installed.text.contains(file))
            #expect(FileManager.default.fileExists(atPath: file), "\(file)")
        }
        #expect(try String(contentsOfFile: files[1], encoding: .utf8).hasPrefix("#compdef"))
        #expect(try place.shell("bash -n '\(files[0])' && echo fine").text == "fine\n")
        #expect(try place.run("install-extras", "--prefix", prefix).text.contains("as it is"))
        try "# mine\n".write(toFile: files[2], atomically: true, encoding: .utf8)
        for arguments in [[], ["--remove"]] {
            let refused = try place.start(["install-extras", "--prefix", prefix] + arguments).wait()
            #expect(refused.status == 1 && refused.errors.contains(files[2]), "\(refused)")
        }
        #expect(try String(contentsOfFile: files[2], encoding: .utf8) == "# mine\n")
        let forced = try place.run("install-extras", "--prefix", prefix, "--force")
        #expect(forced.status == 0 && forced.text.contains("REPLACED    " + files[2]), "\(forced)")
        let removed = try place.run("install-extras", "--prefix", prefix, "--remove")
        #expect(removed.status == 0, "\(removed)")
        for file in files { #expect(!FileManager.default.fileExists(atPath: file), "\(file)") }
        // Of what was made for them the folders of the file that was replaced are left: nothing says any more who made them.
        let left = try FileManager.default.subpathsOfDirectory(atPath: prefix).sorted()
        #expect(left == ["share", "share/fish", "share/fish/vendor_completions.d"])
        // Without a prefix they go where a user's own data is.
        #expect(
            try place.run("install-extras").text.contains(place.file("share/fish/vendor_completions.d/watchfloor.fish"))
        )
    }
}
