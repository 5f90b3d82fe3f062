import Formats

/// A file that a description of a ground names, as whoever has files found it.
package enum ShapeFile: Sendable {
    /// Its bytes, and its path as a person would type it.
    case found(path: String, bytes: [UInt8])
    /// It gives no bytes: its path, why and what to do, in English and in Chinese.
    case refused(path: String, english: String, chinese: String)
}

/// The shapes of a file, with where each stands.
struct ShapeSet {
    var path: String
    var bytes: [UInt8]
    var features: [GeoFeature]

    /// The shapes of a file's bytes. Throws everything that is wrong with it, by line and feature.
    init(path: String, bytes: [UInt8]) throws(SettingsError) {
        (self.path, self.bytes) = (path, bytes)
        let file: GeoFile
        do throws(MessageFault) {
            file = try GeoJSONReader.read(bytes)
        } catch {
            throw SettingsError(problems: [ShapeSet.problem(error, path, bytes)])
        }
        features = file.features
        guard !file.faults.isEmpty else { return }
        let places = GeoLines.places(of: Set(file.faults.map(\.feature)), in: bytes)
        var problems = file.faults.map { feature, fault in
            SettingsProblem(
                file: path, line: places[feature]?.line ?? 0, column: places[feature]?.column ?? 0, field: fault.path,
                english: fault.foundAndExpected.english, chinese: fault.foundAndExpected.chinese)
        }
        if file.moreFaults > 0 {
            let (more, last) = (file.moreFaults, problems[problems.count - 1])
            problems.append(
                SettingsProblem(
                    file: path, line: last.line, column: last.column, field: "features",
                    english: "\(more) more features cannot be taken", chinese: "另有 \(more) 个要素无法采用"))
        }
        throw SettingsError(problems: problems)
    }

    /// A fault of the file as a whole, with its line and column.
    private static func problem(_ fault: MessageFault, _ path: String, _ bytes: [UInt8]) -> SettingsProblem {
        let said = fault.foundAndExpected
        guard let offset = fault.offset else {
            let place = place(of: fault, in: bytes)
            return SettingsProblem(
                file: path, line: place.line, column: place.column, field: fault.path, english: said.english,
                chinese: said.chinese)
        }
        let place = GeoLines.place(of: offset, in: bytes)
        return SettingsProblem(
            file: path, line: place.line, column: place.column, field: "", english: "no JSON: " + said.english,
            chinese: "不是 JSON：" + said.chinese)
    }

    /// Where a fault is that is none of the JSON itself: at its feature, else at its member of the whole, else where that begins.
    private static func place(of fault: MessageFault, in bytes: [UInt8]) -> GeoLines.Place {
        if let number = fault.path.prefixMatch(of: /features\[(\d+)\]/).flatMap({ Int($0.1) }),
            let place = GeoLines.places(of: [number], in: bytes)[number]
        {
            return place
        }
        let member = fault.path.prefix { $0 != "." && $0 != "[" }
        return GeoLines.place(of: GeoLines.offset(ofMember: String(member), in: bytes), in: bytes)
    }

    /// Something about some features, told at the first of them.
    func remark(
        _ numbers: [Int], isLoss: Bool, _ tell: (_ english: String, _ chinese: String) -> (String, String)
    ) -> Ground.Remark {
        let places = GeoLines.places(of: Set(numbers.prefix(3)), in: bytes)
        func shown(_ line: String, _ end: String) -> String {
            numbers.prefix(3).map { "features[\($0)] (\(line) \(places[$0]?.line ?? 0)\(end))" }
                .joined(separator: ", ")
        }
        let rest = max(0, numbers.count - 3)
        let (english, chinese) = tell(
            shown("line", "") + (rest > 0 ? " and \(rest) more" : ""),
            shown("第", " 行") + (rest > 0 ? " 等 \(numbers.count) 个" : ""))
        let first = numbers.first.flatMap { places[$0] }
        return Ground.Remark(
            problem: SettingsProblem(
                file: path, line: first?.line ?? 0, column: first?.column ?? 0, field: "features", english: english,
                chinese: chinese), count: numbers.count, isLoss: isLoss)
    }
}

extension MessageFault {
    /// What was found and what is expected, without the place.
    fileprivate var foundAndExpected: (english: String, chinese: String) {
        var fault = self
        fault.path = ""
        return (fault.english, fault.chinese)
    }
}
