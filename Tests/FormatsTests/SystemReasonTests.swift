import Formats
import Glibc
import Testing

@Suite("The system's reasons")
struct SystemReasonTests {
    @Test(
        "The reasons that people meet are known by the words that this machine's library has for them",
        arguments: [
            ENOENT, EACCES, EPERM, EISDIR, ENOTDIR, ENOSPC, EDQUOT, EROFS, ENAMETOOLONG, ELOOP, EEXIST, EIO, EMFILE,
            ENFILE,
            EPIPE, EINVAL, ENXIO, EBUSY, EFBIG, ENOMEM, ECONNREFUSED, ECONNRESET, ETIMEDOUT, EADDRINUSE, EADDRNOTAVAIL,
            ENETUNREACH, EHOSTUNREACH, ENOEXEC, ETXTBSY,
        ])
    func known(number: Int32) {
        let english = String(cString: strerror(number))
        #expect(SystemReason.chinese(english).contains(/\p{Han}/), "\(english)")
    }

    @Test("Any other stays as it is")
    func others() {
        #expect(SystemReason.chinese("Level 3 halted") == "Level 3 halted")
    }
}
