import Dashboard
import Formats
import Foundation
import Shell
import Wording

/// The files of views: the machine's and the person's.
struct ViewFiles {
    private static let name = "views.toml"

    /// What they say.
    private(set) var views = SavedViews()
    /// The texts of those that are there and can be read, the machine's first and empty when only the person's is.
    private(set) var texts: [String] = []
    /// What is wrong with them, a line each. A file with a fault is not used.
    private(set) var faults: [String] = []
    private let folders: Folders

    /// Reads those of some folders.
    init(folders: Folders) {
        self.folders = folders
        let own = folders.configuration + "/" + ViewFiles.name
        var read: [String: ViewFile] = [:]
        var known: [String: String] = [:]
        for path in folders.configurationFiles(ViewFiles.name) {
            guard let text = text(of: path) else { continue }
            known[path == own ? "own" : "machine"] = text
            read[path == own ? "own" : "machine"] = file(text, path, others: read["machine"]?.views.map(\.name) ?? [])
        }
        views = SavedViews(machine: read["machine"], own: read["own"])
        texts = known.isEmpty ? [] : [known["machine"] ?? "", known["own"] ?? ""]
    }

    /// What recorded texts say, as `texts` gives them; one with a fault was not used then either.
    init(texts: [String]) {
        folders = Folders()
        self.texts = texts
        let machine = texts.first.flatMap { file($0, ViewFiles.name, others: []) }
        let own = texts.dropFirst().first.flatMap {
            file($0, ViewFiles.name, others: machine?.views.map(\.name) ?? [])
        }
        views = SavedViews(machine: machine, own: own)
    }

    private mutating func text(of path: String) -> String? {
        do throws(UnreadableFile) {
            return try SettingsFile.text(of: path)
        } catch {
            faults.append(Self.fault(error, of: path))
            return nil
        }
    }

    private mutating func file(_ text: String, _ path: String, others: [String]) -> ViewFile? {
        do throws(SettingsError) {
            return try ViewFile(text: text, file: path, others: others)
        } catch {
            faults += error.problems.map(Self.fault)
            return nil
        }
    }

    private static func fault(_ problem: SettingsProblem) -> String {
        "\(problem.position): " + say(problem.english, problem.chinese)
    }

    private static func fault(_ error: UnreadableFile, of path: String) -> String {
        "\(path): " + say(error.english, error.chinese)
    }

    /// Writes a view into the person's file under its name, or takes it out of it; everything else in it stays as it is, also what
    /// another console has put there since this one read it. A file with a fault is not touched.
    func keep(_ view: SavedView?, as name: String) -> ViewKeeping {
        let path = folders.configuration + "/" + ViewFiles.name
        let words = ViewWords(Words(shellLanguage))
        do {
            try FileManager.default.createDirectory(
                atPath: folders.configuration, withIntermediateDirectories: true)
            return try whileAlone(with: path) {
                let old = try SettingsFile.text(of: path) ?? ""
                let others = views.machine.map(\.name)
                guard let new = try ViewFile.text(old, putting: view, as: name, file: path, others: others) else {
                    return .unkept(words.byHand(path))
                }
                try writeFile(new.utf8, to: path)
                return .kept(file: path)
            }
        } catch let error as SettingsError {
            return .unkept(words.faulty(Self.fault(error.problems[0])))
        } catch let error as UnreadableFile {
            return .unkept(words.faulty(Self.fault(error, of: path)))
        } catch let failure as Failure {
            return .unkept(failure.message)
        } catch {
            return .unkept(Failure(unwritable: path, SystemCause(error)).message)
        }
    }
}
