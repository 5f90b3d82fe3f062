/// A named command. The raw value is what `keys.toml` and the `:` line call it.
package enum CommandName: String, CaseIterable, Sendable, Hashable, Codable {
    // Navigation
    case up, down, left, right, top, bottom, open, back, close, mark
    case pageUp = "page-up"
    case pageDown = "page-down"
    case clearMarks = "clear-marks"
    case nextPane = "next-pane"
    case previousPane = "previous-pane"
    case focusDispatch = "focus-dispatch"
    case focusPatrol = "focus-patrol"
    case focusQuickResponse = "focus-quick-response"
    case focusAlerts = "focus-alerts"
    case focusActivity = "focus-activity"
    case focusFeeds = "focus-feeds"
    case focusScorecard = "focus-scorecard"
    case goTo = "go-to"
    case nextWaiting = "next-waiting"
    // Answers in dialogs, menus and text fields
    case accept, cancel, yes, no, complete
    case nextField = "next-field"
    case previousField = "previous-field"
    case cursorStart = "cursor-start"
    case cursorEnd = "cursor-end"
    case deleteBack = "delete-back"
    case deleteForward = "delete-forward"
    case deleteWord = "delete-word"
    case deleteToEnd = "delete-to-end"
    case clearField = "clear-field"
    case clearForm = "clear-form"
    // Assignment
    case assign, withdraw
    case sendPlan = "send-plan"
    case pick1 = "pick-1"
    case pick2 = "pick-2"
    case pick3 = "pick-3"
    case pick4 = "pick-4"
    case pick5 = "pick-5"
    case pick6 = "pick-6"
    case pick7 = "pick-7"
    case pick8 = "pick-8"
    case pick9 = "pick-9"
    // Incident
    case create, triage, note, hold, merge, split, reopen
    case raisePriority = "raise-priority"
    case lowerPriority = "lower-priority"
    case crossReference = "cross-reference"
    case duplicates
    case notSame = "not-same"
    case joinReport = "join-report"
    case closeIncident = "close-incident"
    // Dispute
    case gradeDispute = "grade"
    case disputeWarned = "dispute-warned"
    case disputeRouted = "dispute-routed"
    case disputeSettled = "dispute-settled"
    case mediate
    // Unit
    case emergency, feedback
    case statusAvailable = "status-available"
    case statusAcknowledged = "status-acknowledged"
    case statusEnRoute = "status-en-route"
    case statusOnScene = "status-on-scene"
    case statusTransporting = "status-transporting"
    case statusClear = "status-clear"
    case statusOutOfService = "status-out-of-service"
    // Alert
    case acknowledge
    case nextAlert = "next-alert"
    case openAlertSubject = "open-alert-subject"
    case raiseIncident = "raise-incident"
    case joinAlert = "join-alert"
    case resetAlert = "reset-alert"
    case shelveAlert = "shelve-alert"
    case alertOutOfService = "alert-out-of-service"
    case showAlertAgain = "show-alert"
    case hiddenAlerts = "hidden-alerts"
    // Feeds
    case deadLetters = "dead-letters"
    case resendLetter = "resend-letter"
    // View
    case sort, filter, freeze, copy, wall, detail, theme, locale, redraw, activity
    case sortReverse = "sort-reverse"
    case clearFilter = "clear-filter"
    case zoomPane = "zoom-pane"
    case showNew = "show-new"
    case findNext = "find-next"
    case findPrevious = "find-previous"
    // Replay
    case pause, slower, faster, speed
    // The past
    case asof
    case backToNow = "back-to-now"
    case backMinute = "back-minute"
    case forwardMinute = "forward-minute"
    case backTenMinutes = "back-ten-minutes"
    case forwardTenMinutes = "forward-ten-minutes"
    case backHour = "back-hour"
    case forwardHour = "forward-hour"
    case previousEvent = "previous-event"
    case nextEvent = "next-event"
    case previousOwnEvent = "previous-own-event"
    case nextOwnEvent = "next-own-event"
    case firstEvent = "first-event"
    case lastEvent = "last-event"
    // Program
    case help, palette, undo, suspend, quit, reload, keys, mouse, version, report, profile
    case commandLine = "command-line"

    /// The number a `pick-N` command picks, 1 to 9; nil for every other command.
    package var pickedNumber: Int? {
        guard rawValue.hasPrefix("pick-") else { return nil }
        return Int(rawValue.dropFirst(5))
    }
}
