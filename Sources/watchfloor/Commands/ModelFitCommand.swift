import ArgumentParser
import DispatchModel
import Districts
import Formats
import Foundation
import Reports
import Shell
import Wording

/// Estimates a district from a call log and holds its simulated figures against the log's own.
struct ModelFitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fit",
        abstract: say("Estimate a district from a call log.", "由警情记录估计辖区模型。"),
        discussion: say(
            "Prints the fitted model's simulated figures beside the log's own. With -o it writes the model.",
            "列出模型仿真值与记录值。给出 -o 时写出模型文件。"))

    @Argument(
        help: ArgumentHelp(say("CSV call log with units and times.", "含单元与时间的 CSV 警情记录。"), valueName: "calls.csv"))
    var calls: String

    @Option(
        help: ArgumentHelp(
            say(
                "Mapping: a built-in name or a TOML file (default: found by the header).", "映射：内置名称或 TOML 文件（默认按表头识别）。"),
            valueName: "name|file"))
    var mapping: String?

    @Option(help: ArgumentHelp(say("Calls received from this time on, such as 2017-01-03.", "从此时刻起的警情，例如 2017-01-03。")))
    var from: String?

    @Option(help: ArgumentHelp(say("Calls received before this time.", "此时刻之前的警情。")))
    var to: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Fit on the calls before this time and compare with the rest, such as 2017-01-03.",
                "用此时刻之前的警情拟合，与其后的警情比较，例如 2017-01-03。")))
    var tryFrom: String?

    @Flag(help: ArgumentHelp(say("Write the model even if it is far off.", "偏差过大时仍写出模型。")))
    var anyway = false

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            say(
                "File for the model (-: standard output; the comparison goes to standard error).",
                "模型输出文件（- 为标准输出，比较结果改写至标准错误）。"), valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp(say("Independent replications.", "独立重复次数。")))
    var replications = 20

    @Option(help: ArgumentHelp(say("Seed of the random numbers.", "随机种子。")))
    var seed: UInt64 = 1

    @Flag(help: ArgumentHelp(say("Print JSON.", "输出 JSON。")))
    var json = false

    @OptionGroup var locale: LocaleOption

    func validate() throws {
        guard (2...10_000).contains(replications) else {
            throw ValidationError(say("--replications must be 2 to 10000", "--replications 须为 2 至 10000"))
        }
    }

    func run() throws {
        let target = try output.map { try NamedOutput($0, reading: [calls, mapping]) }
        let end = tryFrom ?? to
        let log = try openLog(LogChoice(file: calls, mapping: mapping, from: from, to: end, asRecorded: true))
        let fit = try fitted(log)
        tellUnplaced(fit)
        tellUnsent(fit)
        let text = DistrictWriter.text(fit.model, remarks: remarks(fit, log.name))
        // Simulated is what the file says, so that its figures can be had again from it.
        let model = try readBack(text)
        let recorded = try tried() ?? fit.recorded
        let job = StaffingJob(
            simulation: StaffingSimulation(model), days: recorded.days, replications: replications, seed: seed)
        let work = WorkProgress(total: replications)
        let result = job.run { work.show($0) }
        work.finish()
        let comparison = FitComparison(of: model, recorded: recorded, result: result, words: Words(shellLanguage))
        let lines = json ? [comparison.json] : comparison.lines
        let told = lines.joined(separator: "\n") + "\n"
        if target?.isStandardOutput == true { writeError(told) } else { try writeOutput(told.utf8) }
        for warning in comparison.warnings { printError("\(calls): " + warning) }
        if let refusal = comparison.refusal, !anyway {
            throw Failure(
                .failure, "\(calls): " + say(refusal.english, refusal.chinese),
                remedy: say(
                    "give a longer log, or --anyway to write the model all the same", "请提供更长的记录，或用 --anyway 仍然写出模型"))
        }
        try target?.write(text.utf8)
    }

    /// What the calls say that the model was not fitted on; nil when it was fitted on all.
    private func tried() throws -> RecordedFigures? {
        guard let tryFrom else { return nil }
        let rest = try openLog(LogChoice(file: calls, mapping: mapping, from: tryFrom, to: to, asRecorded: true))
        do throws(FitError) {
            return try RecordedFigures(rest.log)
        } catch {
            throw Failure(.usage, "\(calls), --try-from \(tryFrom): " + say(error.english, error.chinese))
        }
    }

    private func readBack(_ text: String) throws -> DistrictModel {
        do throws(SettingsError) {
            return try DistrictReader.read(text: text, file: output ?? "model.toml")
        } catch {
            throw Failure(error)
        }
    }

    private func fitted(_ log: OpenLog) throws -> DistrictFit {
        do throws(FitError) {
            return try DistrictFit(log.log, id: log.name, title: log.log.mode.titles)
        } catch {
            throw Failure(.usage, "\(calls): " + say(error.english, error.chinese))
        }
    }

    private func tellUnplaced(_ fit: DistrictFit) {
        guard fit.unplaced > 0 else { return }
        printError(
            "\(calls): "
                + say(
                    "\(fit.unplaced) calls are of beats without any point and are left out of the model's places",
                    "\(fit.unplaced) 起警情所属巡区没有任何坐标，未计入模型的地点"))
    }

    private func tellUnsent(_ fit: DistrictFit) {
        guard !fit.unsent.isEmpty else { return }
        printError(
            "\(calls): "
                + say(
                    "no plan of the model asks for \(unsent(fit, .english)): they stand ready in it and are never sent; write the plans that want them",
                    "模型的预案均不要求\(unsent(fit, .chinese))：仿真中只待命、不出动；如需派出，请补写相应预案"))
    }

    /// The kinds that are never sent, with how often the log sent them.
    private func unsent(_ fit: DistrictFit, _ language: Language) -> String {
        let words = Words(language)
        return fit.unsent.map { "\(words.kindInFull($0.kind)) (\($0.count))" }
            .joined(separator: words.pick(", ", "、"))
    }

    private func remarks(_ fit: DistrictFit, _ name: String) -> [String] {
        var lines = [
            "Estimated from \(name): \(fit.days) day(s), \(fit.ways) ways from home. "
                + "由警情记录估计：\(fit.days) 天，\(fit.ways) 次由驻点出发的行程。"
        ]
        if !fit.unsent.isEmpty {
            lines.append(
                "Asked for by no plan: \(unsent(fit, .english)). 预案均不要求：\(unsent(fit, .chinese))。")
        }
        return lines
    }
}
