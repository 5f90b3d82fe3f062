import DispatchModel

/// Wall time moved by hand.
package final class HandClock {
    package var now = District.now
    /// How far the machine's clock has been put forward of the time that never steps.
    package var step = Span.zero

    package init() {}
}
