private let subjects: [Mode] = [.dispatch, .units, .detail]

extension Catalogue {
    /// Sending units to incidents.
    static let assignment: [CatalogueEntry] =
        [
            CatalogueEntry(
                .assign, .assignment, "Open the ranked units for this incident, or incidents for this unit",
                "打开推荐警力（或为该单元推荐警情）", in: subjects
            )
            .keys(subjects, "a").argument("[UNIT… INCIDENT]", "[单元… 警情]").hint(1, "assign", "派警")
            .verb(.dispatch, .units, .incident)
            .form("D UNIT… INCIDENT", "D 3A12 3A14 4821", "dispatch units; * sends the response plan", "派警；* 按预案派出"),
            CatalogueEntry(
                .sendPlan, .assignment, "Send the whole response plan", "按预案派出全部警力", in: [.dispatch, .detail, .assign]
            )
            .keys([.dispatch, .detail], "r").keys(.assign, "p").argument("[INCIDENT]", "[警情]")
            .hint(2, "send plan", "按预案派"),
            CatalogueEntry(
                .withdraw, .assignment, "Withdraw a unit from its incident", "撤回已派单元", in: subjects
            )
            .keys(.normal, "v w").argument("[UNIT]", "[单元]").alias("unassign")
            .verb(.withdraw, .unit, .text)
            .form("W UNIT [REASON]", "W 3A12", "withdraw a unit from its incident", "撤回单元"),
        ] + picks

    private static let picks: [CatalogueEntry] = [
        pick(.pick1, 1), pick(.pick2, 2), pick(.pick3, 3), pick(.pick4, 4), pick(.pick5, 5), pick(.pick6, 6),
        pick(.pick7, 7), pick(.pick8, 8), pick(.pick9, 9),
    ]

    private static func pick(_ name: CommandName, _ number: Int) -> CatalogueEntry {
        CatalogueEntry(
            name, .assignment, "Send the unit in row \(number) of the recommendation", "派出推荐列表第 \(number) 行的单元",
            in: [.assign]
        )
        .keys(.assign, "\(number)")
    }
}
