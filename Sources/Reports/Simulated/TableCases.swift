import Formats
import SimulationKit

/// Which model a case means: its inputs say. An input that the model does not know is refused, never passed over.
package func simulationCase(_ inputs: TableFields, kind: JSON? = nil, expected: JSON?) throws(TableProblem)
    -> any SimulationCase
{
    if inputs.has("preference") { return try hypercube(inputs) }
    if inputs.has("hourly_rates") { return try daily(inputs) }
    if inputs.has("radius_manhattan") { return try coverage(inputs, kind) }
    if inputs.has("service") { return try priorityServer(inputs) }
    if inputs.has("arrival_rates") { return try priorityLine(inputs) }
    if inputs.has("offered_load") { return try loss(inputs) }
    if inputs.has("abandonment_rate") { return try impatient(inputs) }
    if inputs.has("waiting_room") { return try finiteLine(inputs) }
    try inputs.only(
        ["arrival_rate", "service_rate", "servers", "abandonment_rate", "waiting_room"], "M/M/c")
    let line = try waitingLine(inputs)
    try requireSteady(line.utilisation)
    return WaitingLineCase(line: line, times: try waitTimes(expected, line))
}

/// A line that grows without end has no answer to agree with.
private func requireSteady(_ utilisation: Double, _ field: String = "servers") throws(TableProblem) {
    guard utilisation < 1 - 1e-12 else {
        throw TableProblem(
            field: field, english: "too few for the load, there is no steady state; add servers or lower the rates",
            chinese: "不足以承担负载，不存在稳态；请增加服务单元或降低到达率")
    }
}

/// A model whose highest class cannot be carried, or that would take longer than minutes and has no formula.
private func requireAnswer(_ isAnswered: Bool, _ field: String = "servers") throws(TableProblem) {
    guard isAnswered else {
        throw TableProblem(
            field: field,
            english:
                "too few or too near their limit: even the highest class has no steady state, or one that takes too"
                + " long to simulate; add servers or lower the rates",
            chinese: "不足或过于接近极限：最高等级亦无稳态，或仿真耗时过长；请增加服务单元或降低到达率")
    }
}

/// The times whose excess is asked for; else a twentieth, a quarter and a whole mean service.
private func waitTimes(_ expected: JSON?, _ line: WaitingLine) throws(TableProblem) -> [Double] {
    guard let expected else { return [0.05, 0.25, 1].map { $0 / line.serviceRate } }
    var times: [Double] = []
    for (index, tail) in (expected["wait_tail"]?.elements ?? []).enumerated() {
        guard index < 100, let time = tail["t"]?.double, time >= 0, time < 1e12 else {
            throw TableProblem(
                field: "expected.wait_tail[\(index)]", english: "needs t, a time not below 0; at most 100 of them",
                chinese: "须有不小于 0 的时间 t；至多 100 项", isInput: false)
        }
        times.append(time)
    }
    return times
}

private func waitingLine(_ inputs: TableFields) throws(TableProblem) -> WaitingLine {
    WaitingLine(
        arrivalRate: try inputs.number("arrival_rate"), serviceRate: try inputs.number("service_rate"),
        servers: try inputs.count("servers", upTo: 10_000))
}

private func impatient(_ inputs: TableFields) throws(TableProblem) -> ImpatientCase {
    try inputs.only(["arrival_rate", "service_rate", "servers", "abandonment_rate"], "M/M/c+M")
    let line = try waitingLine(inputs)
    let rate = try inputs.number("abandonment_rate")
    guard line.arrivalRate / rate <= 1e8 else {
        throw TableProblem(
            field: "abandonment_rate",
            english: "is too low beside arrival_rate, at least a hundred-millionth is needed",
            chinese: "相对 arrival_rate 过低，至少须为其亿分之一")
    }
    return ImpatientCase(line: ImpatientLine(line: line, abandonmentRate: rate))
}

private func finiteLine(_ inputs: TableFields) throws(TableProblem) -> FiniteLineCase {
    try inputs.only(["arrival_rate", "service_rate", "servers", "waiting_room"], "M/M/c/K")
    let model = FiniteLineCase(
        line: try waitingLine(inputs), waitingRoom: try inputs.count("waiting_room", from: 0, upTo: 100_000))
    return model
}

private func loss(_ inputs: TableFields) throws(TableProblem) -> LossCase {
    try inputs.only(["offered_load", "servers"], "M/M/c/c")
    return LossCase(load: try inputs.number("offered_load"), servers: try inputs.count("servers", upTo: 10_000))
}

private func priorityLine(_ inputs: TableFields) throws(TableProblem) -> any SimulationCase {
    try inputs.only(
        ["arrival_rates", "service_rate", "servers", "reserves", "waiting_room"], "M/M/c with priorities")
    let line = PriorityLine(
        arrivalRates: try inputs.numbers("arrival_rates", limit: 50), serviceRate: try inputs.number("service_rate"),
        servers: try inputs.count("servers", upTo: 10_000))
    guard inputs.has("reserves") || inputs.has("waiting_room") else {
        try requireSteady(line.line(upTo: 1).utilisation)
        return PriorityLineCase(line: line)
    }
    let model = RuledLineCase(
        line: line, reserves: inputs.has("reserves") ? try reserves(inputs, line) : nil,
        waitingRoom: inputs.has("waiting_room") ? try inputs.count("waiting_room", from: 0, upTo: 100_000) : nil)
    try requireAnswer(model.isAnswered)
    return model
}

/// Servers kept free for the classes above, by class.
private func reserves(_ inputs: TableFields, _ line: PriorityLine) throws(TableProblem) -> [Int] {
    let reserves = try inputs.counts("reserves", count: line.arrivalRates.count, 0...(line.servers - 1))
    guard zip(reserves, reserves.dropFirst()).allSatisfy({ $0 <= $1 }) else {
        throw TableProblem(
            field: "reserves", english: "must not fall from a class to the one below it; the highest class comes first",
            chinese: "由高等级到低等级不得减少")
    }
    return reserves
}

