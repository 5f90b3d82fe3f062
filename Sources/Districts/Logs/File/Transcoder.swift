/// Reads bytes of any encoding as UTF-8. Bytes that are no letter become 0xFF each, which no UTF-8 has, so that whoever
/// reads on sees the damage.
final class Transcoder {
    private let conversion: Conversion
    private let source: (UnsafeMutableRawBufferPointer) throws -> Int
    private var input = [UInt8](repeating: 0, count: 64 * 1024)
    private var start = 0
    private var end = 0
    private var isLast = false
    /// What stands for a byte that is no letter.
    private static let damage: UInt8 = 0xFF

    /// A reader of what `source` reads; nil when the C library does not know the encoding.
    init?(_ encoding: TextEncoding, source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
        guard let conversion = Conversion(from: encoding.name) else { return nil }
        self.conversion = conversion
        self.source = source
    }

    deinit {
        conversion.close()
    }

    /// Reads what there is, at most as much as there is room; 0 at the end.
    /// - Throws: what the source throws.
    func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        var room = target
        while true {
            let count = target.count - room.count
            if start == end {
                if isLast || count > 0 { return count }
                try refill()
                continue
            }
            switch convert(into: &room) {
            case .done: continue
            case .full: return target.count - room.count
            case .cut where !isLast:
                if room.count < target.count { return target.count - room.count }
                try refill()
            case .cut, .fault:
                guard !room.isEmpty else { return target.count }
                room[room.startIndex] = Self.damage
                room = UnsafeMutableRawBufferPointer(rebasing: room.dropFirst())
                start += 1
            }
        }
    }

    private func convert(into room: inout UnsafeMutableRawBufferPointer) -> Conversion.Step {
        input.withUnsafeMutableBytes { bytes in
            var rest = UnsafeMutableRawBufferPointer(rebasing: bytes[start..<end])
            defer { start = end - rest.count }
            return conversion.step(&rest, into: &room)
        }
    }

    /// Moves what is left to the front and reads more behind it.
    private func refill() throws {
        let left = end - start
        input.replaceSubrange(0..<left, with: input[start..<end])
        (start, end) = (0, left)
        let count = try input.withUnsafeMutableBytes {
            try source(UnsafeMutableRawBufferPointer(rebasing: $0[end...]))
        }
        end += count
        isLast = count == 0
    }
}
