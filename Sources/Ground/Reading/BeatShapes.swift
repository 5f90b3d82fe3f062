import Formats

/// The polygons of a file as beats: each by the code that one of its properties says.
///
/// Several polygons of one code are parts of one beat. One without a code is left out; the rest goes on.
struct BeatShapes {
    private var beats: [(code: String, rings: [[WorldPoint]])] = []
    private var remarks: [Ground.Remark] = []
    /// Why there is no beat at all, and what to do; nil where there is one.
    private(set) var fault: (english: String, chinese: String)?

    /// The beats of some shapes; by the likeliest property where none is given.
    init(_ shapes: ShapeSet, key: String?) {
        let areas = shapes.features.filter { !$0.rings.isEmpty }
        guard !areas.isEmpty else {
            let count = shapes.features.count
            fault = (
                "there is no polygon among its \(count) features; beats are polygons",
                "\(count) 个要素中没有多边形；巡区须为多边形"
            )
            return
        }
        let offered = GroundKey.offered(areas)
        guard let key = key ?? GroundKey.likely(areas) else {
            fault =
                offered.isEmpty
                ? (
                    "no polygon has a property; give each one with the beat's code, such as \"beat\": \"B1\"",
                    "多边形均无属性；请为每个加上巡区代码，例如 \"beat\": \"B1\""
                )
                : (
                    "no property names at least half of the polygons, each differently; name one in a ground.toml, under [beats] key. There are: \(offered)",
                    "没有一个属性能为半数以上的多边形各自命名；请在 ground.toml 的 [beats] key 中指定。现有：\(offered)"
                )
            return
        }
        gather(areas, key)
        guard !beats.isEmpty else {
            fault = (
                "no polygon has the property \"\(key)\"; there are: \(offered)", "没有带属性“\(key)”的多边形；现有：\(offered)"
            )
            return
        }
        tellNameless(shapes, areas.filter { $0.text(key) == nil }, key)
        tellShapeless(shapes, key)
        tellRepeated(shapes, areas, key)
    }

    /// Adds them to a ground, with what is to be said about them.
    func add(to builder: inout GroundBuilder) {
        for beat in beats { builder.add(beat: beat.code, rings: beat.rings) }
        builder.remarks += remarks
    }

    private mutating func gather(_ areas: [GeoFeature], _ key: String) {
        for feature in areas { if let code = feature.text(key) { beats.append((code, feature.rings)) } }
    }

    private mutating func tellNameless(_ shapes: ShapeSet, _ nameless: [GeoFeature], _ key: String) {
        guard !nameless.isEmpty else { return }
        let own = GroundKey.offered(nameless, but: key)
        remarks.append(
            shapes.remark(nameless.map(\.number), isLoss: true) { english, chinese in
                (
                    "no beat: without \"\(key)\" \(english); "
                        + (own.isEmpty ? "write it there" : "write it there, or give another key: \(own)"),
                    "不成巡区：\(chinese) 缺少“\(key)”；请补写" + (own.isEmpty ? "" : "，或改用其他 key：\(own)")
                )
            })
    }

    /// A feature without a shape or with one that is no polygon.
    private mutating func tellShapeless(_ shapes: ShapeSet, _ key: String) {
        let others = shapes.features.filter { $0.rings.isEmpty }
        guard !others.isEmpty else { return }
        remarks.append(
            shapes.remark(others.map(\.number), isLoss: others.contains { $0.text(key) != nil }) { english, chinese in
                ("no beat: no polygon in \(english)", "不成巡区：\(chinese) 没有多边形")
            })
    }

    private mutating func tellRepeated(_ shapes: ShapeSet, _ areas: [GeoFeature], _ key: String) {
        let groups = Dictionary(grouping: areas.filter { $0.text(key) != nil }) { $0.text(key) ?? "" }
            .filter { $0.value.count > 1 }.sorted { $0.value[0].number < $1.value[0].number }
        guard let first = groups.first else { return }
        let code = MessageFault.excerpt(first.key)
        let more = groups.count - 1
        remarks.append(
            shapes.remark(first.value.map(\.number), isLoss: false) { english, chinese in
                (
                    "\"\(code)\" stands in \(english): parts of one beat"
                        + (more > 0 ? "; \(more) other codes stand in several too" : ""),
                    "“\(code)”见于 \(chinese)：作为同一巡区的各部分" + (more > 0 ? "；另有 \(more) 个代码重复出现" : "")
                )
            })
    }
}
