/// What a piece of the screen means; a theme says how each meaning looks.
///
/// In a theme file a role has a dotted name made from its case: `priorityP1Overdue` is `priority.p1.overdue`. A role that a
/// theme does not name looks like the one before its last dot, and in the end like `text`.
package enum Role: UInt8, CaseIterable, Sendable {
    // Text
    case text, textDim, textStrong, textLink
    // Panes
    case title, titleFocused, titleNote, border, borderFocused, header, headerSorted
    case selection, selectionUnfocused, marked, filter, filterMatch, scroll, more
    // The status strip
    case strip, stripLabel, stripStrong, stripWarning, clock
    case modeLive, modeReplay, modeExercise, modeWatch, modeTest
    // Incidents
    case priorityP1, priorityP2, priorityP3, priorityP4, priorityP5
    case priorityP1Overdue, priorityP2Overdue, priorityP3Overdue, priorityP4Overdue, priorityP5Overdue
    case age, ageWarning, ageOverdue
    case stageWaiting, stageAssigned, stageEnroute, stageOnscene, stageHeld, stageClosed
    // Units
    case status, statusAvailable, statusDispatched, statusEnroute, statusOnscene, statusTransporting, statusClear
    case statusOutofservice, statusEmergency, callsign
    // Alerts
    case alert, alertP1, alertP2, alertP3, alertP4
    case alertP1Unanswered, alertP2Unanswered, alertP3Unanswered, alertP4Unanswered
    case alertAcknowledged, alertReturned, alertShelved, alertFlash
    case emergency, stale
    // Messages
    case notice, noticeNew, noticeError, noticeWarning, noticeGood
    // Input and pop-ups
    case input, inputCursor, inputError, inputHint, completion, completionSelected
    case popup, popupBorder, popupTitle, popupSelection, button, buttonFocused
    case key, keyHint
    // Figures
    case coverageFull, coverageOpen, freshnessGood, freshnessStale, chart, chartWarning
    case journal, journalBehind, activityTime, activityOwn, activityOther
    // The map
    case mapRoad, mapBeat, mapLabel, mapIncident, mapUnit, mapSelected
    // Disputes, by grade
    case dispute, disputeRed, disputeOrange, disputeYellow, disputeBlue

    /// The dotted name by which theme files know the role.
    package var name: String { Role.names[Int(rawValue)] }

    /// The role of a dotted name.
    package init?(name: String) {
        guard let role = Role.byName[name] else { return nil }
        self = role
    }

    private static let names = allCases.map { role in
        var name = ""
        for byte in "\(role)".utf8 {
            let isUpper = (0x41...0x5A).contains(byte)
            if isUpper { name += "." }
            name.unicodeScalars.append(Unicode.Scalar(isUpper ? byte | 0x20 : byte))
        }
        return name
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
