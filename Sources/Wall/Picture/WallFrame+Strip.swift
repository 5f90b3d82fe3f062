import Core
import DispatchModel
import Formats
import TerminalKit
import Themes
import Wording

extension WallFrame {
    /// The first line: what picture this is, how its feeds do, whether it lives, what time it is.
    mutating func drawStrip() {
        let line = layout.strip
        grid.fill(Rect(column: 0, row: 0, columns: grid.size.columns, rows: 1), style: look.onStrip(.strip))
        // What is no time of now says whose it is.
        let clock = scene.mode == .live ? words.clock(scene.clock) : words.clock(scene.clock, of: scene.mode)
        writeLast(clock + " ", line, look.onStrip(.clock))
        let end = line.endColumn - TextWidth.columns(of: clock) - 2
        var column = line.column
        let plate = modePlate()
        column +=
            write(" \(plate.text) ", Rect(column: column, row: 0, columns: end - column, rows: 1), plate.style) + 1
        // The one cell that steps with every beat that was read: a still picture is a dead one.
        let steps = glyphs == .ascii ? ["|", "/", "-", "\\"] : ["▖", "▘", "▝", "▗"]
        column +=
            write(
                steps[scene.beats % steps.count], Rect(column: column, row: 0, columns: end - column, rows: 1),
                look.onStrip(.freshnessGood)) + 1
        var pieces = feedPieces()
        if let note = groundPiece { pieces.append(note) }
        if let note = heartbeatPiece { pieces.append(note) }
        if let step = scene.clockStep { pieces.insert((words.clockStepped(step), .stripWarning), at: 0) }
        if scene.isPaused { pieces.insert((words.paused, .stripWarning), at: 0) }
        let title = scene.board.mode.titles[words.language]
        if scene.mode != .live, !title.isEmpty {
            pieces.append((title, .stripLabel))
        }
        if let hint = legibility { pieces.append((hint, .stripLabel)) }
        for piece in pieces {
            let width = TextWidth.columns(of: piece.text)
            guard column + width < end else { continue }
            column +=
                write(
                    piece.text, Rect(column: column, row: 0, columns: end - column, rows: 1), look.onStrip(piece.role))
                + 2
        }
    }

    private func modePlate() -> (text: String, style: Style) {
        if case .late(let silence) = scene.life { return (words.latePlate(silence), look.deadPlate()) }
        let role: Role =
            switch scene.mode {
            case .live: .modeLive
            case .replay: .modeReplay
            case .exercise: .modeExercise
            }
        return (words.modePlate(scene.mode), look.style(role))
    }

    /// A mark for each feed, and the worst one by name.
    private func feedPieces() -> [(text: String, role: Role)] {
        guard !scene.feeds.isEmpty else {
            return scene.mode == .live ? [(words.noFeeds, .stripLabel)] : []
        }
        let marks = scene.feeds.reversed().map(mark).joined()
        let role: Role = scene.feeds.contains(where: \.isJudged) ? .freshnessGood : .stripLabel
        guard let worst = scene.feeds.first, !worst.isFresh else {
            return [(marks, role)] + (heartbeatPiece == nil ? [(words.feeds, .stripLabel)] : [])
        }
        return [(marks, role), (words.silentFeed(worst.name, worst.silence), .stripWarning)]
    }

    /// Feeds of which nobody has said how long they may be silent: nothing of theirs is called fresh.
    private var heartbeatPiece: (text: String, role: Role)? {
        let unjudged = scene.feeds.filter { $0.isFresh && !$0.isJudged }
        return unjudged.isEmpty ? nil : (words.noHeartbeat(unjudged.map(\.name)), .stripLabel)
    }

    /// The mark of a feed: full while it speaks as often as was agreed, hollow when it does not, another where nothing is agreed.
    func mark(of feed: WriterFeed) -> String {
        !feed.isFresh ? glyphs.barEmpty : feed.isJudged ? glyphs.barFull : glyphs.hollowSquare
    }

    /// What is wrong with the ground under the map, in short: its page has the whole of it.
    private var groundPiece: (text: String, role: Role)? {
        switch scene.ground {
        case .reading: (words.readingGround, .stripLabel)
        case .faulty: (words.faultyGround, .stripWarning)
        case nil: nil
        }
    }

    /// Up to where the words can be read, where that is not as far as is wanted; nil where it is.
    private var legibility: String? {
        guard grid.size.rows > scene.place.rows else { return nil }
        let tenths = Int((scene.place.wordsLegible(rows: grid.size.rows) * 10).rounded(.down))
        return words.legible("\(tenths / 10).\(tenths % 10)", font: scene.place.font(pixels: scene.pixels))
    }
}
