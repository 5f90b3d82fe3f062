/// The words of all names, in the order of their bytes, and the tree of their beginnings.
struct PlaceVocabulary: Sendable {
    private let bytes: [UInt8]
    private let starts: [UInt32]

    // The tree, level by level: the children of a node lie side by side.
    let labels: [UInt8]
    /// Where the children of each node begin; those of the next begin where they end.
    let children: [UInt32]
    /// The first word that begins so.
    let firstWords: [UInt32]
    /// The one behind the last word that begins so.
    let endWords: [UInt32]

    /// Words that share what is left of them without vowels and doubled letters: by its hash, in order.
    private let skeletons: [Skeleton]

    struct Skeleton: Comparable, Sendable {
        var hash: UInt32
        var word: UInt32

        static func < (left: Skeleton, right: Skeleton) -> Bool { (left.hash, left.word) < (right.hash, right.word) }
    }

    var count: Int { starts.count - 1 }

    /// The words of a pool in order, and for each number of the pool its place there.
    static func sorted(_ pool: TextPool) -> (words: PlaceVocabulary, places: [UInt32]) {
        let order = pool.bytes.withUnsafeBufferPointer { bytes in
            pool.starts.withUnsafeBufferPointer { starts in
                (0..<UInt32(pool.count)).sorted { left, right in
                    var (left, right) = (Int(left), Int(right))
                    var (first, firstEnd) = (Int(starts[left]), Int(starts[left + 1]))
                    var (second, secondEnd) = (Int(starts[right]), Int(starts[right + 1]))
                    (left, right) = (firstEnd - first, secondEnd - second)
                    (firstEnd, secondEnd) = (first + min(left, right), second)
                    while first < firstEnd {
                        if bytes[first] != bytes[secondEnd] { return bytes[first] < bytes[secondEnd] }
                        first += 1
                        secondEnd += 1
                    }
                    second = right
                    return left < second
                }
            }
        }
        var places = [UInt32](repeating: 0, count: order.count)
        for (place, number) in order.enumerated() { places[Int(number)] = UInt32(place) }
        return (PlaceVocabulary(pool, order), places)
    }

    private init(_ pool: TextPool, _ order: [UInt32]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pool.bytes.count)
        var starts: [UInt32] = [0]
        starts.reserveCapacity(order.count + 1)
        for number in order {
            bytes.append(contentsOf: pool.bytes[pool.range(number)])
            starts.append(UInt32(bytes.count))
        }
        (self.bytes, self.starts) = (bytes, starts)
        let tree = Tree(bytes, starts)
        (labels, children, firstWords, endWords) = (tree.labels, tree.children, tree.firstWords, tree.endWords)
        var skeletons: [Skeleton] = []
        for word in 0..<order.count {
            let range = Int(starts[word])..<Int(starts[word + 1])
            guard let hash = Self.skeleton(bytes[range]) else { continue }
            skeletons.append(Skeleton(hash: hash, word: UInt32(word)))
        }
        skeletons.sort()
        self.skeletons = skeletons
    }

    /// The bytes of a word.
    func word(_ number: UInt32) -> ArraySlice<UInt8> { bytes[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])] }

    /// How many bytes a word has.
    func length(_ number: UInt32) -> Int { Int(starts[Int(number) + 1] - starts[Int(number)]) }

    /// The words that begin so.
    func words(beginning typed: ArraySlice<UInt8>) -> Range<UInt32> {
        var node = 0
        for byte in typed {
            var found: Int?
            for child in Int(children[node])..<Int(children[node + 1]) where labels[child] == byte {
                found = child
                break
            }
            guard let found else { return 0..<0 }
            node = found
        }
        return firstWords[node]..<endWords[node]
    }

    /// The word that is just this; nil for none. Of words that begin alike the shortest comes first.
    func exact(_ typed: ArraySlice<UInt8>) -> UInt32? {
        let words = words(beginning: typed)
        guard !words.isEmpty, length(words.lowerBound) == typed.count else { return nil }
        return words.lowerBound
    }

    /// The words with the same consonants in the same order.
    func words(soundingLike typed: ArraySlice<UInt8>) -> [UInt32] {
        guard let hash = Self.skeleton(typed) else { return [] }
        var (low, high) = (0, skeletons.count)
        while low < high {
            let middle = (low + high) / 2
            if skeletons[middle].hash < hash { low = middle + 1 } else { high = middle }
        }
        return skeletons[low...].prefix { $0.hash == hash }.map(\.word)
    }

    /// A hash of a word's first letter and the consonants behind it, a doubled one once; nil for fewer than three of them and
    /// for what is no Latin word.
    static func skeleton(_ word: ArraySlice<UInt8>) -> UInt32? {
        guard word.count > 2, let first = word.first, first >= 0x61, first <= 0x7A else { return nil }
        var (hash, count, last): (UInt32, Int, UInt8) = (0x811c_9dc5, 0, 0)
        for (offset, byte) in word.enumerated() {
            guard byte >= 0x61, byte <= 0x7A else { return nil }
            if byte == last || offset > 0 && isVowel(byte) { continue }
            last = byte
            hash = (hash ^ UInt32(byte)) &* 0x0100_0193
            count += 1
        }
        return count > 2 ? hash : nil
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }

    /// The bytes that it takes.
    var size: Int { bytes.count + 4 * starts.count + labels.count + 12 * children.count + 8 * skeletons.count }
}

/// The beginnings of sorted words as a tree, level by level.
private struct Tree {
    var labels: [UInt8] = [0]
    var children: [UInt32] = []
    var firstWords: [UInt32] = [0]
    var endWords: [UInt32]

    init(_ bytes: [UInt8], _ starts: [UInt32]) {
        endWords = [UInt32(starts.count - 1)]
        var (node, depth, levelEnd) = (0, 0, 1)
        bytes.withUnsafeBufferPointer { bytes in
            starts.withUnsafeBufferPointer { starts in
                while node < labels.count {
                    if node == levelEnd { (depth, levelEnd) = (depth + 1, labels.count) }
                    children.append(UInt32(labels.count))
                    split(node, at: depth, bytes, starts)
                    node += 1
                }
            }
        }
        children.append(UInt32(labels.count))
    }

    /// Adds the children of a node: the words below it by their byte at a depth.
    private mutating func split(
        _ node: Int, at depth: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ starts: UnsafeBufferPointer<UInt32>
    ) {
        var word = Int(firstWords[node])
        let end = Int(endWords[node])
        while word < end, Int(starts[word + 1] - starts[word]) == depth { word += 1 }
        while word < end {
            let label = bytes[Int(starts[word]) + depth]
            let first = word
            word += 1
            while word < end, bytes[Int(starts[word]) + depth] == label { word += 1 }
            labels.append(label)
            firstWords.append(UInt32(first))
            endWords.append(UInt32(word))
        }
    }
}
