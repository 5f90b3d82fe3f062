import ArgumentParser
import DispatchModel
import Districts
import Formats
import Foundation
import Shell

/// District models: check one, or estimate one from a call log.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model",
        abstract: say("Check a district model, or estimate one from a call log.", "检查辖区模型，或由警情记录估计模型。"),
        subcommands: [ModelCheckCommand.self, ModelFitCommand.self])
}

/// Reads a model and says what is in it, or everything that is wrong.
struct ModelCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say("Read a model and say what is in it, or what is wrong by line.", "读取模型并概述内容；有误时逐行指出。"))

    @Argument(help: ArgumentHelp(say("Model file or built-in name.", "模型文件或内置名称。"), valueName: "file"))
    var model: String

    @OptionGroup var locale: LocaleOption

    func run() throws {
        let district = try openDistrict(model)
        for line in ModelSummary(district).lines { try writeOutput(Array((line + "\n").utf8)) }
    }
}

/// What a model holds, in a few lines.
struct ModelSummary {
    private let model: DistrictModel

    init(_ model: DistrictModel) {
        self.model = model
    }

    var lines: [String] {
        let name = Sanitiser.visible(say(model.name.english, model.name.chinese))
        let perDay = String(format: "%.0f", model.callsPerDay)
        var lines = [
            say("\(name): no faults.", "\(name)：没有问题。"),
            say(
                "\(model.beats.count) beats, \(model.types.count) types, \(model.units.count) units in "
                    + "\(max(1, model.shifts.count)) shift(s), \(perDay) calls a day.",
                "\(model.beats.count) 个巡区，\(model.types.count) 种警情，\(model.units.count) 个警力单元，"
                    + "\(max(1, model.shifts.count)) 个班次，日均 \(perDay) 起警情。"),
        ]
        lines += missingKinds
        return lines
    }

    /// Kinds that response plans ask for and nobody on the roster is.
    private var missingKinds: [String] {
        let roster = Set(model.units.map(\.kind))
        let codes = Set(model.types.map(\.code))
        return model.responsePlans.plans.compactMap { plan in
            guard plan.types.isEmpty || !plan.types.isDisjoint(with: codes) else { return nil }
            let isLacking = plan.requirements.contains { $0.kinds.isDisjoint(with: roster) }
            guard isLacking else { return nil }
            let name = Sanitiser.visible(plan.name)
            return say(
                "Note: the plan \"\(name)\" asks for a kind of unit that the roster lacks; the simulation sends the rest.",
                "注意：预案“\(name)”所需警力种类编成中没有；仿真只派其余单元。")
        }
    }
}
