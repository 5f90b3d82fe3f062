import CheckedTOML
import TOMLKit

/// What the files of a room have in common.
enum RoomFile {
    /// The whole of a file, with a note of what is wrong with it.
    static func root(text: String, file: String) throws(SettingsError) -> SettingsTable {
        do throws(TOMLProblem) {
            return SettingsTable(
                root: try CheckedTOML.table(text), problems: SettingsProblems(file: file, text: text))
        } catch {
            throw SettingsError(problems: [
                SettingsProblem(
                    file: file, line: error.line, column: error.column, field: "", english: error.english,
                    chinese: error.chinese)
            ])
        }
    }
}
