import Core
import DispatchModel
import TerminalKit
import Wording

/// Whether what a wall shows is the picture of now.
package enum WallLife: Hashable, Sendable {
    /// The writer gave a sign within the last seconds.
    case live
    /// It has given none for so long; it may yet.
    case late(Span)
    /// The picture is old.
    case dead(WallDeath)
    /// There is nothing to show yet.
    case waiting(WallWait)

    /// True while the figures can be taken for those of now.
    package var isLive: Bool { self == .live }
}

/// Why a picture is old.
package struct WallDeath: Hashable, Sendable {
    /// What is dead.
    package enum Cause: Hashable, Sendable {
        /// The writer gives no sign.
        case writerSilent
        /// Nobody writes any more.
        case writerEnded
        /// The writer cannot record; why.
        case disk(String)
        /// The journal cannot be read; why.
        case store(String)
        /// Every feed of the writer is silent.
        case feeds
        /// The wall's own program; how often it was started anew.
        case wall(restarts: Int)
    }

    /// What is dead.
    package var cause: Cause
    /// The last sign of life, by the wall's clock.
    package var since: Timestamp
    /// How long that is ago, by a time that never steps.
    package var ago: Span

    /// Creates one.
    package init(_ cause: Cause, since: Timestamp, ago: Span) {
        self.cause = cause
        self.since = since
        self.ago = ago
    }
}

/// What a wall waits for that has nothing to show.
package struct WallWait: Hashable, Sendable {
    /// Where it looks.
    package var folder: String
    /// Why there is nothing; empty for a folder without a journal.
    package var why: String
    /// For how long.
    package var waited: Span
    /// How often it has looked.
    package var looks: Int

    /// Creates one.
    package init(folder: String, why: String = "", waited: Span = .zero, looks: Int = 0) {
        self.folder = folder
        self.why = why
        self.waited = waited
        self.looks = looks
    }
}

/// Why a wall's map lies on no ground, or on an old one.
package enum WallGroundNote: Hashable, Sendable {
    /// It is being read.
    case reading
    /// It cannot be used: the file and the fault.
    case faulty(String)
}

/// A page of the lower half.
package enum WallPage: String, Hashable, Sendable, CaseIterable {
    /// What waits or is overdue, and what is uncovered.
    case queue
    /// The map.
    case map
    /// How the clocks were kept.
    case attainment
    /// The feeds.
    case feeds

    /// The words that an option takes for them.
    package static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// How long a page stays.
    package static let stay = Span.seconds(12)
}

/// Everything that a picture of the wall is drawn from.
package struct WallScene {
    /// The board, for names.
    package var board: Board
    /// What was counted.
    package var figures: WallFigures
    /// Whether that is the picture of now.
    package var life: WallLife
    /// What kind of picture it is.
    package var mode: BoardMode
    /// Board time; it stands still while nothing is heard.
    package var now: Timestamp
    /// What the clock shows: board time, as of the last beat that was read.
    package var clock: Timestamp
    /// How many beats were read: one cell steps with it.
    package var beats: Int
    /// The feeds of the writer, the worst first.
    package var feeds: [WriterFeed]
    /// By how much the machine's clock was stepped a while ago; nil for not at all.
    package var clockStep: Span?
    /// True while a recording or an exercise stands still on purpose.
    package var isPaused: Bool
    /// Where the wall hangs.
    package var place: WallPlace
    /// The rows of pixels of the screen, for the size of the letters.
    package var pixels: Int
    /// The zone of the machine's own clock; nil for the board's.
    package var wallZone: Zone?
    /// Whom to ring.
    package var contact: String
    /// What the demand picture adds; nil for nothing.
    package var demand: WallDemand?
    /// Draws the map into a part of the picture; nil while there is none.
    package var map: ((WallLook, inout Grid, Rect) -> Void)?
    /// What is to be said of the ground under the map; nil for nothing.
    package var ground: WallGroundNote?
    /// The page of the lower half, and which of how many it is.
    package var page: (page: WallPage, number: Int, count: Int)
    /// True in the lit half of the one flash of 2 Hz.
    package var blinkOn: Bool
    /// When the newest thing that flashes came; nil for nothing.
    package var flashes: Bool
    /// Cells by which the picture is moved, so that nothing burns in.
    package var shift: Int
    /// The name of the profile by which the clocks are judged.
    package var profile: String

    /// A live picture of a board as it stands.
    package init(board: Board, figures: WallFigures, now: Timestamp) {
        self.board = board
        self.figures = figures
        self.now = now
        mode = board.mode.mode
        clock = now
        life = .live
        beats = 0
        feeds = []
        (clockStep, isPaused) = (nil, false)
        place = .usual
        pixels = WallScene.usualPixels
        (contact, wallZone) = ("", nil)
        (demand, map, ground) = (nil, nil, nil)
        page = (.queue, 1, 1)
        blinkOn = false
        flashes = false
        shift = 0
        profile = ""
    }

    /// A screen of 3840 by 2160 pixels.
    package static let usualPixels = 2160

    /// What the picture is about.
    var mood: WallMood { WallMood(figures) }
}

/// What a live picture is about, the most urgent that is true.
package enum WallMood: Hashable, Sendable {
    /// An officer in danger, or a P1 that waits.
    case alarm
    /// Something asks for an answer.
    case busy
    /// Nothing does.
    case calm

    /// The mood of what was counted. More that waits than units are free is no calm, however little urgent it is.
    package init(_ figures: WallFigures) {
        if !figures.emergencies.isEmpty || figures.p1.count > 0 {
            self = .alarm
        } else if figures.p2.count > 0 || figures.alerts.count > 0 || figures.lower.count > figures.units.free
            || figures.itemCount > figures.lower.count || figures.isBelowReserve
        {
            self = .busy
        } else {
            self = .calm
        }
    }
}
