import DispatchModel
import Formats

/// Where in a row the things stand that a mapping asks for.
struct ColumnPlan {
    var incident: [Int] = []
    var unit: [Int] = []
    var row: [Int] = []
    var received: [Int] = []
    var milestones: [(milestone: Milestone, columns: [Int])] = []
    var closed: [Int] = []
    var disposition: [Int] = []
    var type: [Int] = []
    var priority: [Int] = []
    var place: [Int] = []
    var placeChinese: [Int] = []
    var report: [Int] = []
    var reportChinese: [Int] = []
    var beat: [Int] = []
    var latitude: [Int] = []
    var longitude: [Int] = []
    var location: [Int] = []
    var unitType: [Int] = []
    var area: [Int] = []
    let header: [String]
    /// Columns that the mapping names and the header lacks, without which the log can be read all the same.
    let lacking: [String]

    /// Finds the columns. A list of alternatives needs one of them; what is joined is joined of those that there are.
    ///
    /// Without the time of a call, its identity or its unit a log cannot be read. Any other column costs only itself.
    /// - Throws: `LogError.missingColumns`.
    init(mapping: Mapping, layout: LogLayout, path: String) throws(LogError) {
        header = layout.header
        var finder = Finder(header: layout.header)
        let columns = mapping.columns
        incident = finder.needed(columns.incident, all: true)
        unit = finder.needed(columns.unit)
        received = finder.needed(columns.received)
        row = columns.incident.isEmpty ? finder.needed(columns.row, all: true) : finder.whole(columns.row)
        for milestone in Milestone.allCases {
            guard let wanted = columns.milestones[milestone] else { continue }
            milestones.append((milestone, finder.wished(wanted)))
        }
        closed = finder.wished(columns.closed)
        disposition = finder.wished(columns.disposition)
        type = finder.wished(columns.type)
        priority = finder.wished(columns.priority)
        place = finder.joined(columns.place)
        placeChinese = finder.joined(columns.placeChinese)
        report = finder.joined(columns.report)
        reportChinese = finder.joined(columns.reportChinese)
        beat = finder.wished(columns.beat)
        latitude = finder.wished(columns.latitude)
        longitude = finder.wished(columns.longitude)
        location = finder.wished(columns.location)
        unitType = finder.wished(columns.unitType)
        if let home = mapping.home { area = finder.wished([home.area]) }
        if latitude.isEmpty || longitude.isEmpty { (latitude, longitude) = ([], []) }
        lacking = finder.lacking
        if !finder.missing.isEmpty {
            throw LogError.missingColumns(
                path: path, mapping: mapping.name, columns: finder.missing + finder.lacking, header: LogHeader(layout))
        }
    }

    /// Looks for names in a header and notes those that it lacks.
    private struct Finder {
        let header: [String]
        /// Needed ones.
        var missing: [String] = []
        /// The others, each once.
        var lacking: [String] = []

        /// Where a name stands; of several with `|` between them, the first that the header has.
        private func place(_ wanted: String) -> Int? {
            if let place = header.firstIndex(of: wanted) { return place }
            guard wanted.contains("|") else { return nil }
            return wanted.split(separator: "|").lazy.compactMap { name in
                header.firstIndex(of: Mapping.normalised(String(name)))
            }.first
        }

        /// Columns without which the log cannot be read: one of them, or all.
        mutating func needed(_ wanted: [String], all: Bool = false) -> [Int] {
            let found = wanted.compactMap(place)
            if all {
                missing += wanted.filter { place($0) == nil }
            } else if found.isEmpty, let first = wanted.first {
                missing.append(first)
            }
            return found
        }

        /// Alternatives, of which one is enough.
        mutating func wished(_ wanted: [String]) -> [Int] {
            let found = wanted.compactMap(place)
            if found.isEmpty, let first = wanted.first { lack([first]) }
            return found
        }

        /// Columns that are joined, as many as there are.
        mutating func joined(_ wanted: [String]) -> [Int] {
            lack(wanted.filter { place($0) == nil })
            return wanted.compactMap(place)
        }

        /// Columns that mean something together alone.
        mutating func whole(_ wanted: [String]) -> [Int] {
            let found = joined(wanted)
            return found.count == wanted.count ? found : []
        }

        private mutating func lack(_ names: [String]) {
            lacking += names.filter { !lacking.contains($0) }
        }
    }
}

extension CSVReader {
    /// A field without blanks around it; empty where it says that there is nothing, such as `NULL`.
    func value(_ column: Int) -> String {
        let isAbsent = withField(column) { bytes, _ in AbsentWord.isText(bytes) }
        return isAbsent ? "" : text(column)
    }

    /// The first filled field among these columns; empty when none is.
    func firstFilled(_ columns: [Int]) -> String {
        for column in columns {
            let text = value(column)
            if !text.isEmpty { return text }
        }
        return ""
    }

    /// The filled fields among these columns with a sign between them.
    func joined(_ columns: [Int], by separator: String) -> String {
        if columns.count == 1 { return value(columns[0]) }
        var result = ""
        for column in columns {
            let text = value(column)
            if text.isEmpty { continue }
            if !result.isEmpty { result += separator }
            result += text
        }
        return result
    }
}
