import DispatchModel
import Maps
import TerminalKit
import Wording

/// Commands about the map.
struct MapCommands: CommandPart {
    let console: Console

    func run(_ name: CommandName, _ argument: String) {
        if name == .map { return openOrClose() }
        guard console.view.focus == .map else { return say(.warning, words.onlyIn([Mode.map.title[words.language]])) }
        switch name {
        case .mapNext: console.view.map.next(1)
        case .mapPrevious: console.view.map.next(-1)
        case .mapIn: console.view.map.zoom(by: 2)
        case .mapOut: console.view.map.zoom(by: 0.5)
        case .mapFollow: follow()
        case .mapLens: toggleLens()
        case .mapUncovered: goToUncovered()
        case .mapFill: fill(argument)
        case .mapDots: drawIn(argument)
        default: untaken(name)
        }
    }

    /// `M`: opens the map, goes to it where it is open, closes it where it has the keys.
    private func openOrClose() {
        guard console.view.focus == .map else { return navigation.focus(.map) }
        leave()
        console.view.map.isOpen = false
    }

    /// Gives the keys back to where they came from. On a small screen the map is gone with that.
    func leave() {
        let isAlone = !Layout(size: screen.size, view: console.view).hasBoxes
        navigation.focus(console.view.returnFocus == .map ? .dispatch : console.view.returnFocus)
        if isAlone { console.view.map.isOpen = false }
    }

    /// Esc: the lens first, then the map.
    func back() {
        if console.view.map.hasLens { console.view.map.hasLens = false } else { leave() }
    }

    private func follow() {
        guard let selected = console.view.map.selected else { return say(.warning, words.map.nothingOnMap) }
        console.view.map.follows.toggle()
        say(.info, console.view.map.follows ? words.map.follows(name(of: selected)) : words.map.followsNothing)
    }

    private func toggleLens() {
        guard console.view.map.selected != nil else { return say(.warning, words.map.nothingOnMap) }
        console.view.map.hasLens.toggle()
    }

    private func goToUncovered() {
        guard console.view.map.index.knowsCover else { return say(.info, words.map.noBeatsOfUnits) }
        guard let beat = console.view.map.showNextUncovered() else { return say(.good, words.map.everyBeatCovered) }
        let nearest = console.view.map.selected.map(name) ?? ""
        say(.warning, words.map.bare(words.beat(beat, on: board), nearest: nearest))
    }

    private func fill(_ argument: String) {
        let all = MapFill.allCases
        let next = all[((all.firstIndex(of: console.view.map.fill) ?? 0) + 1) % all.count]
        guard let fill = argument.isEmpty ? next : MapFill(rawValue: argument.lowercased()) else {
            return say(.warning, words.message(.notFound(argument)))
        }
        console.view.map.fill = fill
        switch fill {
        case .plain: say(.info, words.map.mapUnfilled)
        case .uncovered: say(.info, words.map.filledByCover)
        case .calls: say(.info, words.map.filledByCalls)
        case .travel: say(.info, words.map.filledByTravel)
        }
    }

    private func drawIn(_ argument: String) {
        let all = DotScale.allCases
        let next = all[((all.firstIndex(of: console.view.map.scale) ?? 0) + 1) % all.count]
        guard let scale = argument.isEmpty ? next : DotScale(rawValue: argument.lowercased()) else {
            return say(.warning, words.message(.notFound(argument)))
        }
        console.view.map.scale = scale.shown(unicode: screen.glyphs != .ascii)
        say(.info, words.map.drawnIn(console.view.map.scale.rawValue))
    }

    private func name(of id: MapThingID) -> String {
        switch id {
        case .incident(let id): words.number(id)
        case .unit(let id): words.callsign(id, on: board)
        case .alert(let id): board.alerts[id].map { words.alert($0, on: board, now: now) } ?? ""
        case .post(let number):
            console.view.map.ground.posts.indices.contains(number)
                ? words.map.post(console.view.map.ground.posts[number].names) : ""
        }
    }
}
