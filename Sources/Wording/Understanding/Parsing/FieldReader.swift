import DispatchModel
import Gazetteer

/// Reads one field of a form by the command line's own rules, so that the same words mean the same in both: what could mean
/// several things is asked, what is unknown is refused, and what stands in quotes is taken as typed.
package struct FieldReader {
    private let context: LineContext

    /// A reader against a board.
    package init(_ context: LineContext) {
        self.context = context
    }

    /// What a field means.
    package enum Reading<Value> {
        /// One thing.
        case value(Value)
        /// Several things; one of the texts has to be typed instead.
        case choices(question: String, [String])
        /// Nothing. What is wrong and what to do instead, in the context's language.
        case failure(message: String, remedy: String)
    }

    /// An incident type: its code. What was not typed but given, as by an alert, is taken as in quotes.
    package func type(_ text: String, isGiven: Bool = false) -> Reading<String> {
        let reading = read(text, isGiven) { reader, text, columns, quoted throws(Stop) in
            try reader.type(text, columns, quoted: quoted)
        }
        guard case .choices(let question, let codes) = reading else { return reading }
        return .choices(question: question, names(ofTypes: codes.map { $0.filter { $0 != "\"" } }))
    }

    /// What types are called, as a person would type them; the code only where a name is that of several.
    private func names(ofTypes codes: [String]) -> [String] {
        let names = codes.map { context.words.type($0, on: context.board) }
        return zip(codes, names).map { code, name in names.count { $0 == name } == 1 ? name : code }
    }

    /// A place, with the beat in which the board knows it; an empty beat when it does not. `beat` is the beat entered beside it,
    /// which tells places of one name apart; so does `"NAME" b:BEAT`.
    package func place(
        _ text: String, beat: String = "", isGiven: Bool = false
    ) -> Reading<(place: Place, beat: String)> {
        let parts = Line(filter: text).words
        if !isGiven, parts.count == 2, parts[0].quoted, parts[1].text.hasPrefix("b:") {
            return place(parts[0].text, beat: String(parts[1].text.dropFirst(2)), isGiven: true)
        }
        return read(text, isGiven) { reader, text, columns, quoted throws(Stop) in
            try reader.place(text, columns, quoted: quoted, beat: beat)
        }
    }

    /// The places that a text could be meant for, as they are typed: those the room knows by name, then those of the board whose
    /// names begin so or whose characters have these initials.
    package func places(beginning text: String) -> [String] {
        let named = PlaceOffers.found(text, in: context)
        let names = named.map { match in
            let isOne = named.count { $0.names == match.names } == 1
            return isOne ? match.names[context.words.language] : NamedPlace(match, in: named).typed
        }
        let onBoard = KnownPlaces(context.board).beginning(with: text, in: context.words.language)
        return names + onBoard.filter { !names.contains($0) }
    }

    /// A beat: its code.
    package func beat(_ text: String) -> Reading<String> {
        read(text) { reader, text, columns, _ throws(Stop) in try reader.beat(text, columns) }
    }

    /// By which way a report came; nil when the field is empty.
    package func way(_ text: String) -> Reading<CallWay?> {
        guard text.contains(where: { !$0.isWhitespace }) else { return .value(nil) }
        return read(text) { reader, text, columns, _ throws(Stop) in try reader.way(text, columns) }
    }

    /// The ways that a text can be the beginning of, all of them for an empty one, as they are shown.
    package func ways(beginning text: String) -> [String] {
        let bare = text.filter { !$0.isWhitespace }
        let near = bare.isEmpty ? CallWay.allCases : TermWords.matching(bare, in: TermWords.ways)
        return near.map { context.words.way($0) }
    }

    /// How an incident ended: a known disposition's code, or a text in quotes.
    package func disposition(_ text: String) -> Reading<String> {
        read(text) { reader, text, columns, quoted throws(Stop) in
            try reader.disposition(text, columns, quoted: quoted)
        }
    }

    /// A priority: `1` to `5`, `p1` to `p5`, or its word in either language; nil for anything else.
    package func priority(_ text: String) -> Priority? {
        Reader.priority(text.filter { !$0.isWhitespace })
    }

    /// The priority that an incident of a type has when none is given.
    package func usualPriority(of type: String) -> Priority {
        reader(Line(filter: "")).usualPriority(of: type)
    }

    private func reader(_ line: Line) -> Reader {
        Reader(line: line, context: context, at: 0, subjectOptional: false)
    }

    private func read<Value>(
        _ text: String, _ isGiven: Bool = false,
        _ meaning: (Reader, String, Range<Int>, Bool) throws(Stop) -> Value
    ) -> Reading<Value> {
        let line = Line(filter: text)
        let quoted = !isGiven && line.words.count == 1 && line.words[0].quoted
        let plain = isGiven ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let bare = quoted ? line.words[0].text : plain
        do throws(Stop) {
            return .value(try meaning(reader(line), bare, 0..<line.characters.count, quoted || isGiven))
        } catch {
            switch error {
            case .ambiguous(let asked): return .choices(question: asked.question, asked.choices.map(\.line))
            case .incomplete(let expected): return .failure(message: expected, remedy: "")
            case .failure(let failure): return .failure(message: failure.message, remedy: failure.remedy)
            }
        }
    }
}
