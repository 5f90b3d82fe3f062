import DispatchModel

@testable import Gazetteer

/// A made-up town: streets with numbers in two beats, crossings, landmarks, compounds with Chinese names.
enum City {
    static func point(_ latitude: Double, _ longitude: Double) -> GeoPoint {
        GeoPoint(latitude: latitude, longitude: longitude) ?? GeoPoint()
    }

    static func street(
        _ name: String, _ from: Int, _ to: Int, _ beat: String, _ latitude: Double, _ longitude: Double,
        side: HouseNumbers.Side = .both
    ) -> PlaceRecord {
        PlaceRecord(
            kind: .street, names: BilingualText(name, name), numbers: HouseNumbers(from: from, to: to, side: side),
            point: point(latitude, longitude), end: point(latitude, longitude + 0.001), beat: beat)
    }

    static func place(
        _ kind: PlaceKind, _ english: String, _ chinese: String = "", _ beat: String, _ latitude: Double,
        _ longitude: Double, aliases: [String] = []
    ) -> PlaceRecord {
        PlaceRecord(
            kind: kind, names: BilingualText(english, chinese.isEmpty ? english : chinese), aliases: aliases,
            point: point(latitude, longitude), beat: beat)
    }

    static let records: [PlaceRecord] = [
        street("PINE ST", 1200, 1299, "B1", 37.790, -122.410), street("PINE ST", 1300, 1399, "B1", 37.790, -122.409),
        street("PINE ST", 1500, 1599, "B2", 37.790, -122.407),
        street("PINE AVE", 100, 198, "B3", 37.70, -122.50, side: .even),
        street("MISSION ST", 0, 99, "B1", 37.792, -122.394), street("5TH ST", 1, 99, "B1", 37.783, -122.407),
        street("RAINIER AV S", 9200, 9299, "S3", 37.52, -122.27), street("MAIN ST", 1, 99, "N1", 37.60, -122.40),
        street("MAIN ST", 1, 99, "N2", 37.65, -122.45), street("O'FARRELL ST", 400, 499, "B1", 37.786, -122.412),
        PlaceRecord(
            kind: .street, names: BilingualText("Riverside Rd", "滨河路"), numbers: HouseNumbers(from: 1, to: 99),
            point: point(31.20, 121.40), end: point(31.20, 121.41), beat: "L1"),
        place(.crossing, "MISSION ST / 5TH ST", "", "B1", 37.7825, -122.4065),
        place(.crossing, "S KING ST / 8 AV S", "", "K3", 47.598, -122.322),
        place(.landmark, "City Hall", "市政厅", "B2", 37.779, -122.419, aliases: ["Civic Center Palace", "老市府"]),
        place(.landmark, "Café Müller", "", "B1", 37.78, -122.41),
        place(.landmark, "Pine Lodge", "", "B1", 37.7905, -122.41),
        place(.landmark, "Pier 39", "", "A3", 37.8087, -122.4098),
        place(.landmark, "Harbour School", "", "A1", 37.80, -122.40),
        place(.landmark, "Harbour School", "", "A2", 37.81, -122.41),
        place(.compound, "Sunshine Garden", "阳光花园", "L1", 31.21, 121.42),
        place(.compound, "阳光新村", "", "L2", 31.22, 121.43),
        place(.landmark, "重庆大厦", "", "L2", 31.23, 121.44), place(.beat, "Old Town", "老城", "L1", 31.2, 121.4),
    ]

    static let gazetteer: Gazetteer = {
        var builder = GazetteerBuilder()
        for record in records { builder.add(record) }
        return builder.build()
    }()

    /// What stands first, second and third for what was typed.
    static func names(_ typed: String, _ limit: Int = 3) -> [String] {
        gazetteer.search(typed, limit: limit).map(\.names.both)
    }
}
