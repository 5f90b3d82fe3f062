/// Finds the words that are so many slips away from what was typed: letters left out, put in, replaced, or two neighbours
/// swapped (optimal string alignment), by one walk through the tree of beginnings in which a branch ends where every way on
/// has more slips.
struct SlipWalk {
    private let words: PlaceVocabulary
    private let typed: UnsafeBufferPointer<UInt8>
    private let allowed: Int
    /// True when a word may go on behind what was typed.
    private let goesOn: Bool
    /// A row of slips for each depth of the tree.
    private let rows: UnsafeMutableBufferPointer<UInt8>
    private let path: UnsafeMutableBufferPointer<UInt8>
    private let labels: UnsafeBufferPointer<UInt8>
    private let children: UnsafeBufferPointer<UInt32>
    private var found: [(words: Range<UInt32>, slips: Int)] = []

    private static let deepest = 40

    /// How many slips a word may have: none below three letters and in numbers, one below six, else two.
    static func allowed(for typed: ArraySlice<UInt8>) -> Int {
        guard typed.count > 2, typed.allSatisfy({ $0 < 0x80 }), !typed.allSatisfy({ $0 <= 0x39 }) else { return 0 }
        return typed.count < 6 ? 1 : 2
    }

    /// The words near what was typed, and how many slips each has.
    static func words(
        near typed: ArraySlice<UInt8>, in words: PlaceVocabulary, goesOn: Bool
    ) -> [(words: Range<UInt32>, slips: Int)] {
        let allowed = allowed(for: typed)
        guard allowed > 0 else { return [] }
        let width = min(typed.count, deepest - 4) + 1
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: (width + 1) * (deepest + 2)) { memory in
            memory.initialize(repeating: UInt8(deepest))
            for column in 0..<width { memory[column] = UInt8(column) }
            return typed.prefix(width - 1).withUnsafeBufferPointer { typed in
                words.labels.withUnsafeBufferPointer { labels in
                    words.children.withUnsafeBufferPointer { children in
                        var walk = SlipWalk(
                            words: words, typed: typed, allowed: allowed, goesOn: goesOn,
                            rows: UnsafeMutableBufferPointer(rebasing: memory[..<(width * (deepest + 1))]),
                            path: UnsafeMutableBufferPointer(rebasing: memory[(width * (deepest + 1))...]),
                            labels: labels, children: children)
                        walk.visit(0, 0, best: allowed + 1)
                        return walk.found
                    }
                }
            }
        }
    }

    private init(
        words: PlaceVocabulary, typed: UnsafeBufferPointer<UInt8>, allowed: Int, goesOn: Bool,
        rows: UnsafeMutableBufferPointer<UInt8>, path: UnsafeMutableBufferPointer<UInt8>,
        labels: UnsafeBufferPointer<UInt8>, children: UnsafeBufferPointer<UInt32>
    ) {
        self.words = words
        self.typed = typed
        self.allowed = allowed
        self.goesOn = goesOn
        self.rows = rows
        self.path = path
        self.labels = labels
        self.children = children
    }

    private mutating func visit(_ node: Int, _ depth: Int, best: Int) {
        var best = best
        let slips = Int(rows[depth * (typed.count + 1) + typed.count])
        if goesOn {
            // Everything below is meant by it, unless fewer slips are met farther down.
            if slips < best {
                found.append((words.firstWords[node]..<words.endWords[node], slips))
                best = slips
            }
        } else if slips <= allowed, depth > 0 {
            let first = words.firstWords[node]
            if words.length(first) == depth { found.append((first..<first + 1, slips)) }
        }
        guard depth + 1 < Self.deepest, best > 0 else { return }
        let limit = goesOn ? min(allowed, best - 1) : allowed
        for child in Int(children[node])..<Int(children[node + 1]) {
            let label = labels[child]
            // Numbers and other scripts are no slips of letters.
            if depth == 0, label < 0x61 || label > 0x7A { continue }
            path[depth + 1] = label
            if fill(depth + 1, label) <= limit { visit(child, depth + 1, best: best) }
        }
    }

    /// The row of slips at a depth, as far as it can be within what is allowed; the least in it.
    private func fill(_ depth: Int, _ label: UInt8) -> Int {
        let (count, width) = (typed.count, typed.count + 1)
        let before = path[depth - 1]
        let (own, above) = (depth * width, (depth - 1) * width)
        let first = max(1, depth - allowed)
        let last = min(count, depth + allowed)
        let far = UInt8(Self.deepest)
        rows[own + first - 1] = first == 1 ? UInt8(depth) : far
        var least = first == 1 ? depth : Int(far)
        var column = first
        while column <= last {
            let above1 = column - (depth - 1) > allowed ? far : rows[above + column]
            var slips = min(above1, rows[own + column - 1]) + 1
            slips = min(slips, rows[above + column - 1] + (typed[column - 1] == label ? 0 : 1))
            if depth > 1, column > 1, typed[column - 1] == before, typed[column - 2] == label {
                slips = min(slips, rows[above - width + column - 2] + 1)
            }
            rows[own + column] = slips
            least = min(least, Int(slips))
            column += 1
        }
        if last < count { rows[own + count] = far }
        return least
    }
}
