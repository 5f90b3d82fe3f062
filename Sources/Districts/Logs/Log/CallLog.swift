import DispatchModel
import Formats

/// A call log read through a mapping, ready to be played.
package struct CallLog: Sendable {
    /// What of a log is played.
    package enum Way: Hashable, Sendable {
        /// The log's own units and times drive the board.
        case asRecorded
        /// Only the calls come from the log; the units stand at home and answer the dispatcher.
        case toDispatch
    }

    /// What the board says about itself while the log is played.
    package let mode: ModeDeclared
    /// Everything the log says, in the order in which it becomes known. The same log gives the same list.
    package let observations: ObservationList
    /// Rows that were left out or kept with a note.
    package let problems: LogProblems
    /// Values that no rule of the mapping is about, by what they say; empty kinds left out.
    package let unruled: [UnruledValues]
    /// Columns that the mapping names and the header lacks, without which the log was read.
    package let lackingColumns: [String]
    /// How the file turned out to be written.
    package let writing: LogHeader
    /// Rows of the file below the header, malformed ones included.
    package let rowCount: Int
    /// Calls within the time asked for.
    package let callCount: Int
    /// Parts of units in these calls.
    package let responseCount: Int

    /// Reads a log.
    ///
    /// `from` and `to` pick the calls received from the one instant up to but without the other; `seen` is shown every byte
    /// of the file once, in order.
    /// - Throws: `LogError` when the file cannot be read, is no text or lacks columns, `MappingError` when the mapping names
    ///   no zone.
    package init(
        path: String, mapping: Mapping, way: Way = .asRecorded, from: Timestamp? = nil, to: Timestamp? = nil,
        seen: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }
    ) throws {
        let file = try LogFile(path: path, seen: seen)
        try self.init(try LogText(file, path: path), mapping: mapping, way: way, from: from, to: to)
    }

    /// Reads a log from bytes in memory; `name` stands for the file in messages.
    /// - Throws: `LogError` when they are no text or columns are lacking, `MappingError` when the mapping names no zone.
    package init(
        bytes: [UInt8], name: String, mapping: Mapping, way: Way = .asRecorded, from: Timestamp? = nil,
        to: Timestamp? = nil
    ) throws {
        try self.init(try LogText(bytes, path: name), mapping: mapping, way: way, from: from, to: to)
    }

    private init(_ text: LogText, mapping: Mapping, way: Way, from: Timestamp?, to: Timestamp?) throws {
        let (layout, plan) = try text.layout(for: mapping)
        guard let clock = LocalClock(zone: mapping.timeZone) else {
            throw MappingError(problems: [
                SettingsProblem(
                    file: mapping.name, line: 0, column: 0, field: "time.zone", english: "no such time zone",
                    chinese: "没有这个时区")
            ])
        }
        var reader = try text.reader(layout)
        var loader = CallLogLoader(mapping: mapping, plan: plan, clock: clock)
        try loader.readAll(&reader)
        observations = ObservationList(loader, way: way, from: from ?? Timestamp(rawValue: .min), to: to)
        problems = loader.problems
        unruled = [loader.values.unruledPriorities, loader.values.unruledTypes, District(loader).unruledKinds]
            .filter { $0.total > 0 }
        lackingColumns = plan.lacking
        writing = LogHeader(layout)
        rowCount = loader.rowCount
        callCount = observations.callCount
        responseCount = observations.responseCount
        mode = ModeDeclared(
            mode: .replay, title: mapping.title.recorded.text, timeZone: mapping.timeZone, source: mapping.source,
            chinese: mapping.title.recorded.chinese)
    }

    /// The mapping among these that fits the log's header.
    /// - Throws: `LogError` when the file cannot be read or no mapping fits.
    package static func detectMapping(path: String, among mappings: [Mapping]) throws -> Mapping {
        try LogText(try LogFile(path: path), path: path).mapping(among: mappings)
    }

    /// The mapping among these that fits the header of a log in memory; `name` stands for the file in messages.
    /// - Throws: `LogError` when there is no header or no mapping fits.
    package static func detectMapping(bytes: [UInt8], name: String, among mappings: [Mapping]) throws -> Mapping {
        try LogText(bytes, path: name).mapping(among: mappings)
    }
}
