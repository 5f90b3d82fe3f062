import DispatchModel
import Drills
import Wording

extension ReportPage {
    /// Incidents and units over time, with injects and missed deadlines on them.
    var timeline: PageSection? {
        guard !debriefing.incidents.isEmpty else { return nil }
        let chosen = chosenIncidents
        var blocks: [PageBlock] = [.gantt(gantt(chosen))]
        if chosen.count < debriefing.incidents.count {
            blocks.append(.note(ReviewWords(words).onlyIncidents(chosen.count, of: debriefing.incidents.count)))
        }
        let units = chosenUnits
        if !units.isEmpty {
            blocks.append(.gantt(gantt(units)))
            if units.count < debriefing.units.count {
                blocks.append(.note(ReviewWords(words).onlyUnits(units.count, of: debriefing.units.count)))
            }
        }
        return PageSection(words.pick("Timeline", "时间线"), blocks)
    }

    /// The most incident lanes and the most unit segments drawn: a page stays small enough to send and to scroll.
    static let incidentLaneLimit = 156, unitLaneLimit = 78, unitSegmentLimit = 4000

    /// When there are too many, first those of injects, with missed deadlines or of P1, then P2, then the rest as they came.
    private var chosenIncidents: [IncidentLane] {
        guard debriefing.incidents.count > Self.incidentLaneLimit else { return debriefing.incidents }
        let scripted = Set(score.injects.compactMap(\.incident) + debriefing.missedDeadlines.compactMap(\.incident))
        func rank(_ lane: IncidentLane) -> Int {
            scripted.contains(lane.incident) || lane.priority == .p1 ? 0 : lane.priority == .p2 ? 1 : 2
        }
        let ordered = debriefing.incidents.enumerated().sorted { (rank($0.1), $0.0) < (rank($1.1), $1.0) }
        let kept = Set(ordered.prefix(Self.incidentLaneLimit).map(\.element.incident))
        return debriefing.incidents.filter { kept.contains($0.incident) }
    }

    /// When there are too many, those that were sent most.
    private var chosenUnits: [UnitLane] {
        let busiest = debriefing.units.filter { $0.stretches.contains { $0.state != .available } }
            .sorted { ($1.stretches.count, $0.callsign) < ($0.stretches.count, $1.callsign) }
        var segments = 0
        let kept = busiest.prefix(Self.unitLaneLimit).prefix { lane in
            segments += lane.stretches.count
            return segments <= Self.unitSegmentLimit
        }
        let names = Set(kept.map(\.unit))
        return debriefing.units.filter { names.contains($0.unit) }
    }

    private func gantt(_ lanes: [IncidentLane]) -> Gantt {
        let order: [IncidentProgress] = [.waiting, .held, .noUnit, .assigned, .enRoute, .onScene, .transporting]
        let used = order.filter { state in lanes.contains { $0.stretches.contains { $0.state == state } } }
        let late = Dictionary(grouping: debriefing.missedDeadlines.filter { $0.incident != nil }, by: \.incident)
        return Gantt(
            words.pick("Incidents", "警情"), from: local(score.start), to: local(score.end), states: used.map(state),
            lanes: lanes.map { lane in
                GanttLane(
                    "\(words.number(lane.incident)) \(words.priority(lane.priority)) "
                        + words.type(lane.type, on: debriefing.board), note: lane.place[words.language],
                    segments: lane.stretches.compactMap { stretch in
                        used.firstIndex(of: stretch.state).map {
                            GanttSegment(from: local(stretch.from), to: local(stretch.to), state: $0)
                        }
                    }, markers: (late[lane.incident] ?? []).map(marker))
            }, moments: injectMoments)
    }

    private func gantt(_ lanes: [UnitLane]) -> Gantt {
        let order: [UnitStatus] = [
            .dispatched, .enRoute, .onScene, .transporting, .clear, .outOfService, .emergency,
        ]
        let used = order.filter { state in lanes.contains { $0.stretches.contains { $0.state == state } } }
        let late = Dictionary(
            grouping: debriefing.missedDeadlines.filter { $0.incident == nil && $0.unit != nil }, by: \.unit)
        return Gantt(
            words.pick("Units", "警力单元"),
            summary: words.pick("Free units have no bar.", "待命时不画色条。"), from: local(score.start),
            to: local(score.end), states: used.map(state),
            lanes: lanes.map { lane in
                GanttLane(
                    "\(lane.callsign) \(words.kind(lane.kind))", note: lane.homeBeat,
                    segments: lane.stretches.compactMap { stretch in
                        used.firstIndex(of: stretch.state).map {
                            GanttSegment(from: local(stretch.from), to: local(stretch.to), state: $0)
                        }
                    }, markers: (late[lane.unit] ?? []).map(marker))
            }, moments: injectMoments)
    }

    private var injectMoments: [GanttMarker] {
        score.injects.compactMap { result in
            result.fired.map {
                GanttMarker(
                    at: local($0), .triangle, .purple, name: words.pick("inject", "注入"),
                    note: ReviewWords(words).text(result.inject.title))
            }
        }
    }

    private func marker(_ alert: AlertTimes) -> GanttMarker {
        GanttMarker(
            at: local(alert.raised), .cross, .vermillion, name: words.pick("missed deadline", "超时"),
            note: words.kind(alert.kind))
    }

    private func state(_ progress: IncidentProgress) -> GanttState {
        let name = words.progress(progress)
        switch progress {
        case .waiting: return GanttState(name, .vermillion, height: 0.6, hollow: true)
        case .held: return GanttState(name, .quiet, height: 0.25, hollow: true)
        case .noUnit, .closed: return GanttState(name, .orange, height: 0.4, hollow: true)
        case .assigned: return GanttState(name, .yellow, height: 0.3)
        case .enRoute: return GanttState(name, .sky, height: 0.6)
        case .onScene: return GanttState(name, .green)
        case .transporting: return GanttState(name, .purple, height: 0.75)
        }
    }

    private func state(_ status: UnitStatus) -> GanttState {
        let name = words.status(status)
        switch status {
        case .dispatched: return GanttState(name, .yellow, height: 0.3)
        case .enRoute: return GanttState(name, .sky, height: 0.6)
        case .onScene: return GanttState(name, .green)
        case .transporting: return GanttState(name, .purple, height: 0.75)
        case .clear, .available: return GanttState(name, .orange, height: 0.3, hollow: true)
        case .outOfService: return GanttState(name, .quiet, height: 0.5, hollow: true)
        case .emergency: return GanttState(name, .vermillion)
        }
    }
}
