import ArgumentParser
import DispatchModel
import Drills
import Formats
import Foundation
import Shell

/// Scenarios: what ships, and whether a file can be played.
struct ScenarioCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario", abstract: say("List or check drill scenarios.", "列出或检查演练想定。"),
        subcommands: [Check.self, List.self])

    /// Says everything that is wrong with scenario files.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: say("Say everything that is wrong with scenario files, by line.", "逐行指出想定文件的全部问题。"))

        @Argument(help: ArgumentHelp(say("Scenario files.", "想定文件。"), valueName: "file"))
        var files: [String]

        @OptionGroup var locale: LocaleOption

        func run() throws {
            var isFaulty = false
            for file in files {
                do throws(ScenarioError) {
                    let scenario = try readScenario(file: file)
                    for doubt in scenario.doubts {
                        printError(
                            Sanitiser.visible("\(doubt.position): " + say(doubt.english, doubt.chinese)))
                    }
                    let count = scenario.doubts.count
                    let verdict =
                        count == 0
                        ? say("sound", "正确") : say("can be played, with \(count) doubts", "可以演练，但有 \(count) 处存疑")
                    print(
                        say(
                            "\(file): \(verdict); \(scenario.injects.count) injects, \(scenario.objectives.count) objectives, \(scenario.end.after.seconds / 60) min",
                            "\(file)：\(verdict)；注入 \(scenario.injects.count) 项，目标 \(scenario.objectives.count) 项，\(scenario.end.after.seconds / 60) 分钟"
                        ))
                } catch {
                    isFaulty = true
                    for problem in error.problems {
                        printError("\(problem.position): " + say(problem.english, problem.chinese))
                    }
                }
            }
            if isFaulty { throw ExitCode(ExitStatus.usage.rawValue) }
        }
    }

    /// Lists what ships.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: say("List the scenarios that ship with the program.", "列出随程序提供的想定。"))

        @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。")))
        var json = false

        private struct Item: Encodable {
            var id: String
            var title: [String: String]
            var purpose: [String: String]
            var minutes: Int64
            var injects: Int
            var objectives: Int
            var seed: UInt64
        }

        @OptionGroup var locale: LocaleOption

        func run() throws {
            let scenarios = try Scenario.shipped()
            guard json else {
                for scenario in scenarios {
                    let minutes = scenario.end.after.seconds / 60
                    let title = say(scenario.title.english, scenario.title.chinese)
                    print("\(scenario.id)  " + say("\(title), \(minutes) min", "\(title)，\(minutes) 分钟"))
                    print("    " + say(scenario.purpose.english, scenario.purpose.chinese))
                }
                return
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let items = scenarios.map { scenario in
                Item(
                    id: scenario.id, title: both(scenario.title), purpose: both(scenario.purpose),
                    minutes: scenario.end.after.seconds / 60, injects: scenario.injects.count,
                    objectives: scenario.objectives.count, seed: scenario.seed)
            }
            print(String(decoding: try encoder.encode(items), as: UTF8.self))
        }

        private func both(_ text: BilingualText) -> [String: String] {
            ["en": text.english, "zh-Hans": text.chinese]
        }
    }
}

/// Reads a scenario file; a district file that it names is looked for beside it.
func readScenario(file: String) throws(ScenarioError) -> Scenario {
    guard let text = smallText(of: file) else {
        throw ScenarioError(problems: [
            ScenarioProblem(
                file: file, line: 0, column: 0, field: "",
                english: "cannot be read, or is larger than 1 MiB; name a scenario file",
                chinese: "无法读取，或超过 1 MiB；请指定想定文件")
        ])
    }
    let folder = URL(filePath: file).deletingLastPathComponent()
    return try ScenarioReader.read(text: text, file: file) { name in
        smallText(of: name.hasPrefix("/") ? name : folder.appending(path: name).path)
    }
}

/// The text of a file of at most 1 MiB; nil when it cannot be read or is larger.
private func smallText(of path: String) -> String? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    do {
        // An empty file is read too: what it lacks is told by its reader.
        let data = try handle.read(upToCount: 1 << 20 + 1) ?? Data()
        return data.count <= 1 << 20 ? String(decoding: data, as: UTF8.self) : nil
    } catch {
        return nil
    }
}
