import DispatchModel

/// The process that holds a journal open for writing.
package struct WriterIdentity: Hashable, Sendable {
    /// Its process number; 0 when unknown.
    package var pid: Int32
    /// The machine it runs on; empty when unknown.
    package var host: String
    /// When it opened the journal, by its machine's clock.
    package var since: Timestamp

    /// Creates an identity.
    package init(pid: Int32 = 0, host: String = "", since: Timestamp = .epoch) {
        self.pid = pid
        self.host = host
        self.since = since
    }
}
