import DispatchModel

extension DistrictModel {
    /// What a board needs of the district before its first call: types, beats and units, as observations of one instant.
    ///
    /// - Parameter minuteOfDay: A unit whose shift is not on then begins out of service; nil to begin with all of them.
    package func observations(at: Timestamp, actor: Actor, minuteOfDay: Int? = nil) -> [Observation] {
        func said(_ id: String, _ content: Observation.Content) -> Observation {
            Observation(source: SourceKey(source: "district", id: id), at: at, actor: actor, content: content)
        }
        let types = types.map { type in
            said(
                "type/\(type.code)",
                .type(TypeDefined(code: type.code, english: type.name.english, chinese: type.name.chinese)))
        }
        let beats = beats.map { beat in
            said("beat/\(beat.code)", .beat(BeatDefined(beat: beat.code, name: beat.name.both, centre: beat.centre)))
        }
        let units = units.map { unit in
            let isOn = minuteOfDay.map { works(unit, minuteOfDay: $0) } ?? true
            return said(
                "unit/\(unit.callsign)", .unit(registration(of: unit, status: isOn ? .available : .outOfService)))
        }
        return types + beats + units
    }

    private func registration(of unit: DistrictUnit, status: UnitStatus) -> UnitRegistered {
        UnitRegistered(
            callsign: unit.callsign, kind: unit.kind, pane: unit.pane, homeBeat: unit.homeBeat,
            dutyPoint: unit.dutyPoint, skills: unit.skills, circleMinutes: unit.circleMinutes, status: status)
    }
}
