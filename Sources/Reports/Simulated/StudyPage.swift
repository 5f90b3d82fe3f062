import Districts
import SimulationKit
import Wording

/// A study as a page for those who decide: what is better and how sure, the differences drawn, all figures to unfold.
package struct StudyPage {
    let report: StudyReport
    /// What made the page, for its foot.
    let program: String

    /// A page in the language of its report.
    package init(report: StudyReport, program: String) {
        self.report = report
        self.program = program
    }

    private var words: Words { text.words }
    private var study: StaffingStudy { report.study }
    private var text: StaffingWords { report.text }
    private var names: [String] { study.variants.map(\.name) }

    /// The whole file.
    package var html: String {
        let model = study.variants[0].model
        return HTMLPage(
            words.pick("Staffing study: \(model.name.english)", "编制研究：\(model.name.chinese)"),
            words: words.language == .chinese ? .chinese : .english, subtitle: report.heading,
            sections: [answer] + report.others.map(section) + [charts, everything, method],
            footer: program
        ).html
    }

    private var answer: PageSection {
        PageSection(
            words.pick("The answer", "结论"),
            [.table(variants), .list(report.others.map { report.sentences(of: $0).joined(separator: " ") })])
    }

    private var variants: PageTable {
        let heads = [
            words.pick("variant", "方案"), words.pick("units", "警力"), words.pick("rule", "派警规则"),
            words.pick("demand", "警情倍数"),
        ]
        return PageTable(
            columns: heads, numeric: [1, 3],
            rows: study.variants.map { variant in
                [
                    .text(variant.name), .text("\(variant.model.units.count)"), .text(text.rule(variant.model.rule)),
                    .text("\(variant.demand)"),
                ]
            })
    }

    private func section(_ variant: Int) -> PageSection {
        let comparisons = report.comparisons(of: variant)
        let rows = comparisons.map { comparison -> [PageTable.Cell] in
            let measure = comparison.measure
            let sign: PageVerdict =
                switch comparison.verdict {
                case .better: .met
                case .worse: .missed
                case .different, .noDifferenceSeen: .open
                }
            return [
                .text(text.name(measure)), .text(text.interval(measure, comparison.base)),
                .text(text.interval(measure, comparison.variant)),
                .text(
                    text.difference(measure, comparison.difference.mean) + " ± "
                        + text.size(measure, comparison.difference.halfWidth)),
                .verdict(sign, report.verdict(comparison)),
            ]
        }
        let table = PageTable(
            columns: [
                words.pick("measure", "指标"), names[0], names[variant], words.pick("difference", "差"),
                words.pick("so it is", "结论"),
            ],
            numeric: [1, 2, 3], rows: rows)
        return PageSection(
            words.pick("“\(names[variant])” against “\(names[0])”", "“\(names[variant])”对比“\(names[0])”"),
            [.paragraph(report.sentences(of: variant).joined(separator: " ")), .table(table)])
    }
}

// MARK: - Charts

extension StudyPage {
    private var charts: PageSection {
        let differences = StaffingStudy.chief.prefix(6).compactMap(differences)
        let curves = [StaffingMeasure(.response, .p90), StaffingMeasure(.response, .p90, .priority(.p1))]
            .compactMap(spread)
        return PageSection(words.pick("Charts", "图"), [.charts(differences + [loads] + curves)])
    }

    /// How far each variant is from the first one in a measure.
    private func differences(_ measure: StaffingMeasure) -> Chart? {
        let rows = report.others.compactMap { variant -> (name: String, value: Double, low: Double, high: Double)? in
            guard let difference = report.results[variant].difference(measure, from: report.results[0]),
                difference.halfWidth.isFinite
            else { return nil }
            return (names[variant], difference.mean, difference.low, difference.high)
        }
        guard !rows.isEmpty, let lessIsBetter = measure.lessIsBetter else { return nil }
        return Chart.differences(
            text.name(measure),
            summary: words.pick(
                "Difference from “\(names[0])” with its 95 % interval.", "与“\(names[0])”之差及 95% 区间。"),
            rows: rows, x: axis(measure), lowerIsBetter: lessIsBetter)
    }

    private func axis(_ measure: StaffingMeasure) -> Axis {
        let label = words.pick("difference", "差")
        switch measure.statistic {
        case .share: return Axis(label, scale: .percent)
        case .mean, .p50, .p90: return Axis(words.pick("difference in seconds", "差（秒）"))
        case .perDay: return Axis(label)
        }
    }

    /// The replications of all variants, one curve each.
    private func spread(_ measure: StaffingMeasure) -> Chart? {
        let series = study.variants.indices.compactMap { variant in
            report.results[variant].values(measure).map { PlotSeries(names[variant], $0.filter(\.isFinite)) }
        }
        guard series.contains(where: { !$0.values.isEmpty }) else { return nil }
        return Chart.distribution(
            words.pick("Replications: \(text.name(measure))", "各次仿真：\(text.name(measure))"),
            summary: words.pick(
                "The share of replications in which the figure was at most so large.", "该数字不超过横轴值的仿真次数占比。"),
            of: series, x: Axis(scale: .duration, lower: nil), yLabel: words.pick("share of replications", "次数占比"))
    }

    /// How busy each kind of unit is.
    private var loads: Chart {
        let measures = report.results[0].measures.filter { measure in
            if case .kind = measure.part { measure.subject == .utilisation } else { false }
        }
        let series = study.variants.indices.map { variant in
            (
                name: names[variant],
                values: measures.map { measure -> (value: Double, halfWidth: Double?) in
                    let value = report.results[variant][measure]
                    return (value?.mean ?? 0, value.map(\.halfWidth).flatMap { $0.isFinite ? $0 : nil })
                }
            )
        }
        return Chart.bars(
            words.pick("How busy units are", "警力忙碌占比"),
            summary: words.pick("Share of time on duty, with 95 % intervals.", "在岗时间中的忙碌占比及 95% 区间。"),
            names: measures.map { text.part($0.part) }, y: Axis(scale: .percent, lower: 0), series: series)
    }
}

// MARK: - Figures and method

extension StudyPage {
    private var everything: PageSection {
        let blocks = study.variants.indices.map { variant -> PageBlock in
            let result = report.results[variant]
            let rows = result.measures.compactMap { measure -> [PageTable.Cell]? in
                guard let value = result[measure] else { return nil }
                return [
                    .text(text.name(measure)), .text(text.value(measure, value.mean)),
                    .text("± " + text.width(measure, value.halfWidth)),
                ]
            }
            let table = PageTable(
                columns: [
                    words.pick("measure", "指标"), words.pick("value", "数值"), words.pick("95 % interval", "95% 区间"),
                ], numeric: [1, 2],
                rows: rows)
            return .folded(names[variant], [.table(table)])
        }
        return PageSection(words.pick("All figures", "全部数字"), blocks)
    }

    private var method: PageSection {
        PageSection(
            words.pick("How it was found", "方法"),
            [
                .note(
                    words.pick(
                        "Every variant was played on the same calls, failures and rounds (common random numbers). A difference is "
                            + "taken replication by replication; its interval is Student's. “Sure” means that the 95 % interval does "
                            + "not hold zero, “very sure” that the 99 % interval does not either. The days begin on a Monday after "
                            + "one day of warm-up.",
                        "各方案面对相同的警情、故障与巡线（公共随机数）。差别逐次计算，区间按 t 分布。“较肯定”指 95% 区间不含零，“非常肯定”指 99% 区间也不含零。"
                            + "仿真自周一开始，先预热一天。"))
            ])
    }
}
