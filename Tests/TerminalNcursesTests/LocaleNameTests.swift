import Testing

@testable import TerminalNcurses

@Suite("Names of locales")
struct LocaleNameTests {
    @Test(
        "UTF-8 is meant after the dot, or alone, however it is spelt",
        arguments: [
            ("UTF-8", true), ("utf8", true), ("en_US.UTF-8", true), ("zh_CN.utf8@x", true), ("C.UTF-8", true),
            ("en_US", false), ("C", false), ("POSIX", false), ("en_US.ISO-8859-1", false), ("", false),
            ("zh_CN.GB18030", false), ("UTF-16", false),
        ])
    func utf8(name: String, isMeant: Bool) {
        #expect(CharacterSet.wantsUTF8(name) == isMeant)
    }
}
