import DispatchModel
import Formats
import Gazetteer

/// What is said of the hazards of places, in a language.
package struct HazardWords: Sendable {
    private let words: Words

    /// The words of a language.
    package init(_ words: Words) { self.words = words }

    private func pick(_ english: String, _ chinese: String) -> String { words.pick(english, chinese) }

    /// A hazard or note of a place: what it is, who says so, until when.
    private func told(_ hazard: PlaceHazard) -> String {
        let until = "\(hazard.until.year)-\(words.two(hazard.until.month))-\(words.two(hazard.until.day))"
        let text = hazard.words[words.language]
        return switch hazard.kind {
        case .hazard:
            pick(
                "HAZARD of the place: \(text) (\(hazard.source), until \(until))",
                "地点隐患：\(text)（\(hazard.source)，至 \(until)）")
        case .note:
            pick(
                "Note of the place: \(text) (\(hazard.source), until \(until))",
                "地点提示：\(text)（\(hazard.source)，至 \(until)）")
        }
    }

    /// What is to be known of a place on the day of an instant, hazards first, a line each: at most so many, and how many more.
    package func lines(of places: Gazetteer?, at place: Place, beat: String, now: Timestamp, limit: Int) -> [String] {
        let all = known(of: places, at: place, beat: beat, now: now)
        let lines = all.prefix(limit).map(told)
        return all.count > limit ? lines + [more(all.count - limit)] : lines
    }

    /// What holds at a place on the day of an instant, as the clock on the wall has it.
    package func known(of places: Gazetteer?, at place: Place, beat: String, now: Timestamp) -> [PlaceHazard] {
        guard let hazards = places?.hazards, !hazards.isEmpty else { return [] }
        let local = words.zone.local(now)
        let day = CivilDate(year: local.year, month: local.month, day: local.day)
        return hazards.hazards(at: place, beat: beat, on: day)
    }

    /// Asks before the first units are sent to a place with a hazard that was not shown yet.
    package func question(_ units: [UnitID], to incident: Incident, on board: Board) -> String {
        pick(
            "The place has a hazard. Send \(words.callsigns(units, on: board)) to \(incident.place[.english])?",
            "该地点有隐患。是否派 \(words.callsigns(units, on: board)) 前往\(incident.place[.chinese])？")
    }

    /// The button that sends.
    package var send: String { pick("Send", "派出") }

    /// How many more there are.
    private func more(_ count: Int) -> String { pick("and \(count) more", "另有 \(count) 条") }
}
