import CNcursesw
import Glibc

/// The process that started this one.
package enum ParentProcess {
    /// From now on this process ends when its parent does, however that ends, and even while it is stopped itself (prctl(2),
    /// `PR_SET_PDEATHSIG`). False when the parent has ended already: nobody would end this one any more.
    package static func endWithIt(_ parent: Int32) -> Bool {
        watchfloor_end_with_parent() == 0 && getppid() == parent
    }
}
