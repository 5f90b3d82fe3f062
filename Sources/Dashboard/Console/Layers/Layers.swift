import TerminalKit
import Wording

/// What is open over the panes: the detail over the whole screen, a popup over it, and the line being typed over that.
///
/// What explains what is open, and an officer's emergency, stand on a level of their own; what was open waits beneath, out of
/// sight, and is there again afterwards with everything typed into it.
struct Layers: Sendable {
    /// What is open at a time.
    private struct Level: Sendable {
        var detail: DetailLayer?
        var popup: (any Layer)?
        var prompt: Prompt?
        /// What may follow the keys pressed so far.
        var whichKey: WhichKeyView?
        /// True when nothing of it is open.
        var isEmpty: Bool { detail == nil && popup == nil && prompt == nil && whichKey == nil }
    }

    private var levels = [Level()]
    private var top: Level {
        get { levels[levels.count - 1] }
        _modify { yield &levels[levels.count - 1] }
    }

    /// The popup in sight, else the detail over the whole screen; nil when neither is open.
    var popup: (any Layer)? { top.popup ?? top.detail }
    /// Every popup that is open, those that wait beneath first.
    var popups: [any Layer] { levels.compactMap(\.popup) }
    /// The line being typed; nil when none is.
    var prompt: Prompt? { top.prompt }
    /// What may follow the keys pressed so far; nil while no chord is open.
    var whichKey: WhichKeyView? { top.whichKey }
    /// True when no popup is in sight.
    var hasNoPopup: Bool { popup == nil && top.whichKey == nil }
    /// True while nothing at all is open.
    var isEmpty: Bool { levels.count == 1 && top.isEmpty }
    /// True while nothing is asked: at most the detail lies over the panes.
    var asksNothing: Bool { levels.count == 1 && top.popup == nil && top.prompt == nil }
    /// True while the detail lies over the whole screen, beneath whatever is asked over it.
    var showsDetail: Bool { levels.contains { $0.detail != nil } }
    /// True while something has the keys to itself.
    var isModal: Bool { prompt != nil || popup?.isModal ?? false }
    /// The mode of what is open; nil when the pane or detail beneath says.
    var mode: Mode? { prompt?.mode ?? popup?.mode }

    /// The popup in sight, if it is of this kind.
    func popup<Kind: Layer>(_ kind: Kind.Type) -> Kind? { popup as? Kind ?? whichKey as? Kind }

    /// Opens a popup in place of the one in sight, over the detail and under the line being typed.
    mutating func open(_ popup: any Layer) {
        switch popup {
        case let detail as DetailLayer: top.detail = detail
        case let keys as WhichKeyView: top.whichKey = keys
        default: top.popup = popup
        }
    }

    /// Opens a popup over whatever is asked, which is there again when it closes.
    mutating func openOver(_ popup: any Layer) {
        if top.popup != nil || top.prompt != nil { levels.append(Level()) }
        top.popup = popup
    }

    /// Opens a line over the popup in sight.
    mutating func open(_ prompt: Prompt) {
        if prompt.purpose.isAskedApart, !isEmpty { levels.append(Level()) }
        top.prompt = prompt
    }

    /// A chord has gone on or has ended.
    mutating func closeWhichKey() { top.whichKey = nil }

    /// Takes the detail off the screen; what is asked over it stays.
    mutating func closeDetail() { for level in levels.indices { levels[level].detail = nil } }

    /// Takes away whatever is open; nothing it asked for happens.
    mutating func close() { levels = [Level()] }

    // MARK: Asking

    /// Takes the line out for the time it answers.
    fileprivate mutating func takePrompt() -> (prompt: Prompt, level: Int)? {
        guard let prompt = top.prompt else { return nil }
        top.prompt = nil
        return (prompt, levels.count - 1)
    }

    /// Takes the popup out for the time it answers, else the detail.
    fileprivate mutating func takePopup() -> (popup: any Layer, level: Int)? {
        guard let popup else { return nil }
        if top.popup == nil { top.detail = nil } else { top.popup = nil }
        return (popup, levels.count - 1)
    }

    /// Puts a line back, unless another was opened in its place.
    fileprivate mutating func put(_ prompt: Prompt, level: Int) {
        guard levels.indices.contains(level), levels[level].prompt == nil else { return }
        levels[level].prompt = prompt
    }

    /// Puts a popup or the detail back, unless another was opened in its place.
    fileprivate mutating func put(_ popup: any Layer, level: Int) {
        guard levels.indices.contains(level) else { return }
        if let detail = popup as? DetailLayer {
            levels[level].detail = detail
        } else if levels[level].popup == nil {
            levels[level].popup = popup
        }
    }

    /// What was asked apart is done with: what was open before it is in sight again.
    fileprivate mutating func leave(level: Int) {
        if level > 0, level == levels.count - 1, top.isEmpty { levels.removeLast() }
    }
}

extension Layers {
    /// Asks the line, then the popup beneath it, to answer a command; false when neither does.
    static func run(_ name: CommandName, _ argument: String, on console: Console) -> Bool {
        if let (taken, level) = console.layers.takePrompt() {
            var prompt = taken
            switch prompt.run(name, argument, on: console) {
            case .stays:
                console.layers.put(prompt, level: level)
                return true
            case .closes:
                if prompt.purpose.isAskedApart { console.layers.leave(level: level) }
                return true
            case .passes: console.layers.put(prompt, level: level)
            }
        }
        return answer(console) { $0.run(name, argument, on: console) } != .passes
    }

    /// Lets the popup in sight answer; passes when there is none.
    @discardableResult
    static func answer(_ console: Console, _ ask: (inout any Layer) -> LayerAnswer) -> LayerAnswer {
        guard let (taken, level) = console.layers.takePopup() else { return .passes }
        var popup = taken
        let answer = ask(&popup)
        if answer == .closes {
            console.layers.leave(level: level)
        } else {
            console.layers.put(popup, level: level)
        }
        return answer
    }

    /// Changes the popup in sight, if there is one.
    static func change(_ console: Console, _ change: (inout any Layer) -> Void) {
        answer(console) {
            change(&$0)
            return .stays
        }
    }

    /// Changes the popup in sight, if it is of this kind.
    static func change<Kind: Layer>(_ console: Console, _ kind: Kind.Type, _ change: (inout Kind) -> Void) {
        Layers.change(console) { popup in
            guard var known = popup as? Kind else { return }
            change(&known)
            popup = known
        }
    }

    /// Changes the field that has the cursor: the line's, else the popup's. False when neither has one.
    static func edit(_ console: Console, _ change: (inout TextField) -> Bool) -> Bool {
        if let (taken, level) = console.layers.takePrompt() {
            var prompt = taken
            prompt.edit(change, on: console)
            console.layers.put(prompt, level: level)
            return true
        }
        var isEdited = false
        Layers.change(console) { isEdited = $0.edit(change, on: console) }
        return isEdited
    }

    /// Looks at what the text being typed would do.
    static func settle(_ console: Console) {
        if let (taken, level) = console.layers.takePrompt() {
            var prompt = taken
            prompt.settle(on: console)
            console.layers.put(prompt, level: level)
        } else {
            change(console) { $0.settle(on: console) }
        }
    }

    /// What was proposed in the line gives way to what is typed or deleted.
    static func dropProposal(_ console: Console) {
        guard let (taken, level) = console.layers.takePrompt() else { return }
        var prompt = taken
        prompt.dropProposal()
        console.layers.put(prompt, level: level)
    }
}
