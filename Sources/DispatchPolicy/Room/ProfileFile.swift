import DispatchModel
import Formats

/// Reads `profiles.toml` and says everything that is wrong with it.
///
/// ```toml
/// [[profile]]
/// name = "district"
/// title = ["Our district", "本区"]
/// source = "order 12 of 2026"  # or ["English", "中文"]
///
/// [[profile.target]]
/// measure = "arrived"          # answer, process, acknowledged, en-route, arrived, feedback, quick-response
/// limits = [{ within = "5m", wanted = 80 }, { within = "10m" }]
/// priorities = ["P1", "P2"]    # all when left out
/// kinds = ["vehiclePatrol"]    # all when left out
/// panes = ["patrol"]           # patrol, quick-response; both when left out
/// headline = 1                 # the limit that the status strip shows, from 1; 0 for none
/// ```
package enum ProfileFile {
    /// The most profiles of a file.
    package static let limit = 32
    /// The most measures of a profile.
    package static let targetLimit = 16
    /// The most limits of a measure.
    package static let limitLimit = 8
    /// The profile of a room that has not chosen one.
    package static let usual = "110"

    /// The words of the measures.
    package static let measures: [String: ProfileMeasure] = [
        "answer": .answer, "process": .process, "acknowledged": .acknowledged, "en-route": .enRoute,
        "arrived": .arrived, "feedback": .feedback, "quick-response": .quickResponse,
    ]

    /// The profiles that ship with the console.
    /// - Throws: `SettingsError`; a test proves that they have no fault.
    package static func shipped() throws(SettingsError) -> [DeadlineProfile] {
        let text = String(decoding: PackageResources.profiles_toml, as: UTF8.self)
        return try read(text: text, file: "profiles.toml")
    }

    /// Some profiles with others added; one of a name that is there already takes its place.
    package static func adding(_ own: [DeadlineProfile], to profiles: [DeadlineProfile]) -> [DeadlineProfile] {
        own.reduce(into: profiles) { all, profile in
            if let place = all.firstIndex(where: { $0.name == profile.name }) {
                all[place] = profile
            } else {
                all.append(profile)
            }
        }
    }

    /// The profiles of a file.
    /// - Throws: `SettingsError` with every problem of the file, at least one.
    package static func read(text: String, file: String) throws(SettingsError) -> [DeadlineProfile] {
        let root = try SettingsTable(text: text, file: file)
        root.expect(["profile"])
        let elements = root.elements("profile")
        if elements.count > limit {
            root.fault(
                "profile", "\(elements.count) profiles; at most \(limit)", "共 \(elements.count) 个方案，至多 \(limit) 个")
        }
        var names: Set<String> = []
        let profiles = elements.prefix(limit).compactMap { element -> DeadlineProfile? in
            guard let profile = profile(element) else { return nil }
            if !names.insert(profile.name).inserted {
                element.fault(
                    "name", "\"\(profile.name)\" is taken; give each profile its own", "“\(profile.name)”已被使用；名称不得重复")
            }
            return profile
        }
        guard root.problems.all.isEmpty else { throw SettingsError(problems: root.problems.all) }
        return profiles
    }

    private static func profile(_ table: SettingsTable) -> DeadlineProfile? {
        table.expect(["name", "title", "source", "target"])
        let name = table.string("name", required: true)
        if let name, !isName(name) {
            table.fault("name", "must be 1 to 40 letters, digits, -, _ or .", "应为 1 至 40 个字母、数字、-、_ 或 .")
        }
        let title = table.bilingual("title", required: true)
        let source = source(table)
        let elements = table.elements("target")
        if elements.isEmpty || elements.count > targetLimit {
            table.fault(
                "target", "write 1 to \(targetLimit) measures, each as [[profile.target]]",
                "请写 1 至 \(targetLimit) 个指标，各为 [[profile.target]]")
        }
        let targets = elements.prefix(targetLimit).compactMap(target)
        guard let name, let title, let source else { return nil }
        return DeadlineProfile(
            name: name, english: title.english, chinese: title.chinese, source: source.english,
            sourceChinese: source.chinese, targets: targets)
    }

    /// What a profile comes from: one text for both languages, or one of each.
    private static func source(_ table: SettingsTable) -> (english: String, chinese: String)? {
        if table.table["source"]?.array != nil { return table.bilingual("source") }
        return table.string("source", required: true).map { ($0, $0) }
    }

    private static func isName(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                    || ["-", "_", "."].contains(scalar)
            }
    }

    private static func target(_ table: SettingsTable) -> ProfileTarget? {
        table.expect(["measure", "limits", "priorities", "kinds", "panes", "headline"])
        if !table.has("measure") {
            table.fault("measure", "missing; write measure = \"arrived\"", "缺少；请写 measure = \"arrived\"")
        }
        let measure = table.choice("measure", of: measures)
        let limits = limits(table)
        let headline = (table.integer("headline", 0...limitLimit) ?? 1) - 1
        if headline >= max(1, limits.count) {
            table.fault("headline", "there is no limit \(headline + 1)", "没有第 \(headline + 1) 个时限")
        }
        let priorities = choices(table, "priorities", priorityNames)
        let kinds = choices(table, "kinds", kindNames)
        let panes = choices(table, "panes", ["patrol": UnitPane.patrol, "quick-response": .quickResponse])
        guard let measure, !limits.isEmpty else { return nil }
        return ProfileTarget(
            measure, limits, priorities: priorities, kinds: kinds, panes: panes,
            headline: headline < 0 ? nil : headline)
    }

    private static let priorityNames = Dictionary(
        uniqueKeysWithValues: Priority.allCases.map { ("P\($0.rawValue)", $0) })
    private static let kindNames = Dictionary(uniqueKeysWithValues: UnitKind.allCases.map { ("\($0)", $0) })

    private static func limits(_ table: SettingsTable) -> [ProfileLimit] {
        let elements = table.elements("limits")
        guard (1...limitLimit).contains(elements.count) else {
            table.fault(
                "limits", "write 1 to \(limitLimit), such as limits = [{ within = \"5m\", wanted = 90 }]",
                "请写 1 至 \(limitLimit) 个，例如 limits = [{ within = \"5m\", wanted = 90 }]")
            return []
        }
        var limits: [ProfileLimit] = []
        for element in elements {
            element.expect(["within", "wanted"])
            let wanted = element.integer("wanted", 1...100).map(Int64.init)
            guard let within = element.milliseconds("within", limit: longest, required: true) else { continue }
            guard within > (limits.last?.within.milliseconds ?? 0) else {
                element.fault("within", "must be longer than the one before it and than nothing", "须长于前一个且大于零")
                continue
            }
            limits.append(ProfileLimit(Span(milliseconds: within), wanted: wanted))
        }
        return limits
    }

    /// The longest limit, 31 days.
    private static let longest: Int64 = 31 * 86_400_000

    private static func choices<Value>(_ table: SettingsTable, _ key: String, _ names: [String: Value]) -> Set<Value> {
        let words = table.strings(key)
        for word in words where names[word] == nil {
            let list = NameList(names.keys.sorted())
            table.fault(key, "\"\(word)\" is none of: \(list.english)", "“\(word)”不在可选值中：\(list.chinese)")
        }
        return Set(words.compactMap { names[$0] })
    }
}
