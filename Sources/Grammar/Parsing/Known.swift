import DispatchModel

/// The places that a board knows: those of its incidents and duty points.
struct KnownPlaces {
    private let board: Board

    init(_ board: Board) {
        self.board = board
    }

    /// The known place of exactly these words, the newest incident's first, with the beat it lies in.
    func same(as text: String) -> (place: Place, beat: String)? {
        let needle = Needle(text)
        var best: Incident?
        for incident in board.incidents.elements where needle.equals(incident.place.text) {
            let better = best.map {
                ($0.place.point == nil ? 0 : 1, $0.id.rawValue) < (
                    incident.place.point == nil ? 0 : 1, incident.id.rawValue
                )
            }
            if better ?? true { best = incident }
        }
        if let best { return (best.place, best.beat) }
        let unit = board.units.elements.first { needle.equals($0.dutyPoint.text) }
        return unit.map { ($0.dutyPoint, $0.homeBeat) }
    }

    /// The known places that begin with some words, in alphabetical order.
    func beginning(with text: String) -> [String] {
        let needle = Needle(text)
        guard !needle.isEmpty else { return [] }
        var found: Set<String> = []
        for incident in board.incidents.elements where needle.begins(incident.place.text) {
            found.insert(incident.place.text)
        }
        for unit in board.units.elements where needle.begins(unit.dutyPoint.text) { found.insert(unit.dutyPoint.text) }
        return found.sorted()
    }
}

/// The beats that a board knows: those defined, else those of its units and incidents.
enum KnownBeats {
    static func codes(_ board: Board) -> [String] {
        var codes = Set(board.beats.elements.map(\.beat))
        for unit in board.units.elements where !unit.homeBeat.isEmpty { codes.insert(unit.homeBeat) }
        for incident in board.incidents.elements where !incident.beat.isEmpty { codes.insert(incident.beat) }
        return codes.sorted()
    }
}

/// Whether a word may be a misspelling of another.
enum Spelling {
    /// True when at most one edit in four letters tells two words apart (Levenshtein), two at most.
    static func isNear(_ typed: String, _ word: String) -> Bool {
        // What is far too long is not looked at letter by letter: a pasted text is compared with every name there is.
        guard typed.utf8.count <= 64 * 4 else { return false }
        let (left, right) = (Array(typed.lowercased()), Array(word.lowercased()))
        let allowed = min(2, right.count / 4)
        guard allowed > 0, abs(left.count - right.count) <= allowed, left.count <= 64 else { return false }
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == other ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count] <= allowed
    }
}
