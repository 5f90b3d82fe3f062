import DispatchModel

/// What the line of an officer's call for help says.
extension Words {
    /// What it is, before the callsign.
    package var emergencyMark: String { pick("EMERGENCY", "紧急求助") }

    /// Who is on the way to the officer, and how far the first of them has come.
    package func help(_ units: [UnitID], _ progress: IncidentProgress, on board: Board) -> String {
        guard !units.isEmpty else { return pick("NOBODY SENT", "尚未派增援") }
        let names = callsigns(Array(units.prefix(3)), on: board) + (units.count > 3 ? " +\(units.count - 3)" : "")
        return pick("\(names) \(self.progress(progress))", "\(names) \(self.progress(progress))")
    }

    /// What resolves a call of which only one half is left: the unit's status, or the open incident; nil while both are.
    package func callEnds(_ call: Emergency, on board: Board) -> String? {
        let callsign = callsign(call.unit, on: board)
        if call.incident == nil { return pick("AV \(callsign) ends it", "用 AV \(callsign) 结束") }
        guard !call.isUnitInDanger, let id = call.incident else { return nil }
        let status = board.units[call.unit].map { self.status($0.status) } ?? ""
        return pick(
            "\(callsign) is \(status) again: close \(number(id)) to end it",
            "\(callsign) 已\(status)，办结 \(number(id)) 即结束")
    }

    /// That a call for help is entered again by itself.
    package var callEnteredAgain: String { pick("entered again once recording is possible", "恢复记录后自动重新登记") }

    /// The same, and that it is so now where the board of an earlier time is shown, or that it could not be recorded.
    package func emergencyMark(isRecorded: Bool, isOfPresent: Bool) -> String {
        guard isRecorded else { return pick("NOT RECORDED: \(emergencyMark)", "未记录：\(emergencyMark)") }
        return isOfPresent ? pick("NOW: \(emergencyMark)", "当前\(emergencyMark)") : emergencyMark
    }

    /// Who called for help without a line of their own; the most urgent are named.
    package func moreCalls(_ callsigns: [String]) -> String {
        let names = callsigns.prefix(4).joined(separator: " ") + (callsigns.count > 4 ? " …" : "")
        return pick("+\(callsigns.count) MORE: \(names)", "另有\(callsigns.count)起：\(names)")
    }

    /// That nobody is on the way to an officer, where the key that goes to such a call has nothing better to go to.
    package func nobodySent(to callsign: String) -> String {
        pick("nobody is sent to \(callsign) yet", "尚未向 \(callsign) 派增援")
    }

    /// The keys that go to a call for help.
    package func goesThere(_ keys: [String]) -> String {
        pick("\(keys.joined(separator: " ")) goes there", "按 \(keys.joined(separator: " ")) 前往")
    }

    /// What Enter does while the proposed callsign stands in the line that asks whose emergency it is.
    package func emergencyPreview(_ callsign: String) -> String {
        pick("Enter: \(callsign) calls for help · or type another callsign", "Enter：\(callsign) 紧急求助 · 或输入其他呼号")
    }

    /// A held order of rows was let go because an officer called for help.
    package func emergencyThaws(_ callsign: String) -> String {
        pick("\(callsign) calls for help: the picture runs again", "\(callsign) 紧急求助：画面已恢复更新")
    }
}
