import DispatchModel
import DispatchPolicy
import Districts

@testable import Drills

/// A small district in a scenario of its own: two beats, three units, no calls but the scripted ones.
enum Small {
    static let start = Timestamp(seconds: 1_778_837_400)  // 2026-05-15 17:30 in Shanghai

    static let district = """
        [district]
        name = ["Small", "小区"]
        zone = "Asia/Shanghai"
        [district.types.fight]
        name = ["Fight", "斗殴"]
        minutes = 10
        [district.types.officer-emergency]
        name = ["Officer needs help", "民警求助"]
        minutes = 10
        [district.beats.B1]
        name = ["North", "北"]
        at = [30.01, 120.0]
        [district.beats.B2]
        name = ["South", "南"]
        at = [29.98, 120.0]
        [district.units.A1]
        kind = "vehiclePatrol"
        beat = "B1"
        at = [30.01, 120.0]
        [district.units.A2]
        kind = "vehiclePatrol"
        beat = "B2"
        at = [29.98, 120.0]
        [district.units.A3]
        kind = "vehiclePatrol"
        beat = "B2"
        at = [29.981, 120.001]

        """

    static let head = """
        title = ["Small", "小"]
        purpose = ["Test", "测试"]
        start = "2026-05-15T17:30"
        [end]
        after = "30m"
        [demand]
        off = true

        """

    static let fight = """
        [[inject]]
        id = "fight"
        title = ["A fight", "斗殴"]
        at = "2m"
        expect = ["Send somebody", "派警"]
        check = "incident fight assigned"
        within = "60s"
        [inject.report]
        type = "fight"
        priority = "P1"
        place = "Square"
        at = [30.012, 120.002]
        beat = "B1"
        text = ["They hit each other.", "他们在打架。"]
        on_scene = "8m"

        """

    static func scenario(_ parts: String..., head: String = Small.head) throws -> Scenario {
        try ScenarioReader.read(text: head + parts.joined() + district, file: "small.toml")
    }

    /// A room without a dispatcher.
    static func room(_ scenario: Scenario, seed: UInt64 = 1) -> Rehearsal {
        Rehearsal(scenario: scenario, seed: seed)
    }
}

extension Rehearsal {
    /// What happened, as far as `pick` names it, each with the second at which it did.
    func told<Fact>(_ pick: (EventRecord) -> Fact?) -> [(second: Int64, fact: Fact)] {
        records.compactMap { record in
            pick(record).map { ((record.at - director.scenario.start).seconds, $0) }
        }
    }

    mutating func order(_ command: Command, at second: Int64) {
        run(until: director.scenario.start + .seconds(second))
        perform(
            CommandRequest(command, by: .dispatcher("d")), now: director.scenario.start + .seconds(second))
    }
}
