import ArgumentParser
import Districts
import Foundation
import Shell

/// The made-up sample log.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: say("Write the made-up sample: an evening of a district that does not exist.", "写出虚构样例：一个不存在的辖区的夜晚。"))

    @Option(help: ArgumentHelp(say("Seed; the same seed gives the same bytes.", "随机种子；相同种子得到相同内容。")))
    var seed: UInt64 = SampleDistrict.standardSeed

    @OptionGroup var output: OutputOption

    @OptionGroup var locale: LocaleOption

    func run() throws {
        let target = try output.target()
        try target.write(SampleDistrict.csv(seed: seed).utf8)
    }
}
