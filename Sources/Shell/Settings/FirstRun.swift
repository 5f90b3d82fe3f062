import Foundation

/// Whether this user has opened a console before: a file in the state folder says so.
package struct FirstRun {
    private let path: String

    /// Of the user of these folders.
    package init(folders: Folders) { path = folders.state + "/opened" }

    /// True once: it is remembered from then on. What cannot be remembered is taken for known, so that nobody is offered the
    /// same at every start.
    package func isNew() -> Bool {
        guard !FileManager.default.fileExists(atPath: path) else { return false }
        let folder = URL(filePath: path).deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return FileManager.default.createFile(atPath: path, contents: Data())
    }
}
