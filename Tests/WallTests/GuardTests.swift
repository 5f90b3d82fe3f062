import DispatchModel
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Wall

extension WallFixture {
    /// A picture as a wall sends it.
    func sent(
        _ columns: Int, _ rows: Int, _ language: Language = .english, _ change: (inout WallScene) -> Void = { _ in }
    ) -> SentPicture {
        drawPicture(
            of: scene(change), words: WallWords(Words(language)), look: WallFixture.look(),
            size: Size(columns: columns, rows: rows))
    }
}

@Suite("The guard of a wall")
struct GuardTests {
    private func at(_ seconds: Int64) -> Timestamp { District.now + .seconds(seconds) }

    @Test("A wall that gives no picture is dead after 3 s, killed after 6, and started anew")
    func silent() {
        var watch = GuardWatch()
        #expect(watch.order(at: at(0)) == .start)
        watch.start(at: at(0))
        for second in 1...5 { watch.hear(at: at(Int64(second))) }
        #expect(watch.silentSince(at: at(7)) == nil && watch.order(at: at(7)) == .wait)
        #expect(watch.silentSince(at: at(9)) == at(5) && watch.order(at: at(9)) == .wait)
        #expect(watch.order(at: at(12)) == .kill)
        watch.end(at: at(12))
        #expect(watch.order(at: at(12)) == .wait && watch.order(at: at(13)) == .start)
        #expect(watch.restarts == 1 && watch.silentSince(at: at(13)) == at(5))
    }

    @Test("Starts are at most 30 s apart and never given up; a good minute forgets them")
    func bounded() {
        var watch = GuardWatch()
        var (now, waits) = (Int64(0), [Int64]())
        for _ in 0..<12 {
            watch.start(at: at(now))
            now += 1
            watch.end(at: at(now))
            let before = now
            while watch.order(at: at(now)) != .start { now += 1 }
            waits.append(now - before)
        }
        #expect(waits == [1, 2, 4, 8, 16, 30, 30, 30, 30, 30, 30, 30])
        watch.start(at: at(now))
        for second in 0...61 { watch.hear(at: at(now + Int64(second))) }
        #expect(watch.restarts == 0)
    }

    @Test("A first picture may take two minutes")
    func first() {
        var watch = GuardWatch()
        watch.start(at: at(0))
        #expect(watch.order(at: at(119)) == .wait && watch.order(at: at(121)) == .kill)
        #expect(watch.silentSince(at: at(119)) == nil)
    }

    @Test("A picture comes through the pipe as it was, in pieces of any size", arguments: [1, 2, 3] as [UInt64])
    func code(seed: UInt64) {
        var random = Seeded(seed)
        var reader = FrameReader()
        for language in Language.allCases {
            let picture = WallFixture.alarm().sent(80, 24, language)
            var bytes = FrameCode.encode(picture)[...]
            var found: SentPicture?
            while !bytes.isEmpty {
                let count = min(bytes.count, Int.random(in: 1...3000, using: &random))
                found = reader.newest(bytes.prefix(count)) ?? found
                bytes = bytes.dropFirst(count)
            }
            #expect(found == picture, "seed \(seed)")
        }
    }

    @Test("What kind of picture it is, and its first row below its strip, come with it", arguments: BoardMode.allCases)
    func header(mode: BoardMode) {
        let lives: [(WallLife, Int)] = [
            (.live, 1), (.late(.seconds(4)), 1),
            (.dead(WallDeath(.writerSilent, since: District.now, ago: .seconds(45))), 3),
            (.waiting(WallWait(folder: "/data")), 2),
        ]
        for (life, top) in lives {
            for shift in 0...3 {
                let sent = WallFixture.alarm().sent(160, 48) { ($0.mode, $0.life, $0.shift) = (mode, life, shift) }
                var reader = FrameReader()
                let found = reader.newest(FrameCode.encode(sent))
                #expect(found == sent && found?.mode == mode, "\(life) \(shift)")
                #expect(found?.top == top + (shift >= 2 ? 1 : 0), "\(life) \(shift)")
            }
        }
    }

    @Test(
        "What is no picture ends it, and nothing harmful comes through",
        arguments: [
            "hello\n", "frame 0 1 1 1 1\n", "frame 3 1 1 1 99999999999\n", "frame 2 1 1 1 3\nab\n",
            "frame a b c d e\n", "frame 2 1 0 1 3\n", "frame 2 1 4 1 3\n", "frame 2 1 300 1 3\n",
            "frame 2 1 1 2 3\n", "frame 2 1 1 -1 3\n", "frame 2 1 1 x 3\n", "frame 2 1 3\n", "frame 2 1 1 1 3 4\n",
        ])
    func broken(text: String) {
        var reader = FrameReader()
        #expect(reader.newest(Array(text.utf8)) == nil && reader.isBroken)
        #expect(reader.newest(FrameCode.encode(WallFixture.quiet().sent(50, 14))) == nil)
    }

    @Test("Escape sequences in a picture's text are made harmless")
    func harmless() {
        let body = Array("d d 0\u{1F}\u{1B}[2Jx\u{1F}\n".utf8)
        var reader = FrameReader()
        let grid = reader.newest(Array("frame 5 1 1 1 \(body.count)\n".utf8) + body)?.grid
        #expect(grid != nil)
        #expect((grid?.cells ?? []).allSatisfy { $0.base >= 0x20 || $0.width == 0 })
    }

