import Testing
import Wording

/// True when the text has a Han character.
func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
}

/// Says that a text exists in both languages: English has no Han character, Chinese has one; that neither tells a name of
/// the code's own, such as `notHeard`; and that the Chinese says in Chinese what it says.
func expectBoth(
    _ what: String = "", _ location: SourceLocation = #_sourceLocation, _ text: (Words) -> String
) {
    let (one, other) = (text(Words(.english)), text(Words(.chinese)))
    #expect(!one.isEmpty && !hasHan(one), "\(what): \(one)", sourceLocation: location)
    #expect(hasHan(other), "\(what): \(other)", sourceLocation: location)
    #expect(one != other, sourceLocation: location)
    for text in [one, other] {
        #expect(CodeNames.inside(text).isEmpty, "\(what): \(text)", sourceLocation: location)
    }
    #expect(Latin.foreign(in: other).isEmpty, "\(what): \(other)", sourceLocation: location)
}

/// Names as programmers write them, which no sentence may show.
enum CodeNames {
    /// Words with a capital inside, as cases of enumerations have, and what describes a value of a type.
    static func inside(_ text: String) -> [Substring] {
        text.matches(of: /\b[a-z]+[A-Z]\w*|\w+\(\w+: [^)]*\)|Optional\(/).map(\.output).filter { !own.contains($0) }
    }

    /// Names of things that write themselves so.
    private static let own: Set<Substring> = []
}

/// Latin words in Chinese sentences.
enum Latin {
    /// The words of a Chinese text that are none of those which stay as they are.
    static func foreign(in text: String) -> [Substring] {
        text.matches(of: /[A-Za-z]{2,}/).map(\.output).filter { !kept.contains($0) && !Self.samples.contains($0) }
    }

    /// What a Chinese sentence of the console may have in Latin letters: codes of commands, and names of things that have no
    /// other.
    static let kept: Set<Substring> = [
        "AV", "BT", "CE", "CS", "DE", "DV", "EN", "GR", "LK", "MD", "MG", "PL", "RO", "SP", "ST", "TY", "UN", "PAR",
        "TM",
        "CAP", "CSV", "GPS", "HTTP", "ISA", "JSON", "SQLite", "TOML", "UTC", "Ctrl", "Enter", "Esc", "Tab", "Space",
        "ctrl",
        "watchfloor", "feeds", "dead", "letters", "show", "toml", "roster", "alerts", "rules", "room", "diff", "open",
        "until", "speed", "max",
    ]

    /// What the samples themselves say: streets, feeds, codes of types, the words of callers and operators.
    private static let samples: Set<Substring> = [
        "Mission", "St", "th", "Zoo", "Rd", "North", "cad", "mast", "wl", "feed", "check", "works", "broken", "peak",
        "fuel", "Linjiang", "Wang", "Li", "Old", "Gate",
        "robbery", "fight", "no", "unit", "two", "men", "again", "evidence", "dark", "look", "in",
    ]
}
