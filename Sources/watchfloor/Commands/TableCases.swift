import SimulationKit

/// Which model a case means: its inputs say.
func simulationCase(_ inputs: TableFields, expected: [String: TableValue]?) throws(TableProblem) -> any SimulationCase {
    if inputs.has("preference") { return try hypercube(inputs) }
    if inputs.has("hourly_rates") { return try daily(inputs) }
    if inputs.has("radius_manhattan") { return try coverage(inputs) }
    if inputs.has("service") { return try priorityServer(inputs) }
    if inputs.has("arrival_rates") { return try priorityLine(inputs) }
    if inputs.has("offered_load") { return try loss(inputs) }
    let line = try waitingLine(inputs)
    if inputs.has("abandonment_rate") {
        return ImpatientCase(line: ImpatientLine(line: line, abandonmentRate: try inputs.number("abandonment_rate")))
    }
    try requireSteady(line.utilisation)
    return WaitingLineCase(line: line, times: waitTimes(expected, line))
}

/// A line without steady state has no answer to agree with.
private func requireSteady(_ utilisation: Double, _ field: String = "servers") throws(TableProblem) {
    guard utilisation < 0.9995 else {
        throw TableProblem(
            field: field, english: "too few for the load, there is no steady state; add servers or lower the rates",
            chinese: "不足以承担负载，不存在稳态；请增加服务单元或降低到达率")
    }
}

/// The times whose excess is asked for; else a twentieth, a quarter and a whole mean service.
private func waitTimes(_ expected: [String: TableValue]?, _ line: WaitingLine) -> [Double] {
    guard let expected else { return [0.05, 0.25, 1].map { $0 / line.serviceRate } }
    return (expected["wait_tail"]?.list ?? []).prefix(100).compactMap { $0.object?["t"]?.number }.filter { $0 >= 0 }
}

private func waitingLine(_ inputs: TableFields) throws(TableProblem) -> WaitingLine {
    WaitingLine(
        arrivalRate: try inputs.number("arrival_rate"), serviceRate: try inputs.number("service_rate"),
        servers: try inputs.count("servers", upTo: 10_000))
}

private func loss(_ inputs: TableFields) throws(TableProblem) -> LossCase {
    LossCase(load: try inputs.number("offered_load"), servers: try inputs.count("servers", upTo: 10_000))
}

private func priorityLine(_ inputs: TableFields) throws(TableProblem) -> PriorityLineCase {
    let line = PriorityLine(
        arrivalRates: try inputs.numbers("arrival_rates", limit: 50), serviceRate: try inputs.number("service_rate"),
        servers: try inputs.count("servers", upTo: 10_000))
    try requireSteady(line.whole.utilisation)
    return PriorityLineCase(line: line)
}

private func priorityServer(_ inputs: TableFields) throws(TableProblem) -> PriorityServerCase {
    let rates = try inputs.numbers("arrival_rates", limit: 50)
    let list = try inputs.value("service").list ?? []
    guard list.count == rates.count else {
        throw TableProblem(
            field: "service", english: "must be a list with one service for each arrival rate",
            chinese: "须为列表，且与 arrival_rates 一一对应")
    }
    var services: [Distribution] = []
    for (index, service) in list.enumerated() { services.append(try distribution(service, "service[\(index)]")) }
    let servers = inputs.has("servers") ? try inputs.count("servers", upTo: 10_000) : 1
    let model = PriorityServerCase(arrivalRates: rates, services: services, servers: servers)
    try requireSteady(model.utilisation)
    return model
}

/// A service time by its kind.
private func distribution(_ value: TableValue, _ name: String) throws(TableProblem) -> Distribution {
    do throws(TableProblem) {
        return try distribution(TableFields(members: value.object ?? [:]))
    } catch {
        throw TableProblem(field: "\(name).\(error.field)", english: error.english, chinese: error.chinese)
    }
}

private func distribution(_ fields: TableFields) throws(TableProblem) -> Distribution {
    switch fields.members["kind"]?.text ?? "" {
    case "deterministic", "constant": return .deterministic(try fields.number(fields.has("value") ? "value" : "mean"))
    case "exponential":
        if fields.has("rate") { return .exponential(mean: 1 / (try fields.number("rate"))) }
        return .exponential(mean: try fields.number(fields.has("value") ? "value" : "mean"))
    case "lognormal":
        return .lognormal(mean: try fields.number("mean"), coefficientOfVariation: try fields.number("cv"))
    case "gamma": return .gamma(shape: try fields.number("shape"), scale: try fields.number("scale"))
    case "erlang":
        let stages = Double(try fields.count(fields.has("k") ? "k" : "shape", upTo: 10_000))
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
    let shares = try fields.numbers(fields.has("shares") ? "shares" : "probabilities", limit: 50)
    let means =
        fields.has("rates")
        ? try fields.numbers("rates", count: shares.count).map { 1 / $0 }
        : try fields.numbers("means", count: shares.count)
    guard abs(shares.reduce(0, +) - 1) < 1e-6 else {
        throw TableProblem(field: "shares", english: "must make 1", chinese: "合计须为 1")
    }
    return .hyperexponential(zip(shares, means).map { Distribution.Branch(share: $0, mean: $1) })
}

private func daily(_ inputs: TableFields) throws(TableProblem) -> DailyLineCase {
    let line = DailyLine(
        hourlyRates: try inputs.numbers("hourly_rates", limit: 24 * 7, orZero: true),
        serviceRate: try inputs.number("service_rate_per_hour"), servers: try inputs.count("servers", upTo: 1_000))
    let mean = line.hourlyRates.reduce(0, +) / Double(line.hourlyRates.count)
    try requireSteady(mean / line.serviceRate / Double(line.servers))
    guard mean > 0 else {
        throw TableProblem(field: "hourly_rates", english: "must not all be 0", chinese: "不能全部为 0")
    }
    return DailyLineCase(line: line)
}

private func coverage(_ inputs: TableFields) throws(TableProblem) -> CoverageCase {
    let grid = try inputs.numbers("grid", count: 2)
    let (columns, rows) = (Int(min(grid[0], 1e3)), Int(min(grid[1], 1e3)))
    guard columns * rows <= 400 else {
        throw TableProblem(field: "grid", english: "must have at most 400 nodes", chinese: "节点数不得超过 400")
    }
    let busy = inputs.has("busy_fraction") ? try inputs.number("busy_fraction", orZero: true) : 0
    guard busy < 1 else { throw TableProblem(field: "busy_fraction", english: "must be below 1", chinese: "须小于 1") }
    return CoverageCase(
        problem: CoverageLocation(
            columns: columns, rows: rows, weights: try inputs.numbers("weights", count: columns * rows, orZero: true),
            units: try inputs.count("units", upTo: 8), radius: Int(try inputs.number("radius_manhattan", orZero: true)),
            busyFraction: busy))
}

private func hypercube(_ inputs: TableFields) throws(TableProblem) -> HypercubeCase {
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
    let between = inputs.members["travel_time_atom_to_atom"]?.list
    let model = Hypercube(
        arrivalRates: arrivals, serviceRates: services, preference: preference,
        travelIdle: try inputs.matrix("travel_time_idle_unit_to_atom", rows: units, columns: atoms),
        travelAtoms: between == nil
            ? nil : try inputs.matrix("travel_time_atom_to_atom", rows: atoms, columns: atoms),
        isQueueing: capacity == "infinite")
    if model.isQueueing { try requireSteady(model.load, "service_rates") }
    return HypercubeCase(model: model)
}
