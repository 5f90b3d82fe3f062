import Foundation
import TestSupport
import Testing

/// The console as a picture, as a browser of today shows it.
@Suite(.tags(.process), .full) struct PictureTests {
    private let place = Workplace()

    /// A browser without a window; nil, said loudly, when there is none.
    private static let browser: String? = {
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        let found = names.map { "/usr/bin/" + $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }
        if found == nil { print("SKIPPED: no browser to look at pictures with; there is none of \(names) in /usr/bin") }
        return found
    }()

    /// What a cell has to look like: `x` holds ink, `.` holds none, `?` may be either.
    private func expected(_ line: Substring, columns width: Int) -> String {
        var cells = ""
        for scalar in line.unicodeScalars {
            switch (columns(of: String(scalar)), scalar) {
            case (0, _): break
            case (2, _): cells += "x?"
            case (_, " "): cells += "."
            case (_, "\u{2580}"..."\u{259F}"): cells += "?"
            default: cells += "x"
            }
        }
        return cells + String(repeating: ".", count: max(0, width - cells.count))
    }

    /// The text that the picture carries for screen readers, a line a row.
    private func text(of svg: String) throws -> [Substring] {
        let start = try #require(svg.range(of: "<desc id=\"description\">")?.upperBound)
        let end = try #require(svg.range(of: "</desc>")?.lowerBound)
        let plain = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&amp;": "&"].reduce(String(svg[start..<end])) {
            $0.replacingOccurrences(of: $1.key, with: $1.value)
        }
        return plain.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// A page that draws the picture, reads its pixels and says which cells are not as they should be.
    private func page(_ svg: String, _ cells: [String]) -> String {
        """
        <!doctype html><meta charset="utf-8"><body>waiting<script>
        const rows = \(cells), image = new Image();
        image.onload = () => {
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [image.width, image.height];
          const pen = canvas.getContext("2d");
          pen.drawImage(image, 0, 0);
          const pixels = pen.getImageData(0, 0, image.width, image.height).data, wrong = [];
          const spread = (left, top, right, bottom) => {
            let most = 0;
            const first = (top * image.width + left) * 4;
            for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) {
              const at = (y * image.width + x) * 4;
              for (let part = 0; part < 3; part++) most = Math.max(most, Math.abs(pixels[at + part] - pixels[first + part]));
            }
            return most;
          };
          rows.forEach((row, y) => [...row].forEach((kind, x) => {
            const [left, top] = [x * 9, y * 19];
            if (kind == "x" && spread(left, top, left + 9, top + 19) < 30) wrong.push(`no ink at ${x},${y}`);
            if (kind == "." && spread(left + 2, top + 2, left + 7, top + 15) > 30) wrong.push(`ink at ${x},${y}`);
          }));
          document.body.textContent = `seen ${image.width}x${image.height}, wrong: ${wrong.length} ${wrong.slice(0, 20)}`;
        };
        image.src = "data:image/svg+xml;base64,\(Data(svg.utf8).base64EncodedString())";
        </script>
        """
    }

    @Test(
        "every cell of a picture holds what it should, in a browser",
        arguments: [
            ["--locale", "en"], ["--locale", "zh-Hans", "--theme", "light"], ["--colors", "8", "--theme", "phosphor"],
        ])
    func cells(_ look: [String]) throws {
        guard let browser = PictureTests.browser else { return }
        let data = place.file("data")
        let played = try place.run("replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", data)
        #expect(played.status == 0, "\(played)")
        let drawn = try place.start(["picture", "--data-dir", data, "--size", "150x40"] + look).wait()
        #expect(drawn.status == 0, "\(drawn)")
        let rows = try text(of: drawn.text).prefix(40).map { expected($0, columns: 150) }
        #expect(rows.count == 40 && rows.allSatisfy { $0.count == 150 })
        let file = try place.write("page.html", page(drawn.text, rows))
        let seen = try Spawned(
            browser,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + place.file("browser"),
                "--virtual-time-budget=20000", "--dump-dom", "file://" + file,
            ], environment: place.environment, input: "/dev/null", folder: place.path
        ).wait()
        #expect(seen.text.contains("seen 1350x760, wrong: 0 "), "\(seen.text.suffix(1000)) \(seen.errors.suffix(1000))")
    }

    @Test("as many keys as one likes are pressed before, and a key that is none is named")
    func keys() throws {
        let data = place.file("data")
        _ = try place.run("replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", data)
        let keys = Array(repeating: "j k", count: 300).joined(separator: " ")
        #expect(try place.run("picture", "--data-dir", data, "--keys", keys).status == 0)
        let refused = try place.run("picture", "--data-dir", data, "--keys", "j k entr")
        #expect(
            refused.status == 2 && refused.errors.contains("entr") && refused.errors.contains("enter"), "\(refused)")
        let colours = try place.run("picture", "--data-dir", data, "--colors", "many")
        #expect(colours.status == 2 && colours.errors.contains("24bit"), "\(colours)")
    }

    @Test("the wall is had as a picture without a terminal, its pages by name")
    func wall() throws {
        let data = place.file("data")
        _ = try place.run("replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", data)
        let english = try place.run("wall", "--data-dir", data, "--size", "100x30", "--locale", "en", "-o", "-")
        #expect(english.status == 0, "\(english)")
        let rows = try text(of: english.text)
        #expect(rows.count >= 30 && rows.contains { $0.contains("REPLAY") }, "\(rows)")
        let file = place.file("map.svg")
        let map = try place.run("wall", "--data-dir", data, "--locale", "zh-Hans", "--page", "map", "--output", file)
        #expect(map.status == 0 && map.text.isEmpty, "\(map)")
        #expect(try text(of: String(contentsOfFile: file, encoding: .utf8)).contains { $0.contains("B01") })
        for (option, value, said) in [
            ("--page", "weather", "attainment"), ("--size", "big", "160x48"), ("--size", "80x24x7", "160x48"),
        ] {
            let refused = try place.run("wall", "--data-dir", data, option, value, "-o", "-")
            #expect(refused.status == 2 && refused.errors.contains(said), "\(refused)")
        }
        let none = try place.run("wall", "--data-dir", place.file("none"), "-o", "-")
        #expect(none.status == 2 && none.errors.contains("none"), "\(none)")
    }

    @Test("what is read from the journal stands on a picture: demand, the scorecard, the past")
    func surroundings() throws {
        let data = place.file("data")
        _ = try place.run("replay", "--as-recorded", "--speed", "max", "--headless", "--data-dir", data)
        func drawn(_ keys: String) throws -> String {
            let picture = try place.run("picture", "--data-dir", data, "--locale", "en", "--keys", keys)
            return try text(of: picture.text).joined(separator: "\n")
        }
        #expect(try drawn("P").contains("Demand"))
        #expect(!(try drawn("7").contains("No journal to take figures from")))
        #expect(try drawn(": a s o f space 1 8 : 0 0 enter").contains("PAST"))
    }
}
