import Core
import DispatchModel
import Foundation
import TerminalKit
import Testing
import Themes
import Wall
import Wording

/// Whole pictures as they were approved by eye. After a wanted change run the tests with WATCHFLOOR_RECORD_FRAMES=1, look
/// at the difference, and commit it.
@Suite("Golden pictures of the wall")
struct GoldenWallTests {
    private static let names = [
        "50x14 alarm english styled", "50x14 calm english styled", "50x14 dead english styled", "50x14 late english",
        "50x14 alarm chinese styled", "50x14 calm chinese", "50x14 dead chinese", "50x14 emergency english",
        "50x14 busy english", "50x14 waiting english", "31x9 alarm english styled", "31x9 alarm chinese",
        "31x9 calm english", "31x9 dead english", "80x24 alarm english styled", "80x24 alarm english light styled",
        "80x24 calm chinese", "80x24 dead english", "80x24 alarm english mono styled", "80x24 emergency chinese",
        "160x48 alarm english", "160x48 calm english", "160x48 alarm chinese", "160x48 dead chinese",
        "240x67 alarm english", "240x67 calm chinese",
    ]

    @Test("every picture is as approved")
    func frames() throws {
        let isRecording = ProcessInfo.processInfo.environment["WATCHFLOOR_RECORD_FRAMES"] != nil
        for name in GoldenWallTests.names {
            let text = GoldenWallTests.draw(name)
            let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Frames")
                .appending(path: name.replacing(" ", with: "-") + ".txt")
            if isRecording {
                try (text + "\n").write(to: file, atomically: true, encoding: .utf8)
                continue
            }
            let approved = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            #expect(text + "\n" == approved, "\(name) differs; drawn:\n\(text)")
        }
    }

    private static func draw(_ name: String) -> String {
        let words = name.split(separator: " ").map(String.init)
        let look = WallFixture.look(words.contains("light") ? "light" : "dark", noColour: words.contains("mono"))
        let grid = picture(words, look: look)
        guard words.contains("styled") else { return grid.text() }
        let roles = Role.allCases.reversed().reduce(into: [Style: String]()) { $0[look.theme.style($1)] = $1.name }
        return grid.styledText { roles[$0] ?? Grid.describe($0) }
    }

    static func picture(_ words: [String], look: WallLook) -> Grid {
        let size = words[0].split(separator: "x").compactMap { Int($0) }
        var fixture = WallFixture.alarm()
        switch words[1] {
        case "calm", "waiting": fixture = .quiet()
        case "emergency": fixture = .emergency()
        case "busy":
            fixture = .quiet()
            fixture.call("crash", .p2, "Lombard", "B06", ago: 480)
            fixture.alert(ago: 70)
            fixture.fold()
        default: break
        }
        let language: Language = words.contains("chinese") ? .chinese : .english
        return fixture.draw(size[0], size[1], language, look: look) { scene in
            scene.beats = 3
            let now = scene.now
            switch words[1] {
            case "dead": scene.life = .dead(WallDeath(.writerSilent, since: now, ago: .seconds(45)))
            case "late": scene.life = .late(.seconds(4))
            case "waiting":
                scene.life = .waiting(
                    WallWait(folder: "/srv/watchfloor/live", waited: .seconds(75), looks: 37))
            default: break
            }
        }
    }
}
