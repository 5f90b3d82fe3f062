import Glibc
import TerminalKit

/// Finds theme files, merges them with what they inherit, and works out the style of every role.
struct ThemeLoader {
    static let warningLimit = 100
    /// Bytes of a theme file; more is no theme.
    private static let sizeLimit = 1 << 20

    let folders: [String]
    private(set) var warnings: [ThemeWarning] = []
    private var palette: [String: PaletteColour] = [:]

    init(folders: [String]) {
        self.folders = folders
    }

    /// A theme over the themes it inherits from. A file of the name of a theme inside the program may inherit that one.
    mutating func merged(_ name: String) -> ThemeFile {
        var chain: [ThemeFile] = []
        var visited: Set<String> = []
        var next: String? = name
        while let wanted = next {
            guard let (path, source) = find(wanted, skipping: &visited) else {
                let cycle = !chain.isEmpty && visited.contains { $0.hasSuffix("/\(wanted).toml") }
                warn(
                    missing: wanted, in: chain.isEmpty ? "\(wanted).toml" : visited.sorted().joined(separator: ", "),
                    cycle)
                break
            }
            visited.insert(path)
            var reader = ThemeReader(file: path)
            let file = reader.read(source)
            warnings = Array((warnings + reader.warnings).prefix(ThemeLoader.warningLimit))
            guard let file else { break }
            chain.append(file)
            next = file.inherits
        }
        var result = ThemeFile()
        // What no theme names is taken from the dark one, so that a theme of three lines works.
        if !visited.contains("builtin/dark.toml"), let source = BuiltinThemes.sources["dark"] {
            var reader = ThemeReader(file: "builtin/dark.toml")
            result = reader.read(source) ?? result
        }
        for file in chain.reversed() { result = file.over(result) }
        return result
    }

    /// The first file of a name in the folders, then in the program, that was not read yet.
    /// One that is there and cannot be read is told and passed over.
    private mutating func find(_ name: String, skipping visited: inout Set<String>) -> (path: String, source: String)? {
        for folder in folders where !name.contains("/") {
            let path = "\(folder)/\(name).toml"
            guard !visited.contains(path) else { continue }
            switch ThemeLoader.contents(of: path) {
            case .text(let source): return (path, source)
            case .nowhere: continue
            case .unreadable(let english, let chinese):
                visited.insert(path)
                warnings.append(ThemeWarning(file: path, line: 0, key: "", english: english, chinese: chinese))
            }
        }
        let current = BuiltinThemes.olderNames[name] ?? name
        let path = "builtin/\(current).toml"
        guard !visited.contains(path), let source = BuiltinThemes.sources[current] else { return nil }
        return (path, source)
    }

    /// What is found where a theme may lie.
    private enum Found {
        case text(String)
        /// Nothing has the name.
        case nowhere
        /// It is there and gives no text: why, and what to do, in English and Chinese.
        case unreadable(String, String)
    }

    /// The text of a file of at most ``sizeLimit`` bytes.
    private static func contents(of path: String) -> Found {
        var status = stat()
        guard lstat(path, &status) == 0 else { return errno == ENOENT || errno == ENOTDIR ? .nowhere : refused(errno) }
        guard stat(path, &status) == 0 else {
            return .unreadable("the link leads nowhere; point it to a theme or take it away", "链接指向的文件不存在；请改正或移走该链接")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            return .unreadable("this is no file; put a theme there or take it away", "这不是文件；请换成主题文件或移走")
        }
        guard let file = fopen(path, "r") else { return refused(errno) }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        var all: [UInt8] = []
        while all.count <= sizeLimit {
            let count = fread(&bytes, 1, bytes.count, file)
            if count == 0, ferror(file) != 0 { return refused(errno) }
            guard count > 0 else { return .text(String(decoding: all, as: UTF8.self)) }
            all += bytes[..<count]
        }
        return refused(EFBIG)
    }

    private static func refused(_ number: Int32) -> Found {
        let cause = String(cString: strerror(number))
        return .unreadable(
            "cannot be read (\(cause)); let this user read it or take it away", "无法读取（系统错误 \(number)）；请授予读取权限或移走该文件")
    }

    /// The style of every role at a depth.
    mutating func resolve(_ file: ThemeFile, name: String, depth: ColourDepth) -> Theme {
        let base = style(file.roles["text"] ?? ThemeFile.Entry(), of: file, depth: depth, over: .plain)
        var styles: [Style] = []
        var symbols: [String?] = []
        for role in Role.allCases {
            let entry = ThemeLoader.entry(for: role.name, in: file)
            styles.append(entry.map { style($0, of: file, depth: depth, over: base) } ?? base)
            symbols.append(entry?.glyph)
        }
        return Theme(name: name, depth: depth, styles: styles, symbols: symbols)
    }

