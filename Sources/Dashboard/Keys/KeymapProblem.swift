import DispatchModel

/// Something wrong in a file of keys, with its place and what to do about it.
package struct KeymapProblem: Error, Hashable, Sendable {
    /// What sort of problem it is.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The line is neither a section nor one binding.
        case syntax
        /// The file is larger than a file of keys can be.
        case tooLarge
        /// A section that is no mode.
        case unknownMode
        /// A command that is not in the catalogue.
        case unknownCommand
        /// A key that cannot be read.
        case unreadableKey
        /// A key the terminal sends as another one.
        case neverArrives
        /// A plain key where it would take typing away.
        case takesTyping
        /// The same key twice in one mode.
        case duplicate
        /// A key that is the beginning of a chord.
        case hidesChord
        /// A chord that begins with a key which already runs a command.
        case unreachableChord
        /// A key that is live everywhere.
        case clashesWithAlways
        /// A key taken away that was not bound.
        case nothingToUnbind
        /// A command that is left without a key.
        case keyless
        /// The officer emergency would be left without a key.
        case emergencyKeyless
        /// A key of the officer emergency that means something else now, or nothing.
        case emergencyMoved
        /// More problems than are listed.
        case more
    }

    /// What sort of problem it is.
    package var kind: Kind
    /// The file's name as it was given.
    package var file: String
    /// The line, from 1.
    package var line: Int
    /// The column in characters, from 1.
    package var column: Int
    /// What is wrong; names the other place where there is one.
    package var what: BilingualText
    /// What to do about it.
    package var remedy: BilingualText
    /// Whether the entry was left out; otherwise it stands and this is a warning.
    package var isSkipped = true

    /// The whole message in one line: place, what is wrong, remedy.
    package func message(in language: Language) -> String {
        switch language {
        case .english: "\(file):\(line):\(column): \(what.english). \(remedy.english)."
        case .chinese: "\(file):\(line):\(column)：\(what.chinese)。\(remedy.chinese)。"
        }
    }
}

/// Text from a file made fit to show: cut short, everything that is not plainly visible written as its number.
func quoted(_ text: String) -> String {
    let limit = 40
    var shown = ""
    for scalar in text.unicodeScalars.prefix(limit) {
        if scalar == " " || scalar.isPrintable {
            shown.unicodeScalars.append(scalar)
        } else {
            shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        }
    }
    return text.unicodeScalars.count > limit ? "\"\(shown)…\"" : "\"\(shown)\""
}
