import DispatchModel

/// A message that could not be taken, as a list shows it.
package struct DeadLetterSummary: Hashable, Sendable {
    /// Its number among the dead letters.
    package var number: Int64
    /// When it came.
    package var at: Timestamp
    /// The feed it came by.
    package var feed: String
    /// Where and what was wrong, in English.
    package var english: String
    /// Where and what was wrong, in Chinese.
    package var chinese: String

    /// Creates a summary.
    package init(number: Int64, at: Timestamp, feed: String, english: String, chinese: String) {
        self.number = number
        self.at = at
        self.feed = feed
        self.english = english
        self.chinese = chinese
    }
}

/// The newest of the messages that could not be taken.
package struct DeadLetterList: Hashable, Sendable {
    /// The newest ones, the newest first.
    package var letters: [DeadLetterSummary]
    /// How many are kept in all.
    package var kept: Int
    /// How many gave way to newer ones since the program was started.
    package var removed: Int64
    /// False while some of the newest have not been read yet: another look reads on.
    package var isComplete: Bool

    /// Creates a list.
    package init(
        letters: [DeadLetterSummary] = [], kept: Int = 0, removed: Int64 = 0, isComplete: Bool = true
    ) {
        self.letters = letters
        self.kept = kept
        self.removed = removed
        self.isComplete = isComplete
    }
}

/// What is said of dead letters.
extension Words {
    /// The title of the list.
    package var deadLettersTitle: String { pick("Dead letters", "死信") }

    /// Why a letter could not be taken.
    package func reason(_ letter: DeadLetterSummary) -> String { pick(letter.english, letter.chinese) }

    /// How many are kept, and how many gave way.
    package func deadLetters(_ list: DeadLetterList) -> String {
        let kept = pick("\(grouped(list.kept)) kept", "保存\(grouped(list.kept))条")
        guard list.removed > 0 else { return kept }
        let removed = grouped(Int(list.removed))
        return kept + pick(", \(removed) gave way to newer ones", "，\(removed)条已被新死信替换")
    }

    /// Only the newest are listed.
    package func onlyNewest(_ count: Int) -> String {
        pick(
            "only the newest \(count) are listed; “watchfloor feeds dead-letters” lists all",
            "仅列出最新\(count)条；“watchfloor feeds dead-letters”列出全部")
    }

    /// There are none.
    package var noDeadLetters: String {
        pick("No dead letters: every message was understood.", "没有死信：全部消息均已理解。")
    }

    /// They are being read.
    package var readingDeadLetters: String { pick("Reading…", "读取中……") }

    /// This console has no folder of them.
    package var deadLettersElsewhere: String {
        pick("there are no dead letters here: no feed takes part", "此处没有死信：未接入数据源")
    }

    /// A letter by its number, with its feed and when it came.
    package func deadLetter(_ letter: DeadLetterSummary, now: Timestamp) -> String {
        pick(
            "dead letter \(letter.number), \(when(letter.at, now: now)), \(letter.feed)",
            "死信 \(letter.number)，\(when(letter.at, now: now))，\(letter.feed)")
    }

    /// The rest of a long letter.
    package func moreOfLetter(_ bytes: Int, number: Int64) -> String {
        pick(
            "… \(grouped(bytes)) bytes more: watchfloor feeds dead-letters show \(number)",
            "……另有\(grouped(bytes))字节：watchfloor feeds dead-letters show \(number)")
    }

    /// A letter was sent again.
    package func resent(_ number: Int64, feed: String) -> String {
        pick(
            "dead letter \(number) waits for \(feed) to take it again; what is still wrong comes back",
            "死信 \(number) 待 \(feed) 重新收取；仍有误者将再次成为死信")
    }

    /// No letter has this number.
    package func noSuchLetter(_ text: String) -> String {
        pick("there is no dead letter \(text)", "没有编号为 \(text) 的死信")
    }

    /// What Enter does in the list.
    package var showLetterHint: String { pick("show", "查看") }
}
