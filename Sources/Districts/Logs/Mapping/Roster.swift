import DispatchModel

extension Mapping.BeatRule {
    /// The beat of a code that it is about.
    func beat(_ code: String, centre: GeoPoint?) -> BeatDefined {
        BeatDefined(beat: code, names: name, centre: centre, station: station)
    }
}

/// The units, beats and incident types of a room, for a board that no log feeds.
///
/// A roster file has the sections `[types]`, `[roster]` and `[beats]` of a mapping file and nothing else; a whole mapping
/// file will do too.
///
/// ```toml
/// [beats.B07]
/// name = "Mission"
/// station = { en = "North station", zh = "城北派出所" } # by which bulletins are made; one text will do
/// at = [31.23, 121.47]
/// ```
package struct Roster: Sendable {
    private var mapping = Mapping()

    /// Reads a roster from the text of a TOML file; `file` is its name for messages.
    /// - Throws: `MappingError` with every problem of the file.
    package init(text: String, file: String) throws(MappingError) {
        mapping = try Mapping(rosterText: text, file: file)
    }

    /// What the roster says, as observations of one instant.
    package func observations(at: Timestamp, actor: Actor) -> [Observation] {
        func said(_ content: Observation.Content) -> Observation {
            Observation(at: at, actor: actor, content: content)
        }
        var seen: Set<String> = []
        let types = mapping.types.values.filter { seen.insert($0.code).inserted }.sorted { $0.code < $1.code }
        let beats = mapping.beats.sorted { $0.key < $1.key }
        return types.map {
            said(.type(TypeDefined(code: $0.code, english: $0.english, chinese: $0.chinese, priority: $0.priority)))
        }
            + beats.map { said(.beat($0.value.beat($0.key, centre: $0.value.centre))) }
            + mapping.roster.map { unit in
                said(
                    .unit(
                        UnitRegistered(
                            callsign: unit.callsign, kind: unit.rule.kind, pane: unit.rule.pane, homeBeat: unit.beat,
                            dutyPoint: unit.dutyPoint, skills: unit.rule.skills,
                            circleMinutes: unit.rule.circleMinutes)))
            }
    }
}
