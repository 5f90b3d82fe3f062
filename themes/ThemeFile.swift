import Formats
import TerminalKit

/// What one theme file says, entries that are no good left out.
struct ThemeFile {
    /// How a role is described; what is nil is taken from elsewhere.
    struct Entry {
        var colours: [String: Value] = [:]
        var attributes: Attributes?
        /// In place of `attributes` with 16 colours and fewer, and with 8.
        var attributes16: Attributes?
        var attributes8: Attributes?
        var mono: Attributes?
        var glyph: String?
        var origin = Origin()
    }

    /// A colour as written: a palette name or a colour.
    enum Value {
        case name(String)
        case colour(PaletteColour)
    }

    /// Where an entry stands.
    struct Origin {
        var file = ""
        var line = 0
    }

    var inherits: String?
    var palette: [String: PaletteColour] = [:]
    var roles: [String: Entry] = [:]

    /// This file's entries over another's: palettes and roles are merged by name.
    func over(_ base: ThemeFile) -> ThemeFile {
        var result = base
        result.palette.merge(palette) { $1 }
        result.roles.merge(roles) { $1 }
        return result
    }
}

/// Reads a theme file and collects what is wrong with it.
struct ThemeReader {
    /// What the file is called in warnings.
    let file: String
    private(set) var warnings: [ThemeWarning] = []

    static let colourKeys: Set<String> = ["fg", "bg", "fg256", "bg256", "fg16", "bg16", "fg8", "bg8"]

    init(file: String) {
        self.file = file
    }

    /// The file's contents, or nil with one warning where it is no TOML.
    mutating func read(_ source: String) -> ThemeFile? {
        do throws(TOMLProblem) {
            return read(try CheckedTOML.table(source))
        } catch {
            warn(
                line: error.line, key: "", "\(error.english); the file is left out", "\(error.chinese)，已忽略此文件")
        }
        return nil
    }

    private mutating func read(_ root: TOMLTable) -> ThemeFile {
        var result = ThemeFile()
        for key in root.keys {
            switch (key, root[key]) {
            case ("inherits", let value?) where value.string != nil: result.inherits = value.string
            case ("palette", let value?) where value.table != nil:
                for name in value.table?.keys ?? [] { result.palette[name] = paletteColour(name, in: value.table) }
            case ("roles", let value?) where value.table != nil:
                for name in value.table?.keys ?? [] { result.roles[name] = entry(name, in: value.table) }
            case ("name", _), ("description", _): break
            default:
                warn(
                    line: root.place(of: key)?.line ?? 0, key: key,
                    "unknown or of the wrong kind; write inherits = \"NAME\", [palette] or [roles]",
                    "未知或类型不对；可写 inherits = \"名称\"、[palette] 或 [roles]")
            }
        }
        return result
    }

    private mutating func paletteColour(_ name: String, in palette: TOMLTable?) -> PaletteColour? {
        let (value, line) = (palette?[name], palette?.place(of: name)?.line ?? 0)
        if let colour = plainColour(value) { return colour }
        guard let table = value?.table else {
            warnColour(line: line, key: "palette.\(name)")
            return nil
        }
        var colour = table["rgb"].flatMap { plainColour($0) } ?? table["c256"].flatMap { plainColour($0) } ?? .standard
        for key in table.keys where key != "rgb" {
            let limit = ["c256": 256, "c16": 16, "c8": 8][key] ?? 0
            if let parsed = plainColour(table[key]), limit > 0, table[key]?.int ?? 0 < limit {
                switch key {
                case "c256": colour.indexed = parsed.indexed
                case "c16":
                    colour.sixteen = parsed.sixteen
                    if table["c8"] == nil { colour.eight = parsed.eight }
                default: colour.eight = parsed.eight
                }
            } else {
                warnColour(line: line, key: "palette.\(name).\(key)")
            }
        }
        if let rgb = table["rgb"], plainColour(rgb) == nil { warnColour(line: line, key: "palette.\(name).rgb") }
        return colour
    }