    @Test("The guard's own plate stands over the last picture, whose colours are off", arguments: Language.allCases)
    func plate(language: Language) {
        let words = WallWords(Words(language))
        let picture = GuardPicture(words: words, look: WallFixture.look(), contact: "4417")
        let last = WallFixture.alarm().sent(50, 14, language)
        let death = WallDeath(.wall(restarts: 0), since: District.now, ago: .seconds(4))
        let grid = picture.dead(death, last: last, size: last.grid.size, now: District.now)
        let text = grid.text()
        #expect(text.contains(language == .english ? "NOT LIVE" : "非实时") && text.contains("4417"))
        #expect(text.contains("▒"))
        let colours = [WallFixture.look().theme.style(.priorityP1).foreground]
        #expect(!grid.cells.contains { colours.contains($0.style.background) || colours.contains($0.style.foreground) })
    }

    @Test(
        "However the last picture was moved, live or late, the plate keeps its mark and stands in its strip's place",
        arguments: BoardMode.allCases, [(50, 14), (80, 24), (160, 48)])
    func marks(mode: BoardMode, size: (Int, Int)) {
        let words = WallWords(Words(.english))
        let picture = GuardPicture(words: words, look: WallFixture.look(), contact: "4417")
        let death = WallDeath(.wall(restarts: 0), since: District.now, ago: .seconds(4))
        for life in [WallLife.live, .late(.seconds(4))] {
            for shift in 0...3 {
                let last = WallFixture.alarm().sent(size.0, size.1) {
                    ($0.mode, $0.life, $0.shift) = (mode, life, shift)
                }
                let grid = picture.dead(death, last: last, size: last.grid.size, now: District.now)
                let text = grid.text()
                for other in [BoardMode.replay, .exercise] {
                    #expect(text.contains(words.modePlate(other)) == (other == mode), "\(life) \(shift)\n\(text)")
                }
                // The first row of the figures is the first below the plate; the strip is nowhere.
                #expect(grid.text(row: 3).contains("P1"), "\(life) \(shift)\n\(text)")
                #expect(!text.contains("LATE") && !text.contains("avl 40s"), "\(life) \(shift)\n\(text)")
            }
        }
        // On a screen of another size there is the plate alone, of the same mode.
        let last = WallFixture.alarm().sent(160, 48) { ($0.mode, $0.shift) = (mode, 3) }
        let alone = picture.dead(death, last: last, size: Size(columns: size.0, rows: 13), now: District.now).text()
        #expect(mode == .live || alone.contains(words.modePlate(mode)), "\(alone)")
    }

    @Test(
        "Any key tells the way out at a glance and changes nothing else; the end asks first, or comes by Ctrl-C at once"
    )
    func keys() {
        var keys = GuardKeys()
        let words = WallTroubleWords(WallWords(Words(.english)))
        for letter in "abcdefghijklmnoprstuvwxyzABCDR:/.! 0123456789" {
            guard let scalar = letter.unicodeScalars.first else { continue }
            for key in [Key(.character(scalar)), Key(.character(scalar), .alt), Key(.enter)] {
                #expect(keys.press(key, at: at(0)) == .changed)
                #expect(keys.text(words, at: at(0))?.hasPrefix("q, then y, ends it · Ctrl-C") == true)
            }
        }
        #expect(keys.text(words, at: at(10)) == nil, "it stays for ten seconds")
        _ = keys.press(Key(.character("x")), at: at(0))
        for key in [Key(.escape), Key(.character("?"))] {
            #expect(keys.press(key, at: at(0)) == .changed)
        }
        #expect(keys.press(Key(.escape), at: at(0)) == .changed && keys.text(words, at: at(0)) == nil)
        #expect(keys.press(Key(.character("q")), at: at(1)) == .changed)
        #expect(keys.text(words, at: at(1))?.contains("end the wall?") == true)
        #expect(keys.press(Key(.character("n")), at: at(2)) == .changed && keys.text(words, at: at(2)) == nil)
        _ = keys.press(Key(.character("q")), at: at(3))
        #expect(keys.text(words, at: at(14)) == nil, "nobody answered")
        #expect(keys.press(Key(.character("y")), at: at(14)) == .changed, "it tells the keys")
        _ = keys.press(Key(.character("q")), at: at(15))
        #expect(keys.press(Key(.character("y")), at: at(16)) == .end)
        #expect(keys.press(Key(.character("l"), .control), at: at(17)) == .redraw)
        #expect(keys.press(Key(.character("c"), .control), at: at(18)) == .end)
    }

    @Test("A question covers the last row alone")
    func question() {
        let grid = WallFixture.alarm().draw(50, 14)
        let picture = GuardPicture(words: WallWords(Words(.english)), look: WallFixture.look(), contact: "")
        let asked = picture.line("end the wall?", over: grid)
        for row in 0..<13 { #expect(asked.text(row: row) == grid.text(row: row)) }
        #expect(asked.text(row: 13).contains("end the wall?"))
    }
}
