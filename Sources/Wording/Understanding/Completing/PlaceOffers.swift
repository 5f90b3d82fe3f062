import DispatchModel
import Formats
import Gazetteer

/// What is said of places that are offered.
enum PlaceOffers {
    /// The most of them.
    static let limit = 8

    /// The places that the room knows by name and that a text could mean. Letters are initials of names that are shown.
    static func found(_ text: String, in context: LineContext) -> [PlaceMatch] {
        let language = context.words.language
        return (context.places?.search(text, limit: limit) ?? []).filter { match in
            match.reason != .initials || match.names[language].unicodeScalars.contains { Pinyin.letters(of: $0) != 0 }
        }
    }

    /// Its beat and what sort of place it is; that its point is estimated.
    static func note(_ match: PlaceMatch, _ words: Words, _ board: Board) -> String {
        var parts = [kind(match.kind, words)]
        if !match.beat.isEmpty { parts.append(words.beat(match.beat, on: board)) }
        if match.isEstimated { parts.append(words.pick("point estimated", "位置为估计")) }
        if match.isStreetOnly { parts.append(words.pick("no house numbers known", "无门牌号数据")) }
        if match.point == nil { parts.append(words.pick("no point", "无坐标")) }
        return parts.dropFirst().reduce(parts[0]) { words.clauses($0, $1) }
    }

    private static func kind(_ kind: PlaceKind, _ words: Words) -> String {
        switch kind {
        case .street: words.pick("street", "街路")
        case .crossing: words.pick("crossing", "路口")
        case .landmark: words.pick("landmark", "地标")
        case .compound: words.pick("housing compound", "小区")
        case .beat: words.pick("beat", "巡区")
        }
    }
}
