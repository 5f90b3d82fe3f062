import DispatchModel

/// A question that waits for yes or no. The safe answer is always no.
package enum Question: Hashable, Sendable {
    /// Take a busy unit off its incident for another.
    case divert(unit: UnitID, from: IncidentID, to: IncidentID)
    /// Close an incident although units are there.
    case closeWithUnits(IncidentID, units: [UnitID], disposition: String)
    /// Merge one incident into another.
    case merge(IncidentID, into: IncidentID)
    /// Declare an officer emergency.
    case emergency(UnitID)
    /// Leave the console.
    case quit
}

extension Words {
    /// A question, with what it means for the things concerned.
    package func question(_ question: Question, on board: Board) -> String {
        switch question {
        case .divert(let unit, let from, let to):
            let left = (board.incidents[from]?.openAssignments ?? []).map(\.unit).filter { $0 != unit }
            let name = callsign(unit, on: board)
            return pick(
                "Divert \(name) from \(named(from, board)) to \(named(to, board))? "
                    + "\(number(from)) keeps: \(callsigns(left, on: board)).",
                "将 \(name) 从 \(named(from, board)) 改派至 \(named(to, board))？"
                    + "\(number(from)) 剩余警力：\(callsigns(left, on: board))。")
        case .closeWithUnits(let incident, let units, let disposition):
            let how = self.disposition(disposition)
            return pick(
                "Close \(named(incident, board)) as “\(how)”? Free again: \(callsigns(units, on: board)).",
                "以“\(how)”办结 \(named(incident, board))？转为待命：\(callsigns(units, on: board))。")
        case .merge(let incident, let into):
            return pick(
                "Merge \(named(incident, board)) into \(named(into, board))? Every report is kept.",
                "将 \(named(incident, board)) 并入 \(named(into, board))？全部报警记录均保留。")
        case .emergency(let unit):
            return pick(
                "Declare an officer emergency for \(callsign(unit, on: board))?",
                "确认 \(callsign(unit, on: board)) 警员紧急求助？")
        case .quit:
            return pick("Quit the console? Everything is recorded.", "退出控制台？一切均已记录。")
        }
    }

    private func named(_ id: IncidentID, _ board: Board) -> String {
        guard let incident = board.incidents[id] else { return number(id) }
        return self.incident(incident, on: board)
    }
}
