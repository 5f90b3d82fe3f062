import DispatchModel
import Formats

/// What is said on the map and about it, in a language.
package struct MapWords: Sendable {
    /// The words of the language, with the keys that are bound.
    let words: Words

    private func pick(_ english: String, _ chinese: String) -> String { words.pick(english, chinese) }

    /// What the map says while there is nothing to place on it, and what brings something.
    package var noMap: String {
        pick(
            "Nothing on the board has a place yet. A ground brings outlines: --ground FILE or ground.toml.",
            "看板上尚无可定位的内容。底图可带入轮廓：--ground 文件或 ground.toml。")
    }

    /// Nothing is selected on the map, and what selects something.
    package var nothingOnMap: String {
        pick(
            "nothing selected · \(words.key(.mapNext)) goes to the most urgent",
            "未选中任何项 · 按 \(words.key(.mapNext)) 转到最紧急的一项")
    }

    /// What was selected has left the map.
    package func leftTheMap(_ subject: String) -> String {
        pick("\(subject) left the map; nothing is selected", "\(subject) 已离开地图，当前未选中任何项")
    }

    /// How many open incidents nobody knows the place of.
    package func placeless(_ count: Int) -> String {
        pick("\(words.grouped(count)) without a place", "\(words.grouped(count)) 起位置不明")
    }

    /// How many urgent things lie outside the picture.
    package func outside(_ count: Int) -> String {
        pick("\(words.grouped(count)) outside", "\(words.grouped(count)) 项在视野外")
    }

    /// The map stays with the selected thing.
    package var following: String { pick("following", "跟随中") }

    /// The beats are filled by how many calls they had.
    package var callsFilled: String { pick("calls on the board", "看板警情数") }

    /// The beats are filled by how many minutes the nearest free unit needs.
    package var travelFilled: String { pick("minutes of the nearest free unit", "最近待命单元所需分钟") }

    /// Beats without a free unit stand out from now on.
    package var filledByCover: String { pick("beats without a free unit stand out", "突出无待命单元的巡区") }

    /// Beats are filled by calls from now on.
    package var filledByCalls: String { pick("beats by calls on the board", "按看板警情数填充巡区") }

    /// Beats are filled by travel time from now on.
    package var filledByTravel: String {
        pick("beats by minutes until the nearest free unit is there, driving urgently", "按最近待命单元紧急驶达所需分钟填充巡区")
    }

    /// What lies around a thing.
    package func near(_ name: String) -> String { pick("Near \(name)", "\(name) 附近") }

    /// The most urgent things of the map.
    package var mostUrgent: String { pick("Most urgent", "最紧急") }

    /// Beats are not filled from now on.
    package var mapUnfilled: String { pick("beats are not filled", "不填充巡区") }

    /// The map stays with a thing from now on.
    package func follows(_ name: String) -> String { pick("the map follows \(name)", "地图跟随 \(name)") }

    /// The map stays where it is from now on.
    package var followsNothing: String { pick("the map stays where it is", "地图不再跟随") }

    /// The map is drawn so finely from now on.
    package func drawnIn(_ dots: String) -> String { pick("the map is drawn in \(dots)", "地图以 \(dots) 绘制") }

    /// Every beat has a free unit.
    package var everyBeatCovered: String { pick("every beat has a free unit", "各巡区均有待命单元") }

    /// No unit has a beat of its own, so that none can be without one.
    package var noBeatsOfUnits: String { pick("no unit has a beat of its own", "没有单元归属巡区") }

    /// A beat has no free unit; the nearest that is free, as a callsign, empty for none.
    package func bare(_ beat: String, nearest: String) -> String {
        nearest.isEmpty
            ? pick("\(beat) has no free unit, and nowhere is one free", "\(beat) 无待命单元，且全区无待命单元")
            : pick("\(beat) has no free unit · nearest: \(nearest)", "\(beat) 无待命单元 · 最近：\(nearest)")
    }

    /// A place where units may wait.
    package func post(_ names: BilingualText) -> String {
        pick("post \(names.english)", "值守点 \(names.chinese)")
    }

    /// The place is that of the beat.
    package var byBeat: String { pick("placed by its beat", "按巡区定位") }

    /// A unit's position is of so long ago.
    package func positionAge(_ age: String) -> String { pick("position \(age) old", "位置为 \(age) 前") }

    /// A unit's receiver is not to be believed.
    package var doubtedPosition: String { pick("position doubtful", "位置存疑") }

    /// So many features of the map's files are not on it, the first of them at a line; what is wrong with each is told on
    /// standard error.
    package func leftOut(_ count: Int, first problem: SettingsProblem) -> String {
        let file = problem.file.split(separator: "/").last.map(String.init) ?? problem.file
        let place = MapWords.clipped(file) + ":\(problem.line)"
        return pick(
            "map: \(words.grouped(count)) feature\(count == 1 ? "" : "s") left out, the first at \(place)",
            "底图：\(words.grouped(count)) 个要素未采用，首个在 \(place)")
    }

    /// No beat of the map is one of the board's; the first of either, by their codes.
    package func foreignBeats(own: String, board: String) -> String {
        let (own, board) = (MapWords.clipped(own, 10), MapWords.clipped(board, 10))
        return pick(
            "map and board share no beat (\(own), \(board)); see [beats] key",
            "底图巡区均不在看板上（底图 \(own)，看板 \(board)）：请检查名称属性")
    }

    /// The beginning of a name from outside, so that what stands behind it is never cut off.
    private static func clipped(_ name: String, _ limit: Int = 23) -> String {
        var (clipped, columns) = ("", 0)
        for scalar in name.unicodeScalars {
            columns += TextWidth.columns(of: scalar)
            guard columns <= limit else { return clipped + "…" }
            clipped.unicodeScalars.append(scalar)
        }
        return clipped
    }

    /// A journal was recorded over another map than the one that is shown, or over one and none is shown.
    package func otherGround(_ recorded: GroundAdopted, isNone: Bool) -> String {
        // Of a long name its beginning: what to do is never cut off.
        let name = MapWords.clipped(recorded.name)
        let digest = recorded.digest.prefix(8)
        return isNone
            ? pick("map not here, give --ground: \(name) (\(digest))", "缺少录制时的底图，请用 --ground 给出：\(name)（\(digest)）")
            : pick("recorded over another map: \(name) (\(digest))", "录制时为另一底图：\(name)（\(digest)）")
    }

    /// What the shapes of the map mean, each with its word.
    package func mapLegend(_ shapes: MapLegendShapes) -> [(shape: String, word: String)] {
        [
            (shapes.first, words.priority(.p1)), (shapes.second, words.priority(.p2)),
            (shapes.third, words.priority(.p3)), (shapes.lower, pick("P4+", "其他")),
            (shapes.served, pick("units sent", "已派警")), (shapes.free, pick("free", "待命")),
            (shapes.moving, pick("moving", "途中")),
            (shapes.onScene, pick("on scene", "到场")), (shapes.alert, pick("alert", "告警")),
            (shapes.old, pick("old position", "位置过时")),
            (shapes.doubted, pick("doubtful", "存疑")), (shapes.blind, pick("blind spot", "盲区")),
        ]
    }
}

/// The shapes that the map's legend explains.
package struct MapLegendShapes: Hashable, Sendable {
    /// A P1's.
    package var first: String
    /// A P2's.
    package var second: String
    /// A P3's.
    package var third: String
    /// One of a less urgent incident, or of one that was put aside.
    package var lower: String
    /// One of an incident that units are sent to.
    package var served: String
    /// A free unit's.
    package var free: String
    /// One of a unit on its way.
    package var moving: String
    /// One of a unit at a scene.
    package var onScene: String
    /// An alert's.
    package var alert: String
    /// One of a unit whose position is old.
    package var old: String
    /// One of a unit whose position is doubtful.
    package var doubted: String
    /// That of a blind spot.
    package var blind: String

    /// Creates the shapes.
    package init(
        first: String, second: String, third: String, lower: String, served: String, free: String, moving: String,
        onScene: String, alert: String, old: String, doubted: String, blind: String
    ) {
        self.first = first
        self.second = second
        self.third = third
        self.lower = lower
        self.served = served
        self.free = free
        self.moving = moving
        self.onScene = onScene
        self.alert = alert
        self.old = old
        self.doubted = doubted
        self.blind = blind
    }
}
