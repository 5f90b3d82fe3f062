import DispatchModel
import DispatchPolicy
import Wording

/// How the chosen profile was kept, and when that was counted.
struct AttainmentState {
    var targets: [TargetAttainment] = []
    /// What keeps the count of the chosen profile; nil while there is none.
    private var watch: AttainmentWatch?
    /// Wall time of the counting.
    var counted = AttainmentState.never

    /// True while nothing was counted yet.
    var isFirst: Bool { counted == AttainmentState.never }
    private static let never = Timestamp(milliseconds: .min / 2)

    /// Takes notice of what has changed on the board.
    mutating func note(_ touched: Touched, board: Board) {
        watch?.note(touched.incidents, units: touched.units, everything: touched.everything, board: board)
    }

    /// Counts how a profile is kept on a board of which every change was noted.
    mutating func count(_ profile: DeadlineProfile?, on board: Board, now: Timestamp) {
        if watch?.profile != profile { watch = profile.map { AttainmentWatch($0, in: AttainmentState.span) } }
        targets = watch?.attainment(on: board, now: now) ?? []
    }

    /// What the strip says of it: of each measure that is recorded the limit that is shown there.
    var headlines: [StripAttainment] {
        targets.compactMap { target in
            guard target.isRecorded, let headline = target.headline else { return nil }
            return StripAttainment(measure: target.target.measure, limit: headline)
        }
    }

    /// The figures are of what began in these last hours: a shift.
    static let span = Span.hours(8)
}

/// How the chosen deadline profile is kept: counted for the strip, shown as a page, another one chosen.
struct Attainment: ConsolePart {
    let console: Console

    /// The chosen deadline profile; nil when there is none.
    var profile: DeadlineProfile? { console.settings.profiles.first { $0.name == console.settings.profile } }

    /// Brings the attainment up to date, at most once a second.
    func refresh(now: Timestamp) {
        let steady = console.surroundings.steady()
        guard steady - console.attention.attainment.counted >= .seconds(1) else { return }
        count(now: now)
    }

    private func count(now: Timestamp) {
        console.attention.attainment.counted = console.surroundings.steady()
        let board = board
        // What has come since the lists were last brought up to date.
        console.attention.attainment.note(console.view.touched, board: board)
        console.attention.attainment.count(profile, on: board, now: now)
        console.view.strip.attainments = console.attention.attainment.headlines
    }

    /// `:profile` shows the chosen profile and the others; with a name it chooses another.
    func run(_ name: String) {
        let names = console.settings.profiles.map(\.name)
        guard !name.isEmpty else { return showProfile() }
        guard let chosen = console.settings.profiles.first(where: { $0.name == name }) else {
            return say(.warning, words.noProfile(name, among: names))
        }
        console.settings.profile = name
        count(now: now)
        say(.good, words.profileChosen(chosen))
    }

    private func showProfile() {
        count(now: now)
        var rows: [HelpRow] = []
        if let profile {
            rows.append(HelpRow(.text, text: words.source(of: profile)))
            for target in console.attention.attainment.targets { rows += self.rows(of: target) }
        }
        rows += [HelpRow(.text, text: ""), HelpRow(.heading, text: words.otherProfiles)]
        rows += console.settings.profiles.map { other in
            HelpRow(.text, text: "\(other.name == profile?.name ? "●" : "○") \(other.name)  \(words.title(of: other))")
        }
        let title = profile.map { "\(words.title(of: $0)) · \(words.ofTheLast(AttainmentState.span))" }
        layers.open(HelpView(title: title ?? words.otherProfiles, rows: rows))
    }

    /// A measure, each of its limits, and what was left out.
    private func rows(of target: TargetAttainment) -> [HelpRow] {
        let scope = words.scope(of: target.target)
        let name = words.measure(target.target.measure)
        var rows = [
            HelpRow(.text, text: ""), HelpRow(.heading, text: scope.isEmpty ? name : "\(name) · \(scope)"),
        ]
        for limit in target.limits {
            let length = words.limit(limit.limit.within)
            let parts =
                target.isRecorded ? [words.share(limit), words.verdict(limit)] : [words.verdict(limit)]
            let text = parts.filter { !$0.isEmpty }.joined(separator: " · ")
            rows.append(HelpRow(.text, text: "  ≤ \(length)  \(text)"))
        }
        let leftOut = words.leftOut(target)
        if !leftOut.isEmpty { rows.append(HelpRow(.text, text: "  \(leftOut)")) }
        return rows
    }
}
