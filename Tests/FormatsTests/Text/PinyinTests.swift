import Testing

@testable import Formats

@Suite("Chinese names by the initials of their pinyin")
struct PinyinTests {
    @Test(
        "Words are found by the letters that people type for them",
        arguments: [
            ("滨河路", ["bhl", "bh", "hl"], ["bhq", "lhb", "bhlu"]), ("重庆", ["cq", "zq"], ["cc"]),
            ("长安街", ["caj", "zaj", "aj"], ["sa"]), ("银行", ["yx", "yh"], ["yq"]), ("厦门", ["xm", "sm"], ["hm"]),
            ("乐清路", ["lql", "yql"], ["kql"]), ("单县街", ["sxj", "dxj", "cxj"], ["bxj"]),
            ("解放路12号", ["jfl", "jfl12", "12h", "jfl12h"], ["jfl2"]), ("北门, South gate", ["bm"], ["ms", "so", "sg"]),
            ("集市街", ["jsj"], []), ("曾家岩", ["zjy", "cjy"], []), ("藏经阁", ["cjg", "zjg"], []),
            ("南京西路（近石门一路）", ["njxl", "jsmyl"], ["xlj"]), ("Mission St", [], ["mi", "ms", "st"]),
            ("𠀀丽", [], ["al", "ll"]), ("かな", [], ["kn", "ka"]),
        ])
    func words(word: String, found: [String], missed: [String]) {
        for letters in found { #expect(Pinyin.letters(letters, areIn: word), "\(letters) in \(word)") }
        for letters in missed { #expect(!Pinyin.letters(letters, areIn: word), "\(letters) in \(word)") }
        for letters in found { #expect(Pinyin.letters(letters.uppercased(), areIn: word), "\(letters) in \(word)") }
    }

    @Test("One letter, signs and Chinese itself are no initials", arguments: ["b", "", "b路", "b-h", "12", "bh ", "é"])
    func noInitials(text: String) {
        #expect(Initials(text.utf8.map(Pinyin.fold)) == nil)
    }

    @Test("Every character of GB 2312 has a letter, and nothing else has")
    func table() {
        let known = (0...0x2FFFF).compactMap(Unicode.Scalar.init).filter { Pinyin.letters(of: $0) != 0 }
        #expect(known.count == 6763)
        #expect(known.first == "一" && known.last == "龠")
        // No reading begins so.
        for letter in ["i", "u", "v"] {
            let bit = Pinyin.bit(letter.utf8.first ?? 0)
            #expect(known.allSatisfy { Pinyin.letters(of: $0) & bit == 0 })
        }
        let polyphones = known.count { Pinyin.letters(of: $0).nonzeroBitCount > 1 }
        #expect((300...450).contains(polyphones), "\(polyphones)")
    }

    @Test("Damaged or cut characters are no match and no fault")
    func bytes() {
        let initials = Initials(Array("bhl".utf8))
        for length in 1..<"滨河路".utf8.count {
            let cut = String(decoding: Array("滨河路".utf8.prefix(length)), as: UTF8.self)
            #expect(initials?.areIn(cut) == false)
        }
    }
}
