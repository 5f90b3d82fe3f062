import TerminalKit
import Wording

/// What is open over the panes: a popup and the line being typed over it. An officer's emergency is asked on a level of its
/// own; what was open waits beneath, out of sight, and is there again afterwards with everything typed into it.
struct Layers: Sendable {
    /// What is open at a time.
    private struct Level: Sendable {
        var popup: (any Layer)?
        var prompt: Prompt?
    }

    private var levels = [Level()]

    /// The popup in sight; nil when none is open.
    var popup: (any Layer)? { levels[levels.count - 1].popup }
    /// The line being typed; nil when none is.
    var prompt: Prompt? { levels[levels.count - 1].prompt }
    /// True when no popup is in sight.
    var hasNoPopup: Bool { levels[levels.count - 1].popup == nil }
    /// True while nothing at all is open.
    var isEmpty: Bool { hasNoPopup && levels[levels.count - 1].prompt == nil }
    /// True while the detail lies over the whole screen.
    var showsDetail: Bool { popup?.isDetail ?? false }
    /// True while something has the keys to itself.
    var isModal: Bool { prompt != nil || popup?.isModal ?? false }
    /// The mode of what is open; nil when the pane beneath says.
    var mode: Mode? { prompt?.mode ?? popup?.mode }

    /// The popup in sight, if it is of this kind.
    func popup<Kind: Layer>(_ kind: Kind.Type) -> Kind? { popup as? Kind }

    /// Opens a popup in place of the one in sight, under the line being typed.
    mutating func open(_ popup: any Layer) { levels[levels.count - 1].popup = popup }

    /// Opens a line over the popup in sight.
    mutating func open(_ prompt: Prompt) {
        if prompt.purpose.isAskedApart, !isEmpty { levels.append(Level()) }
        levels[levels.count - 1].prompt = prompt
    }

    /// Takes the popup in sight away; a line over it stays.
    mutating func closePopup() { levels[levels.count - 1].popup = nil }

    /// Takes away whatever is open; nothing it asked for happens.
    mutating func close() { levels = [Level()] }

    // MARK: Asking

    /// Takes the line out for the time it answers.
    fileprivate mutating func takePrompt() -> (prompt: Prompt, level: Int)? {
        let level = levels.count - 1
        guard let prompt = levels[level].prompt else { return nil }
        levels[level].prompt = nil
        return (prompt, level)
    }

    /// Takes the popup out for the time it answers.
    fileprivate mutating func takePopup() -> (popup: any Layer, level: Int)? {
        let level = levels.count - 1
        guard let popup = levels[level].popup else { return nil }
        levels[level].popup = nil
        return (popup, level)
    }

    /// Puts a line back, unless another was opened in its place.
    fileprivate mutating func put(_ prompt: Prompt, level: Int) {
        guard levels.indices.contains(level), levels[level].prompt == nil else { return }
        levels[level].prompt = prompt
    }

    /// Puts a popup back, unless another was opened in its place.
    fileprivate mutating func put(_ popup: any Layer, level: Int) {
        guard levels.indices.contains(level), levels[level].popup == nil else { return }
        levels[level].popup = popup
    }

    /// A line that was asked apart is done with: what was open before it is in sight again.
    fileprivate mutating func leave(level: Int) {
        if level > 0, level == levels.count - 1 { levels.removeLast() }
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
        if answer != .closes { console.layers.put(popup, level: level) }
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
