import DispatchModel
import Formats

/// Reading `room.toml`: what it says goes over the rules that ship, everything wrong is told at once.
extension RoomRules {
    /// The longest text of rules, as the journal keeps it, in bytes of UTF-8.
    package static let textLimit = 256 << 10

    /// The rules of a file: those that ship, with what the file says in their place.
    /// - Throws: `SettingsError` with every problem of the file, at least one.
    package static func read(text: String, file: String) throws(SettingsError) -> RoomRules {
        let (rules, problems) = try parse(text: text, file: file)
        guard problems.isEmpty else { throw SettingsError(problems: problems) }
        return rules
    }

    /// A file to begin with: a card, limits, a type and what they mean, in both languages.
    package static var starter: String { String(decoding: PackageResources.room_toml, as: UTF8.self) }

    /// The rules of a journal. Every program understands what an older one has written; of a newer one's rules it keeps what
    /// it understands.
    package static func recorded(_ text: String) -> RoomRules {
        do throws(SettingsError) {
            return try parse(text: text, file: "").rules
        } catch {
            return RoomRules()
        }
    }

    private static func parse(
        text: String, file: String
    ) throws(SettingsError) -> (rules: RoomRules, problems: [SettingsProblem]) {
        let root = try SettingsTable(text: text, file: file)
        root.expectOnly(sections)
        var rules = RoomRules()
        rules.readPlans(root)
        rules.readDeadlines(root)
        rules.readStatuses(root)
        rules.readTypes(root)
        rules.readDispositions(root)
        rules.readTravel(root)
        rules.readCover(root)
        rules.reserve = root.integer("reserve", 0...10_000)
        rules.readPositions(root)
        if root.problems.all.isEmpty, rules.text.utf8.count > textLimit {
            root.fault(
                "", "these rules are longer than \(textLimit >> 10) KiB; leave out what the room does not need",
                "规则超过 \(textLimit >> 10) KiB；请删去不需要的内容")
        }
        return (rules, root.problems.all)
    }

    /// What stands at the top of a file.
    private static let sections = [
        "plans", "own_plans_only", "deadlines", "status", "types", "dispositions", "own_dispositions_only", "speeds",
        "detour", "traffic", "cover", "reserve", "positions", "emergency_type",
    ]

    // MARK: Run cards

    /// Cards of one's own go before those that ship; one of the same name takes the place of that.
    private mutating func readPlans(_ root: SettingsTable) {
        let own = PlanFile.plans(root)
        if root.flag("own_plans_only") {
            plans = own.map(\.plan)
            if own.isEmpty {
                root.fault(
                    "own_plans_only", "there are no [[plans]]; write one, or leave this out",
                    "没有 [[plans]]；请至少写一张，或删去此项")
            }
        } else {
            let shipped = Set(plans.map(\.name))
            for (plan, _) in own where shipped.contains(plan.name) {
                if let place = plans.firstIndex(where: { $0.name == plan.name }) { plans[place] = plan }
            }
            plans.insert(contentsOf: own.map(\.plan).filter { !shipped.contains($0.name) }, at: 0)
        }
        for (place, (plan, table)) in own.enumerated() {
            guard let earlier = own[..<place].first(where: { $0.plan.takesAll(of: plan) }) else { continue }
            table.fault(
                "name", "is never sent: \"\(earlier.plan.name)\" before it fits all that this is for; put this first",
                "永远不会派出：前面的“\(earlier.plan.name)”已涵盖其全部情形；请将此项移到前面")
        }
    }

    // MARK: What may follow what

    private mutating func readStatuses(_ root: SettingsTable) {
        guard let statuses = root.subtable("status") else { return }
        let names = Dictionary(uniqueKeysWithValues: UnitStatus.allCases.map { ("\($0)", $0) })
        for name in statuses.keys {
            guard let status = statuses.choice(of: names, name, name, "status", "状态"),
                let table = statuses.subtable(name)
            else { continue }
            table.expectOnly(["next", "reason", "reasons"])
            if table.has("next") {
                let next = Set(
                    table.strings("next").compactMap { table.choice(of: names, $0, "next", "status", "状态") })
                if next.contains(status) {
                    table.fault("next", "\(name) cannot follow itself; take it out", "\(name) 不能接在自身之后；请删去")
                }
                if status != .emergency, !next.contains(.emergency) {
                    table.fault(
                        "next", "an officer can call for help at any time; add \"emergency\"",
                        "警员随时可能呼叫支援；请加上 \"emergency\"")
                }
                statusRules.following[status] = next
            }
            let isReasoned = table.flag("reason")
            if isReasoned, status == .emergency {
                table.fault("reason", "a call for help waits for no reason; take it out", "紧急求助不等待说明原因；请删去")
            }
            if isReasoned { statusRules.reasoned.insert(status) }
            let reasons = table.names("reasons").map { BilingualText(written: $0) }
            if reasons.count > Self.reasonLimit {
                table.fault(
                    "reasons", "\(reasons.count) reasons; at most \(Self.reasonLimit)",
                    "共 \(reasons.count) 个原因，至多 \(Self.reasonLimit) 个")
            }
            if !reasons.isEmpty { statusRules.reasons[status] = Array(reasons.prefix(Self.reasonLimit)) }
        }
    }

