extension Catalogue {
    /// Where messages come from, and those that could not be understood.
    static let feed: [CatalogueEntry] = [
        CatalogueEntry(
            .deadLetters, .feed, "List the messages that could not be understood", "列出未能理解的消息（死信）", in: [.normal]
        )
        .keys(.normal, "E").alias("dead"),
        CatalogueEntry(
            .resendLetter, .feed, "Send a dead letter to its feed again, after its cause was put right",
            "排除原因后将死信重新送入数据源", in: [.letters]
        )
        .keys(.letters, "r").argument("[NUMBER]", "[编号]").hint(2, "send again", "重送"),
    ]
}
