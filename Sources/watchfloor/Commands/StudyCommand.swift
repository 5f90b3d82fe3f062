import ArgumentParser
import Districts
import Foundation
import Reports
import Shell
import SimulationKit
import Wording

/// Variants of staffing and rules set against each other.
struct StudyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "study",
        abstract: say(
            "Compare rosters and dispatch rules by simulation, and say which is better and how sure.",
            "用仿真比较编制与派警规则，并说明孰优及把握程度。"),
        discussion: say(
            """
            All variants meet the same calls, failures and luck (common random numbers), so that small differences show.
            The first model is the one that the others are set against.

              watchfloor study linjiang --variant "two cars fewer: units.vehiclePatrol=-2" --variant "rule=coverage"
              watchfloor study now.toml planned.toml --html study.html

            A variant is a name, a colon and changes: units.KIND=±N, units.BEAT.KIND=±N, units.all=±N,
            rule=nearest|beat-first|coverage, preempt=on|off, posts=mexclp (units on wheels stand where the expected calls
            are best covered), demand=FACTOR, weather=FACTOR, coverage=SECONDS.
            """,
            """
            各方案面对相同的警情、故障与运气（公共随机数），因此细小差别也能看出。其余方案均与第一个模型比较。

              watchfloor study linjiang --variant "减两辆车: units.vehiclePatrol=-2" --variant "rule=coverage"
              watchfloor study now.toml planned.toml --html study.html

            方案写作“名称: 变更”：units.种类=±N、units.巡区.种类=±N、units.all=±N、rule=nearest|beat-first|coverage、
            preempt=on|off、posts=mexclp（机动单元驻守于覆盖预期警情最优处）、demand=倍数、weather=倍数、coverage=秒数。
            """))

    @Argument(
        help: ArgumentHelp(say("Districts: TOML files or built-in names.", "辖区：TOML 文件或内置名称。"), valueName: "model"))
    var models: [String]

    @Option(
        name: .long, parsing: .singleValue,
        help: ArgumentHelp(say("A variant of the first model.", "第一个模型的变更方案。"), valueName: "changes"))
    var variant: [String] = []

    @OptionGroup var shared: SimulateOptions

    @Option(
        help: ArgumentHelp(
            say("Write every figure as CSV (-: standard output).", "将全部数字写成 CSV（- 为标准输出）。"), valueName: "file"))
    var csv: String?

    @Option(
        help: ArgumentHelp(
            say("Write a page with tables and charts (-: standard output).", "写成含表格与图的网页（- 为标准输出）。"),
            valueName: "file"))
    var html: String?

    @OptionGroup var locale: LocaleOption

    func validate() throws {
        guard models.count + variant.count >= 2 else {
            throw ValidationError(
                say("a study needs two models, or a model and a --variant", "比较需要两个模型，或一个模型加 --variant"))
        }
        guard models.count + variant.count <= 20 else {
            throw ValidationError(say("at most 20 variants at a time", "一次最多比较 20 个方案"))
        }
    }

    func run() throws {
        var read = models
        let variants = try variants { read.append($0) }
        let (csv, html) = try targets(reading: read)
        let study = StaffingStudy(
            variants: variants, days: shared.days ?? ModelMode.standard.days,
            replications: shared.replications ?? ModelMode.standard.replications, seed: shared.seed)
        let work = WorkProgress(total: study.variants.count * study.replications)
        let report = StudyReport(study: study, results: study.run { work.show($0) }, words: Words(shellLanguage))
        work.finish()
        try csv?.write(report.csv.utf8)
        try html?.write(StudyPage(report: report, program: "watchfloor \(Version.text)").html.utf8)
        let text = (shared.json ? [report.json] : report.lines).joined(separator: "\n") + "\n"
        // Two things on one stream would be neither.
        if [csv, html].contains(where: { $0?.isStandardOutput == true }) {
            writeError(text)
        } else {
            try writeOutput(text.utf8)
        }
    }

    /// Where the figures and the page go, which is told before the work.
    private func targets(reading inputs: [String]) throws -> (csv: NamedOutput?, html: NamedOutput?) {
        let figures = try csv.map { try NamedOutput($0, reading: inputs) }
        let page = try html.map { try NamedOutput($0, reading: inputs) }
        if let figures, let page, figures.isSame(as: page) {
            throw Failure(
                .usage, say("--csv and --html name the same file", "--csv 与 --html 指向同一文件"),
                remedy: say("give two files", "请给出两个不同的文件"))
        }
        return (figures, page)
    }

    private func variants(noting: (String) -> Void) throws -> [StaffingVariant] {
        var variants = try models.map { name in
            let model = try openStaffedDistrict(name, noting: noting)
            return StaffingVariant(name: model.id, model: model)
        }
        for (number, text) in variant.enumerated() {
            do throws(StaffingVariant.Refusal) {
                variants.append(try StaffingVariant(text, of: variants[0].model))
            } catch {
                throw Failure(
                    .usage, "--variant \(number + 1): " + say(error.english, error.chinese),
                    remedy: say("see watchfloor study --help", "见 watchfloor study --help"))
            }
        }
        try requireNames(variants)
        return variants
    }

    /// Every figure is told under its variant's name.
    private func requireNames(_ variants: [StaffingVariant]) throws {
        var known: Set<String> = []
        guard let twice = variants.first(where: { !known.insert($0.name).inserted }) else { return }
        throw Failure(
            .usage, say("two variants are called “\(twice.name)”", "有两个方案名为“\(twice.name)”"),
            remedy: say(
                "write another name and a colon before the changes, such as \"B: rule=coverage\"",
                "请在变更前写上不同的名称与冒号，如 \"B: rule=coverage\""))
    }
}
