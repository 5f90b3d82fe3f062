import DispatchModel
import Formats
import Ground

/// What files of places gave.
package struct PlacesRead: Sendable {
    /// The places that could be taken.
    package var gazetteer: Gazetteer
    /// What could not be taken, file by file in the order of their lines; at most ``PlaceReader/problemLimit``.
    package var problems: [SettingsProblem]
    /// How many more problems there are.
    package var moreProblems: Int
    /// How many rows, features and sections there were.
    package var rowCount: Int

    /// How many problems there are.
    package var problemCount: Int { problems.count + moreProblems }
}

/// Reads places and hazards from files, one after the other. What is wrong is noted with its file, line, field and remedy, and
/// the rest goes on.
package struct PlaceReader {
    /// How many problems are told one by one.
    package static let problemLimit = 200
    /// The most bytes of a file.
    package static let byteLimit = 256 << 20
    /// The longest name, in bytes.
    static let nameLimit = 200
    /// The longest text of a hazard, in bytes.
    static let wordLimit = 500
    /// The most aliases of a place.
    static let aliasLimit = 20

    private(set) var builder = GazetteerBuilder()
    private var hazards: [PlaceHazard] = []
    private var outlines: BeatOutlines
    private var problems: [SettingsProblem] = []
    private var moreProblems = 0
    private(set) var rowCount = 0
    private var isFull = false

    /// Nothing read yet. Places without a beat get that of the outline they lie in.
    package init(outlines: BeatOutlines = BeatOutlines()) { self.outlines = outlines }

    /// Reads a file of places by its ending: `.csv`, `.geojson` or `.json`, `.toml`.
    /// - Parameter files: Gives the bytes of a file that a `.toml` names.
    package mutating func takePlaces(_ bytes: [UInt8], file: String, files: (String) -> ShapeFile) {
        let name = file.lowercased()
        guard bytes.count <= Self.byteLimit else { return tooLarge(file) }
        if name.hasSuffix(".toml") {
            PlaceFile.read(bytes, file: file, files: files, into: &self)
        } else if name.hasSuffix(".geojson") || name.hasSuffix(".json") {
            PlaceFeatures.read(bytes, file: file, into: &self)
        } else {
            PlaceTable.read(bytes, file: file, into: &self)
        }
    }

    /// Reads a CSV file of hazards.
    package mutating func takeHazards(_ bytes: [UInt8], file: String) {
        guard bytes.count <= Self.byteLimit else { return tooLarge(file) }
        HazardTable.read(bytes, file: file, into: &self)
    }

    /// What was read.
    package consuming func finish() -> PlacesRead {
        let (problems, more, rows, hazards, outlines) = (problems, moreProblems, rowCount, hazards, outlines)
        let gazetteer = builder.build(hazards: PlaceHazards(hazards), outlines: outlines)
        return PlacesRead(gazetteer: gazetteer, problems: problems, moreProblems: more, rowCount: rows)
    }

    // MARK: What the readers of one form tell

    mutating func add(_ outlines: Ground) { self.outlines.add(outlines) }

    mutating func countRow() { rowCount += 1 }

    /// Takes a place in, with the beat of its outline where it names none; notes what is wrong with it at a line.
    mutating func add(_ record: PlaceRecord, _ place: PlaceSpot) {
        var record = record
        guard builder.canFind(record.names) else {
            return note(
                place, "name",
                "\"\(MessageFault.excerpt(record.names.both))\" has no word to find it by; write its name",
                "“\(MessageFault.excerpt(record.names.both))”中没有可检索的文字；请填写名称")
        }
        if record.beat.isEmpty, let point = record.point { record.beat = outlines.beat(at: point) ?? "" }
        guard !builder.add(record), !isFull else { return }
        isFull = true
        note(
            place, "",
            "more than \(GazetteerBuilder.limit) places or \(GazetteerBuilder.beatLimit) beats; leave out what is not of this room: the rest is not read",
            "超过 \(GazetteerBuilder.limit) 个地点或 \(GazetteerBuilder.beatLimit) 个巡区；请去掉与本指挥室无关的部分，其余未读取")
    }

    /// Takes a hazard in.
    mutating func add(_ hazard: PlaceHazard, _ place: PlaceSpot) {
        guard hazards.count < PlaceHazards.limit else {
            return note(
                place, "", "more than \(PlaceHazards.limit) hazards; leave out what has ended: this one is not read",
                "隐患超过 \(PlaceHazards.limit) 条；请去掉已到期的，此条未读取")
        }
        hazards.append(hazard)
    }

    /// Notes a problem.
    mutating func note(_ place: PlaceSpot, _ field: String, _ english: String, _ chinese: String) {
        note(
            SettingsProblem(
                file: place.file, line: place.line, column: place.column, field: field, english: english,
                chinese: chinese))
    }

    /// Notes a problem.
    mutating func note(_ problem: SettingsProblem) {
        if problems.count < Self.problemLimit { problems.append(problem) } else { moreProblems += 1 }
    }

    private mutating func tooLarge(_ file: String) {
        note(
            PlaceSpot(file: file), "",
            "longer than \(Self.byteLimit >> 20) MiB; split it or leave out what is not of this room",
            "超过 \(Self.byteLimit >> 20) MiB；请拆分，或去掉与本指挥室无关的部分")
    }
}

/// Where in a file something stands: the line and the column, of a CSV file the number of its field; 0 where there is none.
struct PlaceSpot {
    var file: String
    var line = 0
    var column = 0
}
