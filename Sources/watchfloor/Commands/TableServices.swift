import Feeds
import Formats
import SimulationKit

/// What belongs to each kind of service time.
private let serviceFields = [
    "deterministic": ["value", "mean"], "constant": ["value", "mean"], "exponential": ["rate", "value", "mean"],
    "lognormal": ["mean", "cv"], "gamma": ["shape", "scale"], "erlang": ["k", "shape", "mean"],
    "weibull": ["shape", "scale"], "uniform": ["low", "high"],
    "hyperexponential": ["shares", "probabilities", "rates", "means"],
]

/// A service time by its kind.
func distribution(_ value: JSON, _ name: String) throws(TableProblem) -> Distribution {
    do throws(TableProblem) {
        return try distribution(TableFields(value))
    } catch {
        throw TableProblem(field: "\(name).\(error.field)", english: error.english, chinese: error.chinese)
    }
}

private func distribution(_ fields: TableFields) throws(TableProblem) -> Distribution {
    if let known = serviceFields[fields["kind"]?.text ?? ""] { try fields.only(["kind"] + known, "this service") }
    switch fields["kind"]?.text ?? "" {
    case "deterministic", "constant": return .deterministic(try fields.number(try fields.one(of: ["value", "mean"])))
    case "exponential":
        let name = try fields.one(of: ["mean", "value", "rate"])
        return .exponential(mean: name == "rate" ? 1 / (try fields.number(name)) : try fields.number(name))
    case "lognormal":
        return .lognormal(mean: try fields.number("mean"), coefficientOfVariation: try fields.number("cv"))
    case "gamma": return .gamma(shape: try fields.number("shape"), scale: try fields.number("scale"))
    case "erlang":
        let stages = Double(try fields.count(try fields.one(of: ["k", "shape"]), upTo: 10_000))
        return .gamma(shape: stages, scale: try fields.number("mean") / stages)
    case "weibull": return .weibull(shape: try fields.number("shape"), scale: try fields.number("scale"))
    case "uniform":
        let low = try fields.number("low", orZero: true)
        let high = try fields.number("high")
        guard low <= high else {
            throw TableProblem(field: "high", english: "must not be below low", chinese: "不得小于 low")
        }
        return .uniform(low: low, high: high)
    case "hyperexponential": return try hyperexponential(fields)
    default:
        throw TableProblem(
            field: "kind",
            english: "must be deterministic, exponential, lognormal, gamma, erlang, weibull, uniform or "
                + "hyperexponential",
            chinese: "须为 deterministic、exponential、lognormal、gamma、erlang、weibull、uniform 或 hyperexponential")
    }
}

private func hyperexponential(_ fields: TableFields) throws(TableProblem) -> Distribution {
    let shares = try fields.numbers(try fields.one(of: ["shares", "probabilities"]), limit: 50)
    let means =
        try fields.one(of: ["means", "rates"]) == "rates"
        ? try fields.numbers("rates", count: shares.count).map { 1 / $0 }
        : try fields.numbers("means", count: shares.count)
    guard abs(shares.reduce(0, +) - 1) < 1e-6 else {
        throw TableProblem(field: "shares", english: "must make 1", chinese: "合计须为 1")
    }
    return .hyperexponential(zip(shares, means).map { Distribution.Branch(share: $0, mean: $1) })
}
