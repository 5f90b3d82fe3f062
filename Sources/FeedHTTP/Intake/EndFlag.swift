import Synchronization

/// Tells that the server is to end.
final class EndFlag: Sendable {
    private let flag = Atomic(false)

    /// True once it is to end.
    var isSet: Bool { flag.load(ordering: .acquiring) }
    /// It is to end.
    func set() { flag.store(true, ordering: .releasing) }
}
