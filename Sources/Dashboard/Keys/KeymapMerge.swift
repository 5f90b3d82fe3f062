import TerminalKit
import Wording

extension Keymap {
    /// This keymap with a user's file over it.
    ///
    /// The file has a section for each mode; a line is `"key" = "command"`, or `"key" = ""` to unbind the key. A line
    /// that cannot stand is left out and reported, the others hold. A line replaces what the key did before; that is
    /// reported only when a command loses its last key or a key that is live everywhere is in the way.
    ///
    /// - Parameters:
    ///   - text: The file's text; it need not be well formed.
    ///   - file: The file's name for messages.
    package func merging(text: String, file: String) -> (keymap: Keymap, problems: [KeymapProblem]) {
        let read = KeyFile(text: text, file: file)
        var merge = KeymapMerge(base: bindings, entries: read.entries, file: file)
        merge.run()
        let problems = (read.problems + merge.problems).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        return (Keymap(bindings: merge.bindings), KeymapMerge.bounded(problems, file: file))
    }
}

/// Lays a file's entries over bindings and finds what gets into the way of what.
struct KeymapMerge {
    /// The most problems listed.
    static let problemLimit = 200

    private let base: [Binding]
    private let file: String
    private var entries: [KeyFile.Entry]
    /// The bindings that hold after `run`.
    private(set) var bindings: [Binding] = []
    private(set) var problems: [KeymapProblem] = []

    init(base: [Binding], entries: [KeyFile.Entry], file: String) {
        self.base = base
        self.entries = entries
        self.file = file
    }

    /// Merges. Each step leaves out the entries that cannot stand, the next ones see only the rest.
    mutating func run() {
        dropUntypable()
        dropDuplicates()
        dropChordClashes(inAlways: true)
        if keepEmergency() { dropChordClashes(inAlways: true) }
        dropAlwaysClashes()
        dropChordClashes(inAlways: false)
        bindings = merged()
        reportUnbound()
        reportKeyless()
        reportEmergencyMoved()
    }

    /// What holds with the entries that are left; they come first, so that the first key shown is the user's.
    private func merged() -> [Binding] {
        let taken = Set(entries.map { KeyPlace(mode: $0.mode, keys: $0.keys) })
        return entries.compactMap { $0.binding(file: file) }
            + standing().filter { !taken.contains(KeyPlace(mode: $0.mode, keys: $0.keys)) }
    }

    /// The bindings below that are neither unbound nor hidden by a key the file makes live everywhere.
    private func standing() -> [Binding] {
        let unbound = Set(entries.filter { $0.command == nil }.map { KeyPlace(mode: $0.mode, keys: $0.keys) })
        let always = entries.filter { $0.mode == .always && $0.command != nil }.map(\.keys)
        return base.filter { binding in
            let isHidden = always.contains { $0.hidesEverywhere(binding.keys, in: binding.mode) }
            return !isHidden && !unbound.contains(KeyPlace(mode: binding.mode, keys: binding.keys))
        }
    }

    /// Leaves out keys that never arrive and keys that would take typing away.
    private mutating func dropUntypable() {
        drop { entry in
            for key in entry.keys {
                if let other = Self.arrival(of: key) {
                    return (.neverArrives, .neverArrives(key, as: other))
                }
                if key.opensAnswer { return (.neverArrives, .opensAnswer(key)) }
            }
            let isText = [.always, .input, .palette].contains(entry.mode)
            guard entry.command != nil, let first = entry.keys.first, isText else { return nil }
            let isPlainEverywhere = entry.mode == .always && !first.isFunctionKey
            guard first.modifiers.isDisjoint(with: [.control, .alt]), first.isCharacter || isPlainEverywhere else {
                return nil
            }
            return (.takesTyping, .takesTyping(first, in: entry.mode))
        }
    }

    /// Leaves out an entry whose key an earlier line has in the same mode.
    private mutating func dropDuplicates() {
        var lines: [KeyPlace: Int] = [:]
        drop { entry in
            let place = KeyPlace(mode: entry.mode, keys: entry.keys)
            guard let line = lines[place] else {
                lines[place] = entry.line
                return nil
            }
            return (.duplicate, .duplicate(entry.keys, in: entry.mode, firstLine: line))
        }
    }

    /// Gives the officer emergency its keys back when the file would leave it none; says whether it had to.
    private mutating func keepEmergency() -> Bool {
        let isKept = merged().contains { $0.command == .emergency && $0.mode == .always }
        guard !isKept else { return false }
        let own = base.filter { $0.command == .emergency && $0.mode == .always }.map(\.keys)
        drop { entry in
            guard entry.mode == .always, own.contains(entry.keys) else { return nil }
            return (.emergencyKeyless, .emergencyKeyless)
        }
        return true
    }

    /// Leaves out entries that use a key which is live everywhere: those of other modes, and chords live everywhere themselves
    /// that could never be finished.
    private mutating func dropAlwaysClashes() {
        let always = merged().filter { $0.mode == .always }
        drop { entry in
            guard entry.command != nil else { return nil }
            let clash = always.first { $0.keys.hidesEverywhere(entry.keys, in: entry.mode) }
            return clash.map { (.clashesWithAlways, .clashesWithAlways(entry.keys, $0)) }
        }
    }

