import CheckedTOML
import DispatchModel

/// A call log read through a mapping, ready to be played.
public struct CallLog: Sendable {
    /// What of a log is played.
    public enum Way: Hashable, Sendable {
        /// The log's own units and times drive the board.
        case asRecorded
        /// Only the calls come from the log; the units stand at home and answer the dispatcher.
        case toDispatch
    }

    /// What the board says about itself while the log is played.
    public let mode: ModeDeclared
    /// Everything the log says, in the order in which it becomes known. The same log gives the same list.
    public let observations: ObservationList
    /// Rows that were left out or kept with a note.
    public let problems: LogProblems
    /// Rows of the file below the header, malformed ones included.
    public let rowCount: Int
    /// Calls within the time asked for.
    public let callCount: Int
    /// Parts of units in these calls.
    public let responseCount: Int

    /// Reads a log.
    ///
    /// `from` and `to` pick the calls received from the one instant up to but without the other.
    /// - Throws: `LogError` when the file cannot be read or lacks columns, `MappingError` when the mapping names no zone.
    public init(
        path: String, mapping: Mapping, way: Way = .asRecorded, from: Timestamp? = nil, to: Timestamp? = nil
    ) throws {
        let file = try LogFile(path: path)
        let reader = CSVReader { try file.read(into: $0) }
        try self.init(reader: reader, path: path, mapping: mapping, way: way, from: from, to: to)
    }

    /// Reads a log from bytes in memory; `name` stands for the file in messages.
    /// - Throws: `LogError` when columns are lacking, `MappingError` when the mapping names no zone.
    public init(
        bytes: [UInt8], name: String, mapping: Mapping, way: Way = .asRecorded, from: Timestamp? = nil,
        to: Timestamp? = nil
    ) throws {
        try self.init(reader: CSVReader(bytes: bytes), path: name, mapping: mapping, way: way, from: from, to: to)
    }

    private init(
        reader: CSVReader, path: String, mapping: Mapping, way: Way, from: Timestamp?, to: Timestamp?
    ) throws {
        var reader = reader
        guard try reader.next() != nil else { throw LogError.empty(path: path) }
        let header = (0..<reader.fieldCount).map { reader.text($0) }
        let plan = try ColumnPlan(mapping: mapping, header: header, path: path)
        guard let clock = LocalClock(zone: mapping.timeZone) else {
            throw MappingError(problems: [
                SettingsProblem(
                    file: mapping.source, line: 0, column: 0, field: "time.zone", english: "no such time zone",
                    chinese: "没有这个时区")
            ])
        }
        var loader = CallLogLoader(mapping: mapping, plan: plan, clock: clock)
        try loader.readAll(&reader)
        observations = ObservationList(loader, way: way, from: from ?? Timestamp(rawValue: .min), to: to)
        problems = loader.problems
        rowCount = loader.rowCount
        callCount = observations.callCount
        responseCount = observations.responseCount
        mode = ModeDeclared(
            mode: .replay, title: mapping.title, timeZone: mapping.timeZone, source: mapping.source)
    }

    /// The mapping among these that fits the log's header.
    /// - Throws: `LogError` when the file cannot be read or no mapping fits.
    public static func detectMapping(path: String, among mappings: [Mapping]) throws -> Mapping {
        let file = try LogFile(path: path)
        return try detectMapping(CSVReader { try file.read(into: $0) }, path: path, among: mappings)
    }

    /// The mapping among these that fits the header of a log in memory; `name` stands for the file in messages.
    /// - Throws: `LogError` when there is no header or no mapping fits.
    public static func detectMapping(bytes: [UInt8], name: String, among mappings: [Mapping]) throws -> Mapping {
        try detectMapping(CSVReader(bytes: bytes), path: name, among: mappings)
    }

    private static func detectMapping(
        _ reader: CSVReader, path: String, among mappings: [Mapping]
    ) throws -> Mapping {
        var reader = reader
        guard try reader.next() == .row else { throw LogError.empty(path: path) }
        let header = (0..<reader.fieldCount).map { reader.text($0) }
        var firstRow: [String] = []
        while let step = try reader.next() {
            guard step == .row else { continue }
            firstRow = (0..<reader.fieldCount).map { reader.text($0) }
            break
        }
        guard let found = Mapping.detect(header: header, firstRow: firstRow, among: mappings) else {
            throw LogError.noMapping(path: path, header: header)
        }
        return found
    }
}
