import Formats

/// What stands behind an address and tells a door in the house: `apt 5`, `#12`, `3栋201室`. It is no part of the name, and belongs to
/// what the crew is told.
struct HouseUnit {
    /// The address before it.
    let address: String
    /// The door.
    let door: String

    /// Nil where nothing of the kind stands behind an address.
    init?(_ text: String) {
        let plain = text.trimmingBlanks
        if let sign = plain.lastIndex(of: "号"), plain[..<sign].last?.isNumber == true {
            self.init(plain[...sign], plain[plain.index(after: sign)...])
        } else if let sign = plain.lastIndex(of: "#") {
            self.init(plain[..<sign], plain[sign...])
        } else {
            let words = plain.split(whereSeparator: \.isWhitespace)
            guard let place = words.lastIndex(where: { Self.words.contains($0.lowercased().filter(\.isLetter)) }),
                place > 0, place + 1 < words.count
            else { return nil }
            self.init(plain[..<words[place].startIndex], plain[words[place].startIndex...])
        }
    }

    private init?(_ address: Substring, _ door: Substring) {
        let door = door.drop { $0.isWhitespace || $0 == "," || $0 == "，" }
        let rest = address.reversed().drop { $0.isWhitespace || $0 == "," || $0 == "，" }.reversed()
        guard !door.isEmpty, door.utf8.count <= 40, !rest.isEmpty else { return nil }
        (self.address, self.door) = (String(rest), String(door))
    }

    /// A street or name with the door behind it, as its language writes that.
    func added(to name: String) -> String { name.last == "号" ? name + door : "\(name), \(door)" }

    private static let words: Set<String> = [
        "apt", "apartment", "unit", "ste", "suite", "room", "rm", "flat", "floor", "fl",
    ]
}
