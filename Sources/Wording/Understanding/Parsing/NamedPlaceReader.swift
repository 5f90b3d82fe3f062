import DispatchModel
import Gazetteer

/// Reads places that the room knows by name, whether or not anything was there yet.
struct NamedPlaceReader {
    let reader: Reader

    /// The place of a name, a house number, a crossing or a point; nil for what is none of them. A name in several beats is asked
    /// about, and so is what comes near one, unless it stands in quotes. Where a beat cannot be asked about it stays as typed.
    func place(
        _ text: String, _ columns: Range<Int>, quoted: Bool, beat: String, asksBeat: Bool
    ) throws(Stop) -> (place: Place, beat: String)? {
        guard let places = reader.context.places, !text.isEmpty else { return nil }
        switch places.answer(text, beat: beat) {
        case .one(let match): return (match.place, match.beat.isEmpty ? beat : match.beat)
        case .which(let matches):
            // Names that differ tell them apart; a beat does where the line has a place for it.
            guard Set(matches.map(\.names)).count == matches.count || asksBeat && beat.isEmpty else {
                return (Place(text: text), beat)
            }
            throw reader.ask(
                columns, reader.pick("“\(text)” is several places; which one?", "“\(text)”有多处，指哪一处？"),
                matches.prefix(Ambiguity.limit).map { (NamedPlace($0, in: matches).typed, label(of: $0)) })
        case .near(let matches):
            // What the board knows, or what stands in quotes, is meant as it is.
            guard !quoted, KnownPlaces(reader.board).same(as: text).isEmpty else { return nil }
            let asTyped = (
                "\"\(text)\"", reader.pick("“\(text)” as typed, no place that is known", "按原样录入“\(text)”（非已知地点）")
            )
            throw reader.ask(
                columns, reader.pick("which place is “\(text)”?", "“\(text)”指哪个地点？"),
                matches.prefix(min(6, Ambiguity.limit - 1)).map { (NamedPlace($0, in: matches).typed, label(of: $0)) }
                    + [asTyped])
        case .none: return nil
        }
    }

    private var words: Words { reader.words }

    private func label(of match: PlaceMatch) -> String {
        let name = match.names[words.language]
        let beat = match.beat.isEmpty ? "" : words.beat(match.beat, on: reader.board)
        return beat.isEmpty ? name : words.clauses(name, beat)
    }
}

/// A place as a line names it so that it is read as just this one.
struct NamedPlace {
    /// As it is typed: its name, with its beat where others are called the same, its point where they lie in the same beat.
    let typed: String

    init(_ match: PlaceMatch, in all: [PlaceMatch]) {
        let name = match.names.english
        let same = all.filter { $0.names.english == name }
        if same.count == 1 {
            typed = Reader.typed(name)
        } else if !match.beat.isEmpty, same.count(where: { $0.beat == match.beat }) == 1 {
            typed = "\"\(name.filter { $0 != "\"" })\" b:\(Reader.typed(match.beat))"
        } else if let point = match.point {
            typed = Reader.typed(Gazetteer.written(point))
        } else {
            typed = Reader.typed(name)
        }
    }
}
