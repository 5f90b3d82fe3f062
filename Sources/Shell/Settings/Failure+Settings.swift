import Formats

extension Failure {
    /// Every problem of a settings file, a line each.
    package init(_ error: SettingsError) {
        let lines = error.problems.map { "\($0.position): " + say($0.english, $0.chinese) }
        self.init(.usage, lines.joined(separator: "\n"))
    }
}
