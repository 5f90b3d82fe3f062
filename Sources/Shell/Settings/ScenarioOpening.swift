import Drills
import Foundation

/// Every scenario that comes with the program.
package func shippedScenarios() throws -> [Scenario] {
    do throws(ScenarioError) {
        return try Scenario.shipped()
    } catch {
        throw Failure(error)
    }
}

/// A scenario that comes with the program, by its name, or one in a file.
package func openScenario(_ name: String) throws -> Scenario {
    do {
        if let shipped = try Scenario.shipped(name) { return shipped }
        guard let data = FileManager.default.contents(atPath: name) else {
            let known = Scenario.shippedTexts.map(\.id).joined(separator: ", ")
            throw Failure(
                .usage, say("\(name): no such scenario or file", "\(name)：没有该想定或文件"),
                remedy: say("those that come with the program: \(known)", "内置想定：\(known)"))
        }
        let folder = URL(filePath: name).deletingLastPathComponent()
        return try ScenarioReader.read(text: String(decoding: data, as: UTF8.self), file: name) { other in
            FileManager.default.contents(atPath: folder.appending(path: other).path).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    } catch let error as ScenarioError {
        throw Failure(error)
    }
}
