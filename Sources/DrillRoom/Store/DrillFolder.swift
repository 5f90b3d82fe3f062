import Formats
import Foundation
import Glibc

/// The folder of one drill and the files in it.
package struct DrillFolder: Hashable, Sendable {
    /// The drills' own folder; every drill is a folder in it.
    package let home: String
    /// Which drill.
    package let name: DrillName

    /// A drill among the drills of a folder.
    package init(home: String, name: DrillName) {
        self.home = home
        self.name = name
    }

    /// The folder.
    package var path: String { home + "/" + name.text }
    /// What the drill is.
    package var details: String { path + "/drill.json" }
    /// The scenario as it was played.
    package var scenario: String { path + "/scenario.toml" }
    /// What the player typed.
    package var keys: String { path + "/keys.jsonl" }
    /// What the trainer did.
    package var control: String { path + "/control.jsonl" }
    /// The name of the socket in the folder, through which the trainer drives.
    package static let socketName = "control.sock"

    /// True when a drill lies there.
    package var exists: Bool { FileManager.default.fileExists(atPath: details) }

    /// The drills of a folder, the newest first.
    package static func all(in home: String) -> [DrillFolder] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: home)) ?? []
        let found = names.compactMap(DrillName.init).map { DrillFolder(home: home, name: $0) }.filter(\.exists)
        return found.map { (folder: $0, started: (try? $0.readDetails())?.started ?? 0) }
            .sorted { ($0.started, $0.folder.name.text) > ($1.started, $1.folder.name.text) }.map(\.folder)
    }

    /// The first of `stem`, `stem-2`, `stem-3` … that is not taken.
    package static func free(in home: String, stem: DrillName) -> DrillFolder {
        var number = 1
        var folder = DrillFolder(home: home, name: stem)
        while FileManager.default.fileExists(atPath: folder.path) {
            number += 1
            folder = DrillFolder(home: home, name: stem.numbered(number))
        }
        return folder
    }

    /// Makes the folder, readable by its owner only, and writes what the drill is. A folder that is there already, or
    /// that leads somewhere else, is refused: nothing recorded is ever written over.
    package func create(_ details: DrillDetails, scenario text: String) throws(DrillProblem) {
        do {
            try FileManager.default.createDirectory(
                atPath: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw unusable("\(error.localizedDescription)")
        }
        guard mkdir(path, 0o700) == 0 else {
            guard errno == EEXIST else { throw unusable(String(cString: strerror(errno))) }
            throw DrillProblem("drill.taken", "a drill named \(name) is there already", "已有名为 \(name) 的演练")
        }
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            try write(encoder.encode(details), to: self.details)
            try write(Data(text.utf8), to: scenario)
        } catch let problem as DrillProblem {
            throw problem
        } catch {
            throw unusable("\(error.localizedDescription)")
        }
    }

    private func write(_ data: Data, to file: String) throws {
        guard FileManager.default.createFile(atPath: file, contents: data, attributes: [.posixPermissions: 0o600])
        else { throw unusable(String(cString: strerror(errno))) }
    }

    /// Reads what the drill is.
    package func readDetails() throws(DrillProblem) -> DrillDetails {
        guard exists else {
            throw DrillProblem("drill.unknown", "there is no drill named \(name)", "没有名为 \(name) 的演练")
        }
        return try DrillDetails(file: details)
    }

    private func unusable(_ cause: String) -> DrillProblem {
        DrillProblem("drill.folder", "\(path) cannot be used: \(cause)", "无法使用 \(path)：\(SystemReason.chinese(cause))")
    }
}

extension DrillDetails {
    /// The most bytes of `drill.json`.
    private static let limit = 4 << 20

    /// Reads what a drill is from its `drill.json`.
    package init(file: String) throws(DrillProblem) {
        guard let data = FileManager.default.contents(atPath: file), data.count <= DrillDetails.limit,
            let read = try? JSONDecoder().decode(DrillDetails.self, from: data), read.format == DrillDetails.formatName
        else { throw DrillProblem("drill.damaged", "\(file) cannot be read", "无法读取 \(file)") }
        self = read
    }
}