    /// Leaves out keys that begin a chord, and chords that begin with a key which runs a command; of two lines in
    /// each other's way the later one.
    private mutating func dropChordClashes(inAlways: Bool) {
        var chords = ChordIndex(standing())
        let file = file
        drop { entry in
            guard (entry.mode == .always) == inAlways, let binding = entry.binding(file: file) else { return nil }
            if let other = chords.chord(beginningWith: binding) {
                return (.hidesChord, .hidesChord(entry.keys, other))
            }
            if let other = chords.beginning(of: binding) {
                return (.unreachableChord, .unreachableChord(entry.keys, other))
            }
            chords.insert(binding)
            return nil
        }
    }
}

extension KeymapMerge {
    private typealias Finding = (kind: KeymapProblem.Kind, wording: KeymapWording)

    /// Leaves out and reports every entry for which there is a finding against the bindings as they stand.
    private mutating func drop(_ finding: (KeyFile.Entry) -> Finding?) {
        var kept: [KeyFile.Entry] = []
        for entry in entries {
            if let found = finding(entry) {
                report(found, at: entry, isSkipped: true)
            } else {
                kept.append(entry)
            }
        }
        entries = kept
    }

    private mutating func report(_ finding: Finding, at entry: KeyFile.Entry, isSkipped: Bool) {
        problems.append(
            KeymapProblem(
                kind: finding.kind, file: file, line: entry.line, column: entry.column, what: finding.wording.what,
                remedy: finding.wording.remedy, isSkipped: isSkipped))
    }

    /// Reports keys that were to be unbound and never were bound.
    private mutating func reportUnbound() {
        let bound = Set(base.map { KeyPlace(mode: $0.mode, keys: $0.keys) })
        for entry in entries where entry.command == nil && !bound.contains(KeyPlace(mode: entry.mode, keys: entry.keys))
        {
            report((.nothingToUnbind, .nothingToUnbind(entry.keys, in: entry.mode)), at: entry, isSkipped: true)
        }
    }

    /// Reports each command that had a key and has none now, at the entry that took its last one.
    private mutating func reportKeyless() {
        let keyed = Set(bindings.map(\.command))
        var reported: Set<CommandName> = []
        for binding in base.reversed() where !keyed.contains(binding.command) {
            guard !reported.contains(binding.command), let entry = entries.last(where: { $0.takes(binding) }) else {
                continue
            }
            reported.insert(binding.command)
            report((.keyless, .keyless(binding.command)), at: entry, isSkipped: false)
        }
    }

    /// Reports each key of the officer emergency that the file takes away while another is left.
    private mutating func reportEmergencyMoved() {
        let calls = bindings.filter { $0.command == .emergency && $0.mode == .always }
        guard let left = calls.first?.keys else { return }
        for binding in base where binding.command == .emergency && binding.mode == .always {
            guard !calls.contains(where: { $0.keys == binding.keys }),
                let entry = entries.last(where: { $0.takes(binding) })
            else { continue }
            report((.emergencyMoved, .emergencyMoved(binding.keys, left: left)), at: entry, isSkipped: false)
        }
    }

    /// The key a terminal sends in place of one it has no code for.
    private static func arrival(of key: Key) -> Key? {
        guard key.modifiers.contains(.control) else { return nil }
        let others = key.modifiers.subtracting(.control)
        switch key.code {
        case .character("i"): return Key(.tab, others)
        case .character("m"), .character("j"): return Key(.enter, others)
        case .character("["): return Key(.escape, others)
        case .character("h"): return Key(.backspace, others)
        default: return nil
        }
    }

    /// The first problems, and how many more there are.
    static func bounded(_ problems: [KeymapProblem], file: String) -> [KeymapProblem] {
        guard problems.count > problemLimit, let next = problems.dropFirst(problemLimit).first else { return problems }
        let wording = KeymapWording.more(problems.count - problemLimit)
        let rest = KeymapProblem(
            kind: .more, file: file, line: next.line, column: next.column, what: wording.what, remedy: wording.remedy)
        return Array(problems.prefix(problemLimit)) + [rest]
    }
}

extension KeyFile.Entry {
    /// The binding the entry makes; nil when it unbinds.
    func binding(file: String) -> Binding? {
        guard let command else { return nil }
        return Binding(mode: mode, keys: keys, command: command, origin: .file(file, line: line, column: column))
    }

    /// Whether the entry takes a binding's keys away from it.
    func takes(_ binding: Binding) -> Bool {
        let isHiding = mode == .always && command != nil && keys.hidesEverywhere(binding.keys, in: binding.mode)
        return mode == binding.mode && keys == binding.keys || isHiding
    }
}

extension Array where Element == Key {
    /// Whether these keys, live everywhere, keep other keys of a mode from being typed. Two that are both live everywhere and
    /// begin alike are told apart as chords are.
    fileprivate func hidesEverywhere(_ other: [Key], in mode: Mode) -> Bool {
        guard let first else { return false }
        if mode == .always { return count == 1 && other.dropFirst().contains(first) }
        return other.first == first || count == 1 && other.contains(first)
    }
}

extension Key {
    /// Whether the key types a character.
    fileprivate var isCharacter: Bool {
        if case .character = code { true } else { false }
    }

    /// Whether it is a function key.
    fileprivate var isFunctionKey: Bool {
        if case .function = code { true } else { false }
    }
}

extension Key {
    /// True for Alt with a key whose bytes open a sequence or a string of the terminal's own.
    fileprivate var opensAnswer: Bool {
        guard modifiers == .alt, case .character(let scalar) = code else { return false }
        return ["[", "]", "O", "P", "X", "^", "_"].contains(scalar)
    }
}
