import Feeds
import Glibc

/// What libFuzzer calls with each text; see `.ci/fuzz`. The decoder is named by `FUZZ_DECODER`.
@_cdecl("LLVMFuzzerTestOneInput")
package func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = Array(UnsafeBufferPointer(start: start, count: count))
    let problems = DecoderOracle.problems(decoder, text)
    guard problems.isEmpty else {
        for problem in problems { print(problem) }
        fflush(nil)
        abort()
    }
    return 0
}

private let decoder = getenv("FUZZ_DECODER").map { String(cString: $0) } ?? ""