    /// The most reasons that are offered for a status: as many as a menu has digits.
    private static let reasonLimit = 9
    /// The most types.
    private static let typeLimit = 500
    /// The most dispositions.
    private static let dispositionLimit = 100

    // MARK: Words

    private mutating func readTypes(_ root: SettingsTable) {
        if let code = root.string("emergency_type", required: root.has("emergency_type")) { emergencyType = code }
        guard let types = root.subtable("types") else { return }
        if types.keys.count > Self.typeLimit {
            root.fault(
                "types", "\(types.keys.count) types; at most \(Self.typeLimit)",
                "共 \(types.keys.count) 个类型，至多 \(Self.typeLimit) 个")
        }
        let grades = Dictionary(uniqueKeysWithValues: DisputeGrade.allCases.map { ("\($0)", $0) })
        for code in types.keys.prefix(Self.typeLimit) {
            guard let table = types.subtable(code) else { continue }
            table.expectOnly(["name", "priority", "dispute"])
            let name = table.name("name", required: true).map { BilingualText(written: $0) } ?? BilingualText("", "")
            self.types[code] = RoomType(
                name: name, priority: table.choice("priority", of: PlanFile.priorities),
                grade: table.choice("dispute", of: grades))
        }
    }

    private mutating func readDispositions(_ root: SettingsTable) {
        let tables = root.elements("dispositions")
        if tables.count > Self.dispositionLimit {
            root.fault(
                "dispositions", "\(tables.count) of them; at most \(Self.dispositionLimit)",
                "共 \(tables.count) 个，至多 \(Self.dispositionLimit) 个")
        }
        var codes: Set<String> = []
        var own: [RoomDisposition] = []
        for table in tables.prefix(Self.dispositionLimit) {
            table.expectOnly(["code", "name", "asks"])
            let code = table.string("code", required: true) ?? ""
            if !code.isEmpty, !codes.insert(code).inserted {
                table.fault("code", "\"\(code)\" is taken; give each its own", "“\(code)”已被使用；代码不得重复")
            }
            let known = RoomDisposition.standard.first { $0.code == code }
            let name = table.name("name", required: known == nil).map { BilingualText(written: $0) } ?? known?.name
            let demands = Dictionary(uniqueKeysWithValues: RoomDisposition.Demand.allCases.map { ($0.rawValue, $0) })
            for text in [code, name?.english, name?.chinese].compactMap({ $0 })
            where text.contains(where: ":：".contains) {
                table.fault(
                    text == code ? "code" : "name",
                    "\"\(text)\" must not hold a colon: what it asks for stands behind one",
                    "“\(text)”不得含冒号：冒号后为须填写的内容")
            }
            let asks = table.strings("asks").compactMap {
                table.choice(of: demands, $0, "asks", "demand", "要求")
            }
            own.append(RoomDisposition(code: code, name: name ?? BilingualText("", ""), asks: Set(asks)))
        }
        if root.flag("own_dispositions_only") {
            dispositions = own
            if own.isEmpty {
                root.fault(
                    "own_dispositions_only", "there are no [[dispositions]]; write one, or leave this out",
                    "没有 [[dispositions]]；请至少写一个，或删去此项")
            }
            return
        }
        for one in own {
            if let place = dispositions.firstIndex(where: { $0.code == one.code }) {
                dispositions[place] = one
            } else {
                dispositions.append(one)
            }
        }
    }
}

extension ResponsePlan {
    /// True when every incident that another card is for goes to this one where it stands first.
    fileprivate func takesAll(of other: ResponsePlan) -> Bool {
        downTo >= other.downTo && hours == nil
            && (types.isEmpty || !other.types.isEmpty && other.types.isSubset(of: types))
            && (beats.isEmpty || !other.beats.isEmpty && other.beats.isSubset(of: beats))
    }
}
