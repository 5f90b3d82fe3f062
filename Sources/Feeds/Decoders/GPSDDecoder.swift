import DispatchModel
import Formats

/// Reads what gpsd tells its clients (`?WATCH={"enable":true,"json":true}`), a JSON object a line.
///
/// Source: gpsd's `gpsd_json(5)`. Only `TPV` reports say where a receiver is; the other classes show that gpsd is alive.
/// What is no JSON, such as NMEA passed through, is left alone.
package struct GPSDDecoder: Sendable {
    /// A position farther off than a unit gets at this speed in the time between is a jump, in metres a second.
    package static let fastest = 100.0
    /// Positions that agree with one another after which a jump is believed.
    static let agreeing = 3

    private struct Track {
        var point: GeoPoint
        var time: Timestamp
        var jumped: (point: GeoPoint, time: Timestamp, count: Int)?
    }

    private let units: [String: String]
    private var tracks: [String: Track] = [:]

    /// A decoder for receivers by their device; `*` stands for any other.
    package init(units: [String: String]) {
        self.units = units
    }

    /// The position of a line, with what is doubtful about it.
    package mutating func decode(_ line: some Collection<UInt8>, now: Timestamp) throws(MessageFault) -> DecodedText {
        var decoded = DecodedText()
        guard line.first == UInt8(ascii: "{") else { return decoded }
        let report = try JSONReader.read(line)
        guard let name = report["class"]?.text else {
            throw MessageFault.missing("class", "a class of gpsd", "gpsd 类别")
        }
        guard name == "TPV" else {
            decoded.messages = [FeedMessage(.heartbeat)]
            return decoded
        }
        decoded.messages = [try position(report, now)]
        return decoded
    }

    private mutating func position(_ report: JSON, _ now: Timestamp) throws(MessageFault) -> FeedMessage {
        var message = FeedMessage(.unitPosition)
        let device = report["device"]?.text ?? ""
        guard let unit = units[device] ?? units["*"] else {
            throw MessageFault.text(
                "device", device, "a device of [feed.words.unit], or \"*\" there", "[feed.words.unit] 中的设备，或在其中写 \"*\"")
        }
        message.unit = unit
        message.time = try time(report)
        guard case .integer(let mode)? = report["mode"], (0...3).contains(mode) else {
            throw MessageFault.value("mode", report["mode"] ?? .null, "0 to 3", "0 至 3")
        }
        let latitude = try number(report, "lat", -90...90)
        let longitude = try number(report, "lon", -180...180)
        if let latitude, let longitude { message.place.point = GeoPoint(latitude: latitude, longitude: longitude) }
        guard mode >= 2, let point = message.place.point else {
            message.doubts = [.noFix]
            return message
        }
        if point.isAtZero { message.doubts.insert(.atZero) }
        if let error = report["eph"]?.double ?? report["epx"]?.double, error > 200 {
            message.doubts.insert(.inaccurate)
        }
        guard let time = message.time else {
            message.doubts.insert(.noTime)
            return message
        }
        if DoubtfulTime.isWrongDate(time, now) { message.doubts.insert(.rolledOverDate) }
        if message.doubts.isEmpty, isJump(unit, to: point, at: time) { message.doubts = [.jump] }
        return message
    }

    private func time(_ report: JSON) throws(MessageFault) -> Timestamp? {
        guard let value = report["time"] else { return nil }
        guard let time = value.text.flatMap(RFC3339.instant) else {
            throw MessageFault.value(
                "time", value, "a time such as 2026-11-24T02:55:20.000Z", "形如 2026-11-24T02:55:20.000Z 的时间")
        }
        return time
    }

    private func number(_ report: JSON, _ name: String, _ range: ClosedRange<Double>) throws(MessageFault) -> Double? {
        guard let value = report[name] else { return nil }
        guard let number = value.double, range.contains(number) else {
            throw MessageFault.value(
                name, value, "a number from \(range.lowerBound) to \(range.upperBound)",
                "\(range.lowerBound) 至 \(range.upperBound) 的数")
        }
        return number
    }

    /// Compares with the last believed position; a jump whose followers agree with it becomes believed.
    private mutating func isJump(_ unit: String, to point: GeoPoint, at time: Timestamp) -> Bool {
        guard var track = tracks[unit] else {
            if tracks.count < 20_000 { tracks[unit] = Track(point: point, time: time) }
            return false
        }
        defer { tracks[unit] = track }
        if Self.isReachable(from: track.point, at: track.time, to: point, at: time) {
            track = Track(point: point, time: time)
            return false
        }
        let follows =
            track.jumped.map { Self.isReachable(from: $0.point, at: $0.time, to: point, at: time) } ?? false
        let count = follows ? (track.jumped?.count ?? 0) + 1 : 1
        if count >= Self.agreeing {
            track = Track(point: point, time: time)
            return false
        }
        track.jumped = (point, time, count)
        return true
    }

    /// On a plane through the first point, which is near enough for telling a jump; 100 m are allowed for noise.
    private static func isReachable(
        from start: GeoPoint, at begin: Timestamp, to end: GeoPoint, at finish: Timestamp
    ) -> Bool {
        let metresPerDegree = 111_195.0
        let north = (end.latitude - start.latitude) * metresPerDegree
        let turned = (end.longitude - start.longitude).remainder(dividingBy: 360)
        // The cosine by its Taylor series is exact to a thousandth up to 90 degrees.
        let angle = start.latitude * Double.pi / 180
        let square = angle * angle
        let cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
        let east = turned * metresPerDegree * cosine
        let seconds = Double(abs((finish - begin).milliseconds)) / 1000
        return (north * north + east * east).squareRoot() <= 100 + seconds * fastest
    }
}

/// What gpsd tells as a format of feeds.
struct GPSDFormat: WireFormat {
    static var framing: FeedFraming { .line }
    static var wordFields: [String] { ["unit"] }

    private var receivers: GPSDDecoder

    init(words: WordMapping) {
        receivers = GPSDDecoder(units: words.words["unit"] ?? [:])
    }

    mutating func decode(_ text: [UInt8], now: Timestamp) throws(MessageFault) -> DecodedText {
        try receivers.decode(text, now: now)
    }
}