    /// The entry of a role, or of the nearest role above it by dots.
    private static func entry(for name: String, in file: ThemeFile) -> ThemeFile.Entry? {
        var name = Substring(name)
        while true {
            if let entry = file.roles[String(name)] { return entry }
            guard let dot = name.lastIndex(of: ".") else { return nil }
            name = name[..<dot]
        }
    }

    private mutating func style(
        _ entry: ThemeFile.Entry, of file: ThemeFile, depth: ColourDepth, over base: Style
    ) -> Style {
        guard depth != .mono else {
            // Without colours only these three are sure to show, and dim would be a grey.
            let attributes = entry.mono ?? entry.attributes ?? []
            return Style(attributes: attributes.intersection([.bold, .underline, .reverse]))
        }
        return Style(
            foreground: colour("fg", of: entry, in: file, depth) ?? base.foreground,
            background: colour("bg", of: entry, in: file, depth) ?? base.background,
            attributes: ThemeLoader.attributes(of: entry, depth))
    }

    /// The attributes for a depth: those named for it or for the next greater depth.
    private static func attributes(of entry: ThemeFile.Entry, _ depth: ColourDepth) -> Attributes {
        let few = depth <= .sixteen ? entry.attributes16 : nil
        return (depth <= .eight ? entry.attributes8 : nil) ?? few ?? entry.attributes ?? []
    }

    /// The colour for a depth: the one named for it or for the next greater depth, else the role's colour at that depth.
    private mutating func colour(
        _ side: String, of entry: ThemeFile.Entry, in file: ThemeFile, _ depth: ColourDepth
    ) -> Colour? {
        let keys: [String] =
            switch depth {
            case .eight: [side + "8", side + "16", side]
            case .sixteen: [side + "16", side]
            case .indexed256: [side + "256", side]
            case .direct, .mono: [side]
            }
        for key in keys {
            switch entry.colours[key] {
            case .colour(let colour): return colour.at(depth)
            case .name(let name):
                if let colour = file.palette[name] { return colour.at(depth) }
                warn(unknown: name, at: entry.origin, key: key)
            case nil: break
            }
        }
        return nil
    }

    private mutating func warn(unknown name: String, at origin: ThemeFile.Origin, key: String) {
        let warning = ThemeWarning(
            file: origin.file, line: origin.line, key: key,
            english: "the palette has no colour “\(name)”; add it to [palette] or write \"#rrggbb\"",
            chinese: "调色板中没有颜色“\(name)”；请加入 [palette] 或写 \"#rrggbb\"")
        if !warnings.contains(warning), warnings.count < ThemeLoader.warningLimit { warnings.append(warning) }
    }

    private mutating func warn(missing name: String, in file: String, _ cycle: Bool) {
        let known = Theme.builtin.joined(separator: ", ")
        warnings.append(
            ThemeWarning(
                file: file, line: 0, key: cycle ? "inherits" : "",
                english: cycle
                    ? "inherits in a circle back to “\(name)”; the circle is cut there"
                    : "no theme “\(name)”; there are \(known), or put \(name).toml into the themes folder",
                chinese: cycle ? "继承关系绕回了“\(name)”，已在此处断开" : "没有主题“\(name)”；现有 \(known)，或将 \(name).toml 放入 themes 文件夹"))
    }
}

/// The theme files inside the program.
enum BuiltinThemes {
    /// TOML by theme name.
    static let sources: [String: String] = [
        "abyss": String(decoding: PackageResources.abyss_toml, as: UTF8.self),
        "classic": String(decoding: PackageResources.classic_toml, as: UTF8.self),
        "dark": String(decoding: PackageResources.dark_toml, as: UTF8.self),
        "deuteranopia": String(decoding: PackageResources.deuteranopia_toml, as: UTF8.self),
        "high-contrast": String(decoding: PackageResources.high_contrast_toml, as: UTF8.self),
        "light": String(decoding: PackageResources.light_toml, as: UTF8.self),
        "monochrome": String(decoding: PackageResources.monochrome_toml, as: UTF8.self),
        "night-red": String(decoding: PackageResources.night_red_toml, as: UTF8.self),
        "paper": String(decoding: PackageResources.paper_toml, as: UTF8.self),
        "phosphor": String(decoding: PackageResources.phosphor_toml, as: UTF8.self),
        "tritanopia": String(decoding: PackageResources.tritanopia_toml, as: UTF8.self),
    ]

    /// Names that themes had before, and the names they have now.
    static let olderNames = ["contrast": "high-contrast"]
}
