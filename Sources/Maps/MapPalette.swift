import DispatchModel
import TerminalKit
import Themes

/// How a map looks on a terminal: a theme's looks and the shapes that can be shown.
package struct MapPalette: Sendable {
    let theme: Theme
    let glyphs: Glyphs

    /// The looks of a theme.
    package init(theme: Theme, glyphs: Glyphs) {
        self.theme = theme
        self.glyphs = glyphs
    }

    /// A shape and its role.
    package struct Sign: Hashable, Sendable {
        /// The shape, a column wide.
        package var shape: String
        /// How it looks.
        package var role: Role
    }

    /// How a thing is marked under an overlay.
    package func sign(_ thing: MapThing, _ overlay: MapOverlay) -> Sign {
        let isOld = thing.heardAt.map { overlay.now - $0 > overlay.positionStale } ?? false
        return sign(thing.mark, isUnit: thing.isUnit, isOld: isOld, isDoubted: thing.isDoubted)
    }

    /// How a mark is shown; `isOld` for a unit whose position is older than can be trusted.
    package func sign(_ mark: MapMark, isUnit: Bool, isOld: Bool, isDoubted: Bool) -> Sign {
        if isDoubted, mark != .emergency { return Sign(shape: "?", role: .stale) }
        let isPlain = glyphs == .ascii
        switch mark {
        case .emergency: return Sign(shape: isUnit ? "!" : glyphs.triangle, role: .statusEmergency)
        case .p1Waiting: return Sign(shape: glyphs.triangle, role: .mapP1)
        case .p1Served: return Sign(shape: glyphs.triangle, role: .priorityP1)
        case .p2Waiting: return Sign(shape: glyphs.diamond, role: .priorityP2)
        case .p2Served: return Sign(shape: isPlain ? "&" : "◇", role: .priorityP2)
        case .p3Waiting: return Sign(shape: isPlain ? "x" : "▪", role: .mapUnit)
        case .p3Served: return Sign(shape: isPlain ? "," : "▫", role: .mapLabel)
        case .low: return Sign(shape: isPlain ? "'" : "·", role: .mapUnit)
        case .unitMoving: return Sign(shape: isOld ? (isPlain ? "}" : "▹") : glyphs.arrow, role: .statusEnroute)
        case .unitOnScene: return Sign(shape: isOld ? (isPlain ? "%" : "◎") : glyphs.disc, role: .statusOnscene)
        case .unitFree: return Sign(shape: isOld ? (isPlain ? "c" : "◌") : glyphs.circle, role: .mapUnit)
        case .alertHigh: return Sign(shape: isPlain ? "A" : "★", role: .alertP1Unanswered)
        case .alertMedium: return Sign(shape: isPlain ? "a" : "☆", role: .alertP2Unanswered)
        case .alertLow: return Sign(shape: isPlain ? "~" : "✧", role: .alertP3Unanswered)
        case .alertCalm: return Sign(shape: isPlain ? "~" : "✧", role: .alertAcknowledged)
        case .post: return Sign(shape: isPlain ? "=" : "□", role: .mapPost)
        }
    }

    /// The role of an ink.
    func role(_ ink: MapInk) -> Role {
        switch ink {
        case .none, .beat: .mapBeat
        case .minorRoad, .mainRoad, .majorRoad: .mapRoad
        case .river: .mapWater
        case .circle: .mapCircle
        case .openCircle: .coverageOpen
        case .trail: .statusEnroute
        case .line: .mapLine
        }
    }

    /// The colour behind a beat of a shade from 0 to 1: between that of the ground and that of heat, in eight steps.
    func ground(shade: Double) -> Colour {
        let (low, high) = (theme.style(.mapGround).background, theme.style(.mapHeat).background)
        guard shade > 0, theme.depth == .direct || theme.depth == .indexed256, let one = low.parts,
            let other = high.parts
        else { return low }
        let part = (min(shade, 1) * 8).rounded() / 8
        func mixed(_ from: UInt8, _ to: UInt8) -> UInt8 { UInt8(Double(from) + (Double(to) - Double(from)) * part) }
        let colour = (mixed(one.red, other.red), mixed(one.green, other.green), mixed(one.blue, other.blue))
        if theme.depth == .direct { return .rgb(colour.0, colour.1, colour.2) }
        return .indexed(XtermPalette.nearest(to: colour, in: 16...255))
    }
}