    private func plainColour(_ value: TOMLValue?) -> PaletteColour? {
        if let text = value?.string { return PaletteColour(text) }
        if let number = value?.int, (0...255).contains(number) { return PaletteColour(index: UInt8(number)) }
        return nil
    }

    private mutating func entry(_ name: String, in roles: TOMLTable?) -> ThemeFile.Entry? {
        let (value, line) = (roles?[name], roles?.place(of: name)?.line ?? 0)
        guard Role(name: name) != nil else {
            warn(
                line: line, key: name,
                "no such role; the names are those in builtin/dark.toml, the theme a user copies to begin with",
                "没有这个角色；名称见 builtin/dark.toml")
            return nil
        }
        var entry = ThemeFile.Entry()
        entry.origin = ThemeFile.Origin(file: file, line: line)
        if let text = value?.string {
            entry.colours["fg"] = colour(text)
            return entry
        }
        guard let table = value?.table else {
            warn(
                line: line, key: name, "must be a colour or a table such as { fg = \"text\", attrs = [\"bold\"] }",
                "应为颜色或表，例如 { fg = \"text\", attrs = [\"bold\"] }")
            return nil
        }
        for key in table.keys { read(key, table[key], of: name, line: line, into: &entry) }
        return entry
    }

    private mutating func read(
        _ key: String, _ value: TOMLValue?, of name: String, line: Int,
        into entry: inout ThemeFile.Entry
    ) {
        switch key {
        case "attrs": entry.attributes = attributes(value, line: line, key: "\(name).attrs")
        case "attrs16": entry.attributes16 = attributes(value, line: line, key: "\(name).attrs16")
        case "attrs8": entry.attributes8 = attributes(value, line: line, key: "\(name).attrs8")
        case "mono": entry.mono = attributes(value, line: line, key: "\(name).mono")
        case "glyph":
            if let glyph = value?.string, TextWidth.columns(of: glyph) == 1 {
                entry.glyph = Sanitiser.visible(glyph)
            } else {
                warn(line: line, key: "\(name).glyph", "must be one character of one column", "应为宽度一列的单个字符")
            }
        case _ where ThemeReader.colourKeys.contains(key):
            if let text = value?.string {
                entry.colours[key] = colour(text)
            } else if let plain = plainColour(value) {
                entry.colours[key] = .colour(plain)
            } else {
                warnColour(line: line, key: "\(name).\(key)")
            }
        default:
            warn(
                line: line, key: "\(name).\(key)",
                "unknown; write fg, bg, attrs, mono, glyph, or fg256, fg16, attrs16, fg8 and so on",
                "未知；可写 fg、bg、attrs、mono、glyph，或 fg256、fg16、attrs16、fg8 等")
        }
    }

    private func colour(_ text: String) -> ThemeFile.Value {
        PaletteColour(text).map { .colour($0) } ?? .name(text)
    }

    private mutating func attributes(_ value: TOMLValue?, line: Int, key: String) -> Attributes? {
        let known: [String: Attributes] = [
            "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
        ]
        guard let list = value?.array else {
            warn(line: line, key: key, "must be a list such as [\"bold\"]", "应为列表，例如 [\"bold\"]")
            return nil
        }
        var result: Attributes = []
        for item in list {
            if let attribute = item.string.flatMap({ known[$0] }) {
                result.insert(attribute)
            } else {
                warn(
                    line: line, key: key,
                    "holds something other than bold, dim, italic, underline, reverse; it is left out",
                    "含有 bold、dim、italic、underline、reverse 以外的内容，已忽略")
            }
        }
        return result
    }

    private mutating func warnColour(line: Int, key: String) {
        warn(
            line: line, key: key, "no colour; write \"#rrggbb\", \"default\", a palette name or a number 0 to 255",
            "不是颜色；可写 \"#rrggbb\"、\"default\"、调色板名称或 0 到 255 的数字")
    }

    private mutating func warn(line: Int, key: String, _ english: String, _ chinese: String) {
        guard warnings.count < ThemeLoader.warningLimit else { return }
        warnings.append(ThemeWarning(file: file, line: line, key: key, english: english, chinese: chinese))
    }
}
