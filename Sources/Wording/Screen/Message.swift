/// What the console tells its operator in the message line, outside of refusals and recorded commands.
package enum Message: Hashable, Sendable {
    /// An action was undone; what it was called in the journal, and what it was about.
    case undone(action: String, of: [String] = [])
    /// A command changed nothing.
    case unchanged
    /// The command needs a selected row and there is none.
    case nothingSelected
    /// A paste outside a text field did nothing.
    case pasteIgnored
    /// The replay stands still.
    case paused
    /// The replay runs again.
    case resumed
    /// The replay's speed; nil is as fast as it goes.
    case speed(Double?)
    /// The picture stands still.
    case frozen
    /// The picture moves again.
    case unfrozen
    /// Text was copied; how many lines.
    case copied(lines: Int)
    /// Text was too long to be copied.
    case copyRefused(limit: Int)
    /// The mouse is on or off.
    case mouse(on: Bool)
    /// The language was changed.
    case language
    /// The configuration was read again.
    case reloaded
    /// Rows are ordered by a column.
    case sorted(ColumnName, reversed: Bool)
    /// There is nothing further to go to.
    case noNextWaiting
    /// No alert is unanswered.
    case noNextAlert
    /// The search found nothing.
    case notFound(String)
}
