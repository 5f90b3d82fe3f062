import DispatchModel

/// Sentences about what is asked for and where units stand for it.
extension Words {
    /// The days of the week from Monday on, as short as they go.
    package var weekdays: [String] {
        pick("Mon Tue Wed Thu Fri Sat Sun", "周一 周二 周三 周四 周五 周六 周日").split(separator: " ").map(String.init)
    }
}
