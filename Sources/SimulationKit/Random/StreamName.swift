/// The number of a random stream from its name, the same on every machine.
package enum StreamName {
    /// FNV-1a with 64 bits of the name's bytes (Fowler, Noll and Vo).
    package static func number(_ name: String) -> UInt64 {
        name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
