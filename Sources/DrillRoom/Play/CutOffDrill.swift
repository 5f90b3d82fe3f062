import Core
import DispatchModel

/// A drill whose program ended without an end: killed, or its terminal went away.
package struct CutOffDrill {
    /// Where it lies.
    package let folder: DrillFolder
    /// What it is.
    package let details: DrillDetails
    /// Everything that was done in it.
    package let inputs: DrillInputs
    /// Board time of the last thing recorded.
    package let at: Timestamp
    /// The journal's last position.
    package let position: JournalPosition
    private let journal: any EventJournal

    /// The drill of a folder, which stays as it is; `journal` is its own, opened to be read.
    ///
    /// Throws when it has ended, or cannot be read.
    package init(_ folder: DrillFolder, journal: any EventJournal) throws {
        self.folder = folder
        self.journal = journal
        details = try folder.readDetails()
        let inputs = try DrillInputs(keys: folder.keys, control: folder.control, orNone: true)
        guard !inputs.hasEnded else {
            throw DrillProblem(
                "drill.ended", "\(folder.name) has ended; begin another drill", "\(folder.name) 已结束；请开始新的演练")
        }
        self.inputs = inputs
        position = try journal.lastPosition()
        let last = try journal.records(at: [position]).first?.at ?? Timestamp(rawValue: 0)
        let done = inputs.steps.last?.at ?? last
        at = max(last, done)
    }

    /// How many of its events are not in the drill that was played again, from the first that came out otherwise. What
    /// the machine has recorded beyond them was on its way to the disk.
    func missing(in play: DrillPlay) throws -> Int64 {
        _ = try play.core.flush()
        var after: JournalPosition = 0
        while after < position {
            let old = try journal.records(after: after, limit: 1000)
            let new = try play.journal.records(after: after, limit: 1000)
            guard !old.isEmpty else { break }
            for (index, record) in old.enumerated() where index >= new.count || new[index] != record {
                return position - after - Int64(index)
            }
            after += Int64(old.count)
        }
        return 0
    }
}
