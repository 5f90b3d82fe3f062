import DispatchModel
import DispatchPolicy

extension Words {
    /// How much alike two incidents are: `82 %`.
    package func likeness(_ percent: Int64) -> String { "\(percent) %" }

    /// A distance between two places: `40 m`, `1.2 km`; a dash when a point is unknown.
    package func distance(_ metres: Int64?) -> String {
        guard let metres else { return "–" }
        if metres < 1000 { return pick("\(metres) m", "\(metres)米") }
        let tenths = "\(metres / 1000).\(metres % 1000 / 100)"
        return pick("\(tenths) km", "\(tenths)公里")
    }

    /// Why two incidents seem to be one event: `40 m, 2 min, same type, words: knife, pharmacy`.
    package func reasons(of proposal: DuplicateProposal) -> String {
        var parts: [String] = []
        if proposal.samePlace { parts.append(pick("same place", "地点相同")) }
        if let metres = proposal.metres, metres > 0 || !proposal.samePlace {
            parts.append(pick(distance(metres), "相距\(distance(metres))"))
        }
        let apart = length(.seconds(proposal.seconds))
        parts.append(pick(apart, "相隔\(apart)"))
        if proposal.sameType { parts.append(pick("same type", "类型相同")) }
        if proposal.sameCaller { parts.append(pick("same caller", "同一报警人")) }
        let found = proposal.words.joined(separator: pick(", ", "、"))
        if !proposal.words.isEmpty { parts.append(pick("words: \(found)", "共有词：\(found)")) }
        return parts.joined(separator: pick(", ", "，"))
    }

    /// How much alike two incidents are, and why: `82 %: 40 m, 2 min, same type`.
    package func alikeBecause(_ proposal: DuplicateProposal) -> String {
        let (much, why) = (likeness(proposal.likeness), reasons(of: proposal))
        return pick("\(much): \(why)", "\(much)：\(why)")
    }

    /// Which of two incidents survives a merge, and what it would then carry.
    package func mergePreview(_ from: Incident, into: Incident) -> String {
        let known = Set(into.reports.map(\.number))
        let reports = into.reports.count + from.reports.filter { !known.contains($0.number) }.count
        let urgent = min(from.priority, into.priority)
        return pick(
            "\(number(from.id)) goes into \(number(into.id)), the older: "
                + "\(count(reports, "report", "reports", "条报警")), \(priority(urgent))",
            "\(number(from.id)) 并入较早的 \(number(into.id))：\(count(reports, "report", "reports", "条报警"))，\(priority(urgent))"
        )
    }

    /// One of two incidents is closed: they cannot be merged.
    package func mergeNeedsOpen(_ closed: IncidentID) -> String {
        pick(
            "\(number(closed)) is closed: reopen it to merge, or cross-reference",
            "\(number(closed)) 已解决：重新打开后方可合并，或改为关联")
    }

    /// Units are assigned to both incidents of a merge.
    package func mergeUnits(_ incident: Incident, on board: Board) -> String {
        let units = callsigns(incident.openAssignments.map(\.unit), on: board)
        return pick("\(number(incident.id)) has \(units)", "\(number(incident.id)) 现有警力：\(units)")
    }

    /// Goes to the other of two incidents.
    package var showOther: String { pick("show it", "查看") }

    /// Duplicates are not searched for here.
    package var duplicatesOff: String {
        pick(
            "Duplicates are not searched for on this board: compare by hand, and MG merges",
            "此看板不查找重复警情：请自行比较，用 MG 合并")
    }

    /// Nothing on the board seems to be the same event.
    package func nothingAlike(_ incident: IncidentID) -> String {
        pick("Nothing seems to be the same event as \(number(incident))", "未发现与 \(number(incident)) 疑似同一的警情")
    }

    /// What an operator is about to enter is probably on the board already: `#4821 robbery, 2 min ago, 82 %: …`.
    package func alike(_ proposal: DuplicateProposal, _ incident: Incident, on board: Board, now: Timestamp) -> String {
        let ago = length(max(.zero, now - incident.lastReported))
        let type = type(of: incident, on: board)
        let why = reasons(of: proposal)
        return pick(
            "\(number(incident.id)) \(type), \(ago) ago, \(likeness(proposal.likeness)): \(why)",
            "\(number(incident.id)) \(type)，\(ago)前，\(likeness(proposal.likeness))：\(why)")
    }

    /// An open call at the place of one that is being entered: `#4821 robbery P1 is open at this place, 4 min`.
    package func openHere(_ incident: Incident, on board: Board, now: Timestamp) -> String {
        let ago = length(max(.zero, now - incident.lastReported))
        let (type, level) = (type(of: incident, on: board), priority(incident.priority))
        return pick(
            "\(number(incident.id)) \(level) \(type) is open at this place, last call \(ago) ago",
            "此地点已有未结警情 \(number(incident.id))\(level)\(type)，\(ago)前最近一次报警")
    }

    /// How a report that is being entered goes to the incident shown.
    package func joinHint(_ key: String, _ incident: IncidentID) -> String {
        pick("\(key) adds the report to \(number(incident))", "\(key) 将报警并入 \(number(incident))")
    }

    /// There is nothing to join a report to.
    package var nothingToJoin: String {
        pick("no incident on the board seems to be the same event", "看板上没有疑似同一的警情")
    }

    /// An earlier incident at a place: `#4711 fight 3 h ago, closed: report`.
    package func earlier(_ incident: Incident, on board: Board, now: Timestamp) -> String {
        let ago = length(max(.zero, now - incident.received))
        let type = type(of: incident, on: board)
        let head = pick("\(number(incident.id)) \(type) \(ago) ago", "\(number(incident.id)) \(type)，\(ago)前")
        guard !incident.isOpen else { return head + pick(", ", "，") + progress(incident.progress) }
        let how = incident.disposition.isEmpty ? "" : pick(": ", "：") + disposition(incident.disposition)
        return head + pick(", closed", "，已解决") + how
    }

    /// How many further earlier incidents there are.
    package func moreEarlier(_ count: Int) -> String { pick("and \(grouped(count)) more", "另有\(grouped(count))起") }
}
