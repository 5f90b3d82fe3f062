import Formats

/// Which reference system a file's coordinates are of, as it says and as its numbers look.
enum GeoReference {
    /// Those whose degrees differ from WGS 84 by less than a metre or two: nothing that a map in cells could show.
    private static let taken = ["CRS84", "CRS:84", "4326", "4269", "4258", "4490", "4979"]
    private static let remedy = "ogr2ogr -t_srs EPSG:4326 new.geojson old.geojson"

    /// Refuses a file that names a reference system of other coordinates (GeoJSON of 2008, section 3; RFC 7946 has one alone).
    static func check(_ root: JSON) throws(MessageFault) {
        guard let crs = root["crs"], crs != .null else { return }
        let name = crs["properties"]?["name"]?.text ?? crs["properties"]?["code"]?.double.map { "\(Int64($0))" }
        guard let name else {
            throw MessageFault.value("crs", crs, "none, or WGS 84 by its name", "不写，或以名称写明 WGS 84")
        }
        let isTaken = taken.contains { code in
            name.uppercased().hasSuffix(code) && !(name.dropLast(code.count).last?.isNumber ?? false)
        }
        guard !isTaken else { return }
        throw MessageFault.text(
            "crs.properties.name", name, "WGS 84 (EPSG:4326), to which \(remedy) converts",
            "WGS 84（EPSG:4326），可用 \(remedy) 转换")
    }

    /// What is wrong with a place, by what its numbers look like.
    static func fault(of value: JSON, _ numbers: [Double]) -> MessageFault {
        let text = MessageFault.excerpt(value.written())
        let advice = "[longitude, latitude] in degrees (WGS 84), such as [121.47, 31.23]"
        let adviceChinese = "[经度, 纬度]（WGS 84，度），例如 [121.47, 31.23]"
        guard numbers.count >= 2, numbers.count == value.elements?.count else {
            return MessageFault.value("", value, advice, adviceChinese)
        }
        let (first, second) = (abs(numbers[0]), abs(numbers[1]))
        if first > 180, second > 90, max(first, second) > 400 {
            return MessageFault(
                path: "", found: "\(text), which are metres or feet of a projection",
                foundChinese: " \(text)，是投影坐标（米或英尺）", expected: "\(advice): convert the file by \(remedy)",
                expectedChinese: "\(adviceChinese)：请用 \(remedy) 转换")
        }
        if first <= 90, second > 90, second <= 180 {
            return MessageFault(
                path: "", found: "\(text), latitude first", foundChinese: " \(text)，纬度在前",
                expected: "\(advice): exchange the two in the whole file",
                expectedChinese: "\(adviceChinese)：请在整个文件中对调二者")
        }
        if first <= 180, second <= 90 {
            return MessageFault(
                path: "", found: text, foundChinese: " \(text)",
                expected: "a latitude within 85.05, where the map ends",
                expectedChinese: "纬度不超过 85.05，地图止于此")
        }
        return MessageFault.value("", value, advice, adviceChinese)
    }
}

/// Files that were saved in an encoding of 16 bits.
enum GeoEncoding {
    static func check(_ bytes: [UInt8]) throws(MessageFault) {
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        guard !isWide else {
            throw MessageFault(
                path: "", found: "UTF-16", foundChinese: " UTF-16", expected: "UTF-8: save the file as that",
                expectedChinese: "UTF-8：请另存为该编码")
        }
    }
}
