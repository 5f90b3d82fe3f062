import Core
import DispatchModel
import DispatchPolicy
import Formats
import Reports
import Shell
import Wording

/// The bulletin of a room, read from its journal.
struct BulletinReport {
    /// How long the period is.
    let span: BulletinSpan
    /// A day in it; nil for the last one that is over.
    let from: CivilDate?
    /// The profile whose clocks are kept.
    let profile: String
    /// The measure to rank by; nil for the usual one.
    let rank: String?
    /// Whose journal.
    let folder: FolderOptions

    /// Writes it.
    func write(as format: ReportCommand.Format, to target: NamedOutput) throws {
        let (bulletin, words) = try bulletin()
        let text =
            switch format {
            case .text: bulletin.text(words: words) + "\n"
            case .html: bulletin.html(words: words)
            case .json: try bulletin.json() + "\n"
            case .csv: bulletin.csv
            }
        try writeReport(text, to: target)
    }

    private func bulletin() throws -> (Bulletin, Words) {
        let profile = try RoomProfiles(folders: Folders()).profile(named: profile)
        let measure = try rankedMeasure(of: profile)
        let open = try openJournal(folder.path, watching: true)
        defer { open.journal.close() }
        let board = open.opened.board
        let zone = zone(named: board.mode.timeZone)
        let now = board.mode.mode == .live ? max(wallTime(), board.lastEventAt) : board.lastEventAt
        let period =
            from.map { BulletinPeriod(span, holding: $0, zone: zone) }
            ?? BulletinPeriod(span, holding: now, zone: zone).previous(zone: zone)
        var accumulator = BulletinAccumulator(period, zone: zone)
        let journal = open.journal
        try journalStep { () throws(JournalError) in
            try journal.forEach(after: 0) { record throws(JournalError) in accumulator.apply(record) }
        }
        var bulletin = accumulator.bulletin(of: profile, rankedBy: measure, now: now)
        bulletin.title = board.mode.titles[folder.language]
        bulletin.isExercise = board.mode.mode == .exercise
        return (bulletin, Words(folder.language, zone: zone))
    }

    /// The place of the measure to rank by; refused when the profile does not have it.
    private func rankedMeasure(of profile: DeadlineProfile) throws -> Int {
        guard let rank else { return Bulletin.usualRanking(profile) }
        let measure = ProfileFile.measures[rank]
        if let place = profile.targets.firstIndex(where: { $0.measure == measure && $0.measure.isRecorded }) {
            return place
        }
        let known = ProfileFile.measures.filter { pair in profile.targets.contains { $0.measure == pair.value } }
        let list = NameList(known.keys.sorted())
        throw Failure(
            .usage, say("profile \(profile.name) has no measure “\(rank)”", "方案 \(profile.name) 没有指标“\(rank)”"),
            remedy: say("it has: \(list.english)", "可用：\(list.chinese)"))
    }
}

/// Writes a report, and says so when it went into a file.
func writeReport(_ text: String, to target: NamedOutput) throws {
    try target.write(text.utf8)
    guard let file = target.file else { return }
    printError(say("written: \(file)", "已写入：\(file)"))
}