private func priorityServer(_ inputs: TableFields) throws(TableProblem) -> PriorityServerCase {
    try inputs.only(["arrival_rates", "service", "servers"], "M/G/c with priorities")
    let rates = try inputs.numbers("arrival_rates", limit: 50)
    let list = try inputs.value("service").elements ?? []
    guard list.count == rates.count else {
        throw TableProblem(
            field: "service", english: "must be a list with one service for each arrival rate",
            chinese: "须为列表，且与 arrival_rates 一一对应")
    }
    var services: [Distribution] = []
    for (index, service) in list.enumerated() { services.append(try distribution(service, "service[\(index)]")) }
    let servers = inputs.has("servers") ? try inputs.count("servers", upTo: 10_000) : 1
    let model = PriorityServerCase(arrivalRates: rates, services: services, servers: servers)
    try requireAnswer(model.isAnswered)
    return model
}

private func daily(_ inputs: TableFields) throws(TableProblem) -> DailyLineCase {
    try inputs.only(["hourly_rates", "service_rate_per_hour", "servers"], "M(t)/M/c")
    let line = DailyLine(
        hourlyRates: try inputs.numbers("hourly_rates", limit: 24 * 7, orZero: true),
        serviceRate: try inputs.number("service_rate_per_hour"), servers: try inputs.count("servers", upTo: 1_000))
    let mean = line.hourlyRates.reduce(0, +) / Double(line.hourlyRates.count)
    guard mean > 0 else {
        throw TableProblem(field: "hourly_rates", english: "must not all be 0", chinese: "不能全部为 0")
    }
    try requireSteady(mean / line.serviceRate / Double(line.servers))
    let model = DailyLineCase(line: line)
    guard model.isAnswered else {
        throw TableProblem(
            field: "hourly_rates",
            english: "too near what the servers can carry, or too many or too few calls a cycle, to be simulated within"
                + " minutes; change rates or servers",
            chinese: "过于接近服务能力，或每周期警情过多、过少，无法在数分钟内完成仿真；请调整到达率或服务单元")
    }
    return model
}

private func coverage(_ inputs: TableFields, _ kind: JSON?) throws(TableProblem) -> CoverageCase {
    try inputs.only(["grid", "node_order", "weights", "units", "radius_manhattan", "busy_fraction"], "covering")
    let grid = try inputs.numbers("grid", count: 2)
    let (columns, rows) = (Int(min(grid[0], 1e3)), Int(min(grid[1], 1e3)))
    guard columns * rows <= 400 else {
        throw TableProblem(field: "grid", english: "must have at most 400 nodes", chinese: "节点数不得超过 400")
    }
    let busy = inputs.has("busy_fraction") ? try inputs.number("busy_fraction", orZero: true) : 0
    guard busy < 1 else { throw TableProblem(field: "busy_fraction", english: "must be below 1", chinese: "须小于 1") }
    if let order = inputs["node_order"], order.text != "y*\(columns)+x" {
        throw TableProblem(
            field: "node_order", english: "must be y*\(columns)+x, row after row; or leave it out",
            chinese: "须为 y*\(columns)+x（逐行），或省略")
    }
    if let kind, kind.text != "MEXCLP", kind.text != "MCLP" || busy > 0 {
        throw TableProblem(
            field: "kind", english: "must be MCLP, without a busy_fraction, or MEXCLP",
            chinese: "须为 MCLP（无 busy_fraction）或 MEXCLP", isInput: false)
    }
    return CoverageCase(
        problem: CoverageLocation(
            columns: columns, rows: rows, weights: try inputs.numbers("weights", count: columns * rows, orZero: true),
            units: try inputs.count("units", upTo: 100),
            radius: Int(try inputs.number("radius_manhattan", orZero: true)),
            busyFraction: busy))
}

private func hypercube(_ inputs: TableFields) throws(TableProblem) -> HypercubeCase {
    try inputs.only(
        [
            "atom_arrival_rates", "service_rates", "preference", "capacity", "travel_time_idle_unit_to_atom",
            "travel_time_atom_to_atom",
        ], "the hypercube")
    let arrivals = try inputs.numbers("atom_arrival_rates", limit: 500)
    let services = try inputs.numbers("service_rates", limit: 60)
    let (atoms, units) = (arrivals.count, services.count)
    let preference = try inputs.matrix("preference", rows: atoms, columns: units).map { $0.map { Int(min($0, 1e6)) } }
    guard preference.allSatisfy({ $0.sorted() == Array(0..<units) }) else {
        throw TableProblem(
            field: "preference", english: "each row must name every unit from 0 to \(units - 1) once",
            chinese: "每行须恰好包含 0 至 \(units - 1) 的每个单元一次")
    }
    let capacity = try inputs.value("capacity").text ?? ""
    guard ["zero", "infinite"].contains(capacity) else {
        throw TableProblem(field: "capacity", english: "must be zero or infinite", chinese: "须为 zero 或 infinite")
    }
    let model = Hypercube(
        arrivalRates: arrivals, serviceRates: services, preference: preference,
        travelIdle: try inputs.matrix("travel_time_idle_unit_to_atom", rows: units, columns: atoms),
        travelAtoms: !inputs.has("travel_time_atom_to_atom")
            ? nil : try inputs.matrix("travel_time_atom_to_atom", rows: atoms, columns: atoms),
        isQueueing: capacity == "infinite")
    if model.isQueueing { try requireSteady(model.load, "service_rates") }
    return HypercubeCase(model: model)
}

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
