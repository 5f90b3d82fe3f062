import Formats
import Wording

extension ViewFile {
    /// The text of a file with a view put in place of the one of its name, or taken away; whatever else stands there, notes
    /// too, stays as it is. Nil for a file in which that view is written in a way that lines cannot be cut out of, such as
    /// `view.night = { … }`: its writer has to change it. `others` are the views of other files.
    /// - Throws: `SettingsError` with every problem of the file as it is, at least one.
    package static func text(
        _ old: String, putting view: SavedView?, as name: String, file: String, others: [String] = []
    ) throws(SettingsError) -> String? {
        let before = try ViewFile(text: old, file: file, others: others)
        var (lines, place) = without(
            name, old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        if let view {
            var new = section(of: view, named: name)
            while place == lines.count, lines.last?.isEmpty == true {
                lines.removeLast()
                place -= 1
            }
            if place > 0, !lines[place - 1].isEmpty { new.insert("", at: 0) }
            if place < lines.count, !lines[place].isEmpty { new.append("") }
            lines.insert(contentsOf: new, at: place)
        }
        if lines.last?.isEmpty == false { lines.append("") }
        let text = lines.joined(separator: "\n")
        var expected = before.views.filter { $0.name != name }
        if let view { expected.append(SavedView(name: name, lists: view.lists)) }
        let after = try? ViewFile(text: text, file: file, others: others + [name])
        let isRight = after.map { Set($0.views) == Set(expected) && $0.opening == before.opening } ?? false
        return isRight ? text : nil
    }

    /// The lines without those of a view, and where they stood: the end for one that was not there. Notes below its last line
    /// are those of what follows.
    private static func without(_ name: String, _ lines: [String]) -> (lines: [String], place: Int) {
        var kept: [String] = []
        var (place, start): (Int?, Int?) = (nil, nil)
        for line in lines {
            if let path = headerPath(line) {
                let isMeant = path.count >= 2 && path[0] == "view" && path[1] == name
                if isMeant, let start { kept.removeSubrange(start...) }
                start = isMeant ? kept.count : nil
                place = place ?? start
                if isMeant { continue }
            }
            let bare = line.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
            if let start, !bare.isEmpty, !bare.hasPrefix("#") {
                // What stood between two of its lines went with them.
                kept.removeSubrange(start...)
            } else {
                kept.append(line)
            }
        }
        let at = place ?? kept.count
        if at > 0, at < kept.count, kept[at].isEmpty, kept[at - 1].isEmpty { kept.remove(at: at) }
        return (kept, at)
    }

    /// The parts of a table's header, such as `view`, `night`, `dispatch`; nil for any other line.
    private static func headerPath(_ line: String) -> [String]? {
        let bare = line.drop { $0 == " " || $0 == "\t" }
        guard bare.hasPrefix("["), !bare.hasPrefix("[[") else { return nil }
        var (parts, part, quote): ([String], String, Character?) = ([], "", nil)
        for character in bare.dropFirst() {
            if let open = quote {
                if character == open { quote = nil } else { part.append(character) }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "." || character == "]" {
                parts.append(part)
                part = ""
                if character == "]" { return parts }
            } else if character != " ", character != "\t" {
                part.append(character)
            }
        }
        return nil
    }

    private static func section(of view: SavedView, named name: String) -> [String] {
        let isBare = name.unicodeScalars.allSatisfy { $0.isASCII }
        let key = isBare ? name : JSON.quoted(name)
        let lists = SavedView.panes.compactMap { pane in view.lists[pane].map { (pane, $0) } }
        guard !lists.isEmpty else { return ["[view.\(key)]"] }
        return lists.enumerated().flatMap { index, list in
            let (pane, look) = list
            var lines = index == 0 ? [] : [""]
            lines.append("[view.\(key).\(pane.rawValue)]")
            if !look.filter.isEmpty { lines.append("filter = \(JSON.quoted(look.filter))") }
            if let sort = look.sort { lines.append("sort = \(JSON.quoted(sort.rawValue))") }
            if look.isReversed { lines.append("reversed = true") }
            if !look.columns.isEmpty {
                let names = look.columns.map { JSON.quoted($0.rawValue) }.joined(separator: ", ")
                lines.append("columns = [\(names)]")
            }
            return lines
        }
    }
}
