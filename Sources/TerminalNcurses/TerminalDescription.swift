import CNcursesw
import Glibc
import TerminalKit

/// What kind of terminal it is: found out from the environment and the terminfo database before the screen is opened.
struct TerminalDescription {
    /// The terminfo entry to use.
    let name: String
    /// True when direct colour was asked for and an entry for it exists.
    let isDirect: Bool

    /// Finds the entry for TERM; with COLORTERM `truecolor` or `24bit` its kin with direct colour, if there is one.
    init(environment: [String: String], output: Int32) throws(TerminalError) {
        let term = environment["TERM"] ?? ""
        guard !term.isEmpty, TerminalDescription.exists(term, output) else {
            throw TerminalError(.unknownTerminal(term))
        }
        // Before anything is sent to it, the bytes that would give it back among that.
        guard watchfloor_terminal_entry(term, output) == 2 else { throw TerminalError(.tooSimple(term)) }
        let colourTerm = environment["COLORTERM"]?.lowercased() ?? ""
        if colourTerm == "truecolor" || colourTerm == "24bit",
            let direct = TerminalDescription.directNames(of: term).first(where: {
                TerminalDescription.exists($0, output)
            })
        {
            name = direct
            isDirect = true
        } else {
            name = term
            isDirect = term.hasSuffix("-direct")
        }
    }

    /// Where an entry with direct colour is looked for: the name without its number of colours, then its family.
    private static func directNames(of term: String) -> [String] {
        if term.hasSuffix("-direct") { return [term] }
        var base = term
        for ending in ["-256color", "-88color", "-16color", "-color"] where base.hasSuffix(ending) {
            base.removeLast(ending.count)
        }
        let family = base.prefix { $0 != "-" && $0 != "+" }
        return base == family ? ["\(base)-direct"] : ["\(base)-direct", "\(family)-direct"]
    }

    private static func exists(_ name: String, _ output: Int32) -> Bool {
        watchfloor_terminal_entry(name, output) != 0
    }
}

/// Capabilities of the terminal that is set up.
enum Capability {
    /// A capability's bytes without the padding that only printing terminals need; empty where there is none.
    static func string(_ name: String) -> [UInt8] {
        guard let found = tigetstr(name), Int(bitPattern: found) != -1 else { return [] }
        var bytes = Array(String(cString: found).utf8)
        while let start = bytes.firstIndex(of: 0x24), bytes[start...].dropFirst().first == 0x3C,
            let end = bytes[start...].firstIndex(of: 0x3E)
        {
            bytes.removeSubrange(start...end)
        }
        return bytes
    }
}

/// Whether the terminal shows UTF-8, by the locale.
enum CharacterSet {
    /// Sets the locale's character type from the environment. A locale of UTF-8 that is not installed is replaced by C.UTF-8,
    /// also one that is named by its character set alone, as a Mac's `LC_CTYPE=UTF-8`; anything else that is not UTF-8 means
    /// ASCII.
    static func adopt(_ environment: [String: String]) -> Bool {
        let asked = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
        let isInstalled = setlocale(LC_CTYPE, asked) != nil
        if isInstalled, let codeset = nl_langinfo(Int32(CODESET)) {
            if isUTF8(String(cString: codeset)) { return true }
        }
        if !isInstalled, wantsUTF8(asked), setlocale(LC_CTYPE, "C.UTF-8") != nil { return true }
        setlocale(LC_CTYPE, isInstalled ? asked : "C")
        return false
    }

    /// True for a locale's name with the character set UTF-8: after its dot, or alone.
    static func wantsUTF8(_ locale: String) -> Bool {
        isUTF8(
            locale.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first.map(String.init) ?? locale)
    }

    private static func isUTF8(_ name: String) -> Bool {
        name.lowercased().prefix { $0 != "@" }.filter { $0 != "-" } == "utf8"
    }
}
