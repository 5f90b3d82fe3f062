import DispatchModel

extension Happenings {
    func tell(_ event: StandingProposed, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let (unit, place) = (callsign(event.unit, on: board), event.proposal.place.text)
        if case .unit(event.unit) = viewpoint { return pick("asked to stand at \(place)", "建议驻守 \(place)") }
        return pick("asked \(unit) to stand at \(place)", "建议 \(unit) 驻守 \(place)")
    }

    func tell(_ event: StandingAnswered, _ board: Board, _ viewpoint: Viewpoint) -> String {
        let unit = callsign(event.unit, on: board)
        switch event.answer {
        case .open: return pick("\(unit) has not answered", "\(unit) 未答复")
        case .accepted: return pick("\(unit) goes to stand there", "\(unit) 接受驻点建议")
        case .declined: return pick("\(unit) stays where it is", "\(unit) 谢绝驻点建议")
        }
    }
}
