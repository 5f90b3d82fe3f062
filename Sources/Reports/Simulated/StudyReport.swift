import Districts
import Formats
import Foundation
import SimulationKit
import Wording

/// A study in words, as a table, JSON and CSV.
package struct StudyReport {
    let study: StaffingStudy
    let results: [StaffingResult]
    let text: StaffingWords
    private var words: Words { text.words }

    /// A report in the language of its words.
    package init(study: StaffingStudy, results: [StaffingResult], words: Words) {
        self.study = study
        self.results = results
        text = StaffingWords(words, of: study.variants[0].model)
    }

    /// The variants but the first, by index.
    var others: Range<Int> { 1..<study.variants.count }

    /// The comparisons of a variant with the first one.
    func comparisons(of variant: Int) -> [StaffingComparison] {
        StaffingStudy.chief.compactMap { StaffingComparison($0, base: results[0], variant: results[variant]) }
    }

    var heading: String {
        words.pick(
            "\(study.variants.count) variants, \(study.replications) replications of \(study.days) days each, "
                + "seed \(study.seed), the same calls and luck for all. ± is half the 95 % interval.",
            "\(study.variants.count) 个方案，各 \(study.replications) 次 × \(study.days) 天，种子 \(study.seed)，警情与运气相同。± 为 95% 区间半宽。"
        )
    }

    /// Tables of differences, and what they mean.
    package var lines: [String] {
        var lines = [heading]
        for variant in others {
            lines += ["", "\(study.variants[variant].name)  ↔  \(study.variants[0].name)"]
            lines += table(comparisons(of: variant))
            lines += sentences(of: variant)
        }
        return lines
    }

    private func table(_ comparisons: [StaffingComparison]) -> [String] {
        let heads = [
            "", study.variants[0].name, words.pick("variant", "方案"), words.pick("difference", "差"),
            words.pick("so it is", "结论"),
        ]
        let rows = comparisons.map { comparison in
            let measure = comparison.measure
            return [
                text.name(measure), text.value(measure, comparison.base.mean),
                text.value(measure, comparison.variant.mean),
                text.difference(measure, comparison.difference.mean) + " ± "
                    + text.size(measure, comparison.difference.halfWidth), verdict(comparison),
            ]
        }
        return TextTable(rows: [heads] + rows).lines
    }

    /// One comparison in a word or two.
    func verdict(_ comparison: StaffingComparison) -> String {
        let word: String
        switch comparison.verdict {
        case .better: word = words.pick("better", "更好")
        case .worse: word = words.pick("worse", "更差")
        case .different: word = words.pick("different", "不同")
        case .noDifferenceSeen: return words.pick("no difference seen", "未见差别")
        }
        return comparison.confidence == .verySure
            ? words.pick("\(word), very sure", "\(word)，非常肯定") : words.pick("\(word), sure", "\(word)，较肯定")
    }

    /// What a variant means, in plain words.
    func sentences(of variant: Int) -> [String] {
        let all = comparisons(of: variant)
        let name = study.variants[variant].name
        let base = study.variants[0].name
        let better = all.filter { $0.verdict == .better }
        let worse = all.filter { $0.verdict == .worse }
        func list(_ comparisons: [StaffingComparison]) -> String {
            comparisons.prefix(4).map { comparison in
                "\(text.name(comparison.measure)) \(text.difference(comparison.measure, comparison.difference.mean))"
            }.joined(separator: words.pick("; ", "；"))
        }
        let verdict: String
        switch (better.isEmpty, worse.isEmpty) {
        case (true, true):
            verdict = words.pick(
                "Between “\(name)” and “\(base)” no difference is seen; more replications may show one.",
                "“\(name)”与“\(base)”之间未见差别；增加重复次数或可看出。")
        case (false, true):
            verdict = words.pick("“\(name)” is better: \(list(better)).", "“\(name)”更好：\(list(better))。")
        case (true, false): verdict = words.pick("“\(name)” is worse: \(list(worse)).", "“\(name)”更差：\(list(worse))。")
        case (false, false):
            verdict = words.pick(
                "“\(name)” is better in some and worse in others. Better: \(list(better)). Worse: \(list(worse)).",
                "“\(name)”有得有失。更好：\(list(better))。更差：\(list(worse))。")
        }
        return [verdict, sureness(all)].filter { !$0.isEmpty }
    }

    /// How sure it is: an interval that misses 0 by chance does so in 5 of 100 comparisons without a difference.
    private func sureness(_ comparisons: [StaffingComparison]) -> String {
        let seen = comparisons.count { $0.confidence != .open }
        guard seen > 0 else { return "" }
        let very = comparisons.count { $0.confidence == .verySure }
        return words.pick(
            "\(seen) of \(comparisons.count) differences are sure at 95 %, \(very) of them at 99 %; "
                + "of 20 comparisons without a difference, one seems sure at 95 % by chance.",
            "\(comparisons.count) 项差别中 \(seen) 项在 95% 水平上成立，其中 \(very) 项在 99% 水平上成立；"
                + "若并无差别，平均每 20 项比较中也会有 1 项在 95% 水平上偶然成立。")
    }
}

// MARK: - Files

extension StudyReport {
    /// Everything, on one line.
    package var json: String {
        let variants = study.variants.indices.map { index in
            let measures = results[index].measures.map { measure in
                let value = StaffingReport.json(results[index][measure])
                let difference = results[index].difference(measure, from: results[0])
                return "\(SimulatedJSON.text(measure.id)):{\"is\":\(value),\"difference\":"
                    + "\(index == 0 ? "null" : StaffingReport.json(difference))}"
            }
            let words = index == 0 ? "" : sentences(of: index).joined(separator: " ")
            return "{\"name\":\(SimulatedJSON.text(study.variants[index].name)),\"units\":"
                + "\(study.variants[index].model.units.count),\"words\":\(SimulatedJSON.text(words)),"
                + "\"measures\":{\(measures.joined(separator: ","))}}"
        }
        return "{\"days\":\(study.days),\"replications\":\(study.replications),\"seed\":\(study.seed),"
            + "\"variants\":[\(variants.joined(separator: ","))]}"
    }

    /// A line a variant and measure (RFC 4180).
    package var csv: String {
        var lines = ["variant,measure,value,halfWidth95,difference,differenceHalfWidth95,replications"]
        for (index, result) in results.enumerated() {
            for measure in result.measures {
                guard let value = result[measure] else { continue }
                let difference = index == 0 ? nil : result.difference(measure, from: results[0])
                lines.append(
                    [
                        Self.field(study.variants[index].name), Self.field(measure.id), Self.number(value.mean),
                        Self.number(value.halfWidth), Self.number(difference?.mean),
                        Self.number(difference?.halfWidth), "\(value.count)",
                    ].joined(separator: ","))
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    private static func number(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "" }
        return value.description
    }

    /// A field in quotes where it needs them; one that a spreadsheet would take for a formula gets an apostrophe.
    private static func field(_ text: String) -> String {
        let safe = text.first.map { "=+-@\t\r".contains($0) } ?? false ? "'" + text : text
        guard safe.contains(where: { ",\"\r\n".contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
