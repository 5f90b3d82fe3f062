import DispatchModel

/// What a run has found before it takes anything further in.
package struct RunNews {
    /// What is on disk now; what was decided, where that is shown.
    package var records: [EventRecord]
    /// By how much the wall's clock was put forward, or back when below zero; nil when it was not.
    package var clockStep: Span?
    /// True when it is about to be tried again whether the journal takes writing.
    package var isRetrying: Bool

    init(_ records: [EventRecord], clockStep: Span? = nil, isRetrying: Bool = false) {
        self.records = records
        self.clockStep = clockStep
        self.isRetrying = isRetrying
    }
}

/// Who is told at once, and before anything else happens, what a run does.
package protocol RunListener {
    /// Something was found; sources know of it already.
    func met(_ news: RunNews)
    /// What somebody said was decided on.
    func heard(_ observation: Observation)
}

extension RunListener {
    /// Whoever looks at what is recorded alone need not hear what was said.
    package func heard(_ observation: Observation) {}
}
