import DispatchModel

/// Every place that a room knows by name, to be found as somebody types. Built once, never changed; flat arrays of numbers.
///
/// A name has entries: a place, or the parts of a street. What it is called in each language and its aliases are its
/// variants, each a row of words. The words stand in a sorted vocabulary with the variants that have them.
package final class Gazetteer: Sendable {
    /// What of it a name is.
    struct Name: Sendable {
        var english: UInt32
        var chinese: UInt32
        var kind: PlaceKind
    }

    /// A place or a part of a street, in 28 bytes.
    struct Entry: Sendable {
        var latitude: Int32
        var longitude: Int32
        var endLatitude: Int32
        var endLongitude: Int32
        /// The lowest house number; -1 where there are none.
        var from: Int32
        var to: Int32
        var beat: UInt16
        var side: HouseNumbers.Side
        var hasPoint: Bool

        var hasNumbers: Bool { from >= 0 }

        var point: GeoPoint? {
            hasPoint
                ? GeoPoint(latitudeMicrodegrees: Int64(latitude), longitudeMicrodegrees: Int64(longitude)) : nil
        }
    }

    let texts: TextPool
    let names: [Name]
    /// Where the entries of each name begin; those of a street stand by their beats and numbers.
    let nameStarts: [UInt32]
    let entries: [Entry]
    /// The codes of beats; the first is none.
    package let beats: [String]

    let words: PlaceVocabulary
    /// The name of each variant; those of fewer words come first, then streets, then as in the file.
    let variantNames: [UInt32]
    let variantKinds: [PlaceKind]
    let variantStarts: [UInt32]
    let variantWords: [UInt32]
    /// Where the variants of each word begin.
    let postingStarts: [UInt32]
    let postings: [UInt32]
    let initials: InitialIndex
    /// True of words that say what sort of street it is, or which end.
    let isSoft: [Bool]
    /// What is to be known of places before somebody goes there.
    package let hazards: PlaceHazards

    let outlines: BeatOutlines
    /// The rectangle in which its places lie; nil where none has a point.
    package let box: PlaceBox?

    init(_ builder: borrowing GazetteerBuilder.Parts, hazards: PlaceHazards, outlines: BeatOutlines) {
        texts = builder.texts
        names = builder.names
        nameStarts = builder.nameStarts
        entries = builder.entries
        beats = builder.beats
        words = builder.words
        variantNames = builder.variantNames
        variantStarts = builder.variantStarts
        let names = builder.names
        variantKinds = builder.variantNames.map { names[Int($0)].kind }
        variantWords = builder.variantWords
        postingStarts = builder.postingStarts
        postings = builder.postings
        initials = builder.initials
        isSoft = builder.isSoft
        self.hazards = hazards
        self.outlines = outlines
        box = Self.box(of: builder.entries)
    }

    /// The middle nine tenths of the places each way: a single wrong point does not stretch it.
    private static func box(of entries: [Entry]) -> PlaceBox? {
        let latitudes = entries.filter(\.hasPoint).map(\.latitude).sorted()
        let longitudes = entries.filter(\.hasPoint).map(\.longitude).sorted()
        guard !latitudes.isEmpty else { return nil }
        let (low, high) = (latitudes.count / 20, latitudes.count - 1 - latitudes.count / 20)
        func degrees(_ value: Int32) -> Double { Double(value) / 1_000_000 }
        return PlaceBox(
            south: degrees(latitudes[low]), north: degrees(latitudes[high]), west: degrees(longitudes[low]),
            east: degrees(longitudes[high]))
    }

    /// How many places it has, each part of a street counting.
    package var count: Int { entries.count }
    /// How many names it has.
    package var nameCount: Int { names.count }
    /// True when it holds neither a place nor a hazard.
    package var isEmpty: Bool { entries.isEmpty && hazards.isEmpty }

    /// About how many bytes it takes.
    package var size: Int {
        texts.bytes.count + 4 * texts.starts.count + MemoryLayout<Name>.stride * names.count + 4 * nameStarts.count
            + MemoryLayout<Entry>.stride * entries.count + words.size
            + 4 * (variantNames.count + variantStarts.count + variantWords.count)
            + 4 * (postingStarts.count + postings.count) + initials.size + isSoft.count + variantKinds.count
    }

    func entries(of name: UInt32) -> ArraySlice<Entry> {
        entries[Int(nameStarts[Int(name)])..<Int(nameStarts[Int(name) + 1])]
    }

    /// What a name is called.
    func text(_ name: UInt32) -> BilingualText {
        let name = names[Int(name)]
        return BilingualText(texts[name.english], texts[name.chinese])
    }

    func variant(_ number: UInt32) -> ArraySlice<UInt32> {
        variantWords[Int(variantStarts[Int(number)])..<Int(variantStarts[Int(number) + 1])]
    }
}

extension Gazetteer {
    /// What is read for every variant that is weighed, as plain memory.
    struct Views {
        var kinds: UnsafeBufferPointer<PlaceKind>
        var variantStarts: UnsafeBufferPointer<UInt32>
        var variantWords: UnsafeBufferPointer<UInt32>
        var postingStarts: UnsafeBufferPointer<UInt32>
        var postings: UnsafeBufferPointer<UInt32>
        var isSoft: UnsafeBufferPointer<Bool>
    }

    /// Reads by way of ``Views``, which hold for the time of the call.
    func withViews(_ body: (Views) -> Void) {
        variantKinds.withUnsafeBufferPointer { kinds in
            variantStarts.withUnsafeBufferPointer { variantStarts in
                variantWords.withUnsafeBufferPointer { variantWords in
                    postingStarts.withUnsafeBufferPointer { postingStarts in
                        postings.withUnsafeBufferPointer { postings in
                            isSoft.withUnsafeBufferPointer { isSoft in
                                body(
                                    Views(
                                        kinds: kinds, variantStarts: variantStarts, variantWords: variantWords,
                                        postingStarts: postingStarts, postings: postings, isSoft: isSoft))
                            }
                        }
                    }
                }
            }
        }
    }
}
