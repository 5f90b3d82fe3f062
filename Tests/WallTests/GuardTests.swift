import DispatchModel
import TerminalKit
import TestSupport
import Testing
import Wording

@testable import Wall

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
            let grid = WallFixture.alarm().draw(80, 24, language)
            var bytes = FrameCode.encode(grid)[...]
            var found: Grid?
            while !bytes.isEmpty {
                let count = min(bytes.count, Int.random(in: 1...3000, using: &random))
                found = reader.newest(bytes.prefix(count)) ?? found
                bytes = bytes.dropFirst(count)
            }
            #expect(found == grid, "seed \(seed)")
        }
    }

    @Test(
        "What is no picture ends it, and nothing harmful comes through",
        arguments: ["hello\n", "frame 0 1 1\n", "frame 3 1 99999999999\n", "frame 2 1 3\nab\n", "frame a b c\n"])
    func broken(text: String) {
        var reader = FrameReader()
        #expect(reader.newest(Array(text.utf8)) == nil && reader.isBroken)
        #expect(reader.newest(FrameCode.encode(WallFixture.quiet().draw(50, 14))) == nil)
    }

    @Test("Escape sequences in a picture's text are made harmless")
    func harmless() {
        let body = Array("d d 0\u{1F}\u{1B}[2Jx\u{1F}\n".utf8)
        var reader = FrameReader()
        let grid = reader.newest(Array("frame 5 1 \(body.count)\n".utf8) + body)
        #expect(grid != nil)
        #expect((grid?.cells ?? []).allSatisfy { $0.base >= 0x20 || $0.width == 0 })
    }

    @Test("The guard's own plate stands over the last picture, whose colours are off", arguments: Language.allCases)
    func plate(language: Language) {
        let words = WallWords(Words(language))
        let picture = GuardPicture(words: words, look: WallFixture.look(), contact: "4417")
        let last = WallFixture.alarm().draw(50, 14, language)
        let death = WallDeath(.wall(restarts: 0), since: District.now, ago: .seconds(4))
        let grid = picture.dead(death, last: last, size: last.size, now: District.now)
        let text = grid.text()
        #expect(text.contains(language == .english ? "NOT LIVE" : "非实时") && text.contains("4417"))
        #expect(text.contains("▒"))
        let colours = [WallFixture.look().theme.style(.priorityP1).foreground]
        #expect(!grid.cells.contains { colours.contains($0.style.background) || colours.contains($0.style.foreground) })
    }

    @Test("Only three keys mean anything, and the end asks first")
    func keys() {
        var keys = GuardKeys()
        let words = WallTroubleWords(WallWords(Words(.english)))
        for letter in "abcdefghijklmnoprstuvwxyzABCDR:/.! 0123456789" {
            guard let scalar = letter.unicodeScalars.first else { continue }
            let effect = keys.press(Key(.character(scalar)), at: at(0))
            #expect(effect == .none)
        }
        #expect(keys.text(words, at: at(0)) == nil)
        #expect(keys.press(Key(.character("q")), at: at(1)) == .changed)
        #expect(keys.text(words, at: at(1))?.contains("end the wall?") == true)
        #expect(keys.press(Key(.character("n")), at: at(2)) == .changed && keys.text(words, at: at(2)) == nil)
        _ = keys.press(Key(.character("q")), at: at(3))
        #expect(keys.text(words, at: at(14)) == nil, "nobody answered")
        #expect(keys.press(Key(.character("y")), at: at(14)) == .none)
        _ = keys.press(Key(.character("q")), at: at(15))
        #expect(keys.press(Key(.character("y")), at: at(16)) == .end)
        #expect(keys.press(Key(.character("l"), .control), at: at(17)) == .redraw)
        #expect(keys.press(Key(.character("?")), at: at(18)) == .changed && keys.text(words, at: at(18)) != nil)
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
