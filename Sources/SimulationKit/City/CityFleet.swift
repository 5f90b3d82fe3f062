/// Where the units of the city are and which are free.
struct CityFleet: Sendable {
    /// A unit and, while it is free, its way home.
    struct Unit: Sendable {
        var homeX: Double
        var homeY: Double
        /// How far home was along x, along y and in all when it cleared.
        var alongX = 0.0
        var alongY = 0.0
        var wayHome = 0.0
        /// Where it was from home: 1 east or north, -1 west or south.
        var sideX = 1.0
        var sideY = 1.0
        /// When it cleared or will clear, in minutes.
        var cleared = -1e9
        var sector: Int
    }

    private(set) var units: ContiguousArray<Unit>
    let patrols: Int
    private(set) var freePatrols: Int
    /// A bit for every free unit, patrols from the first word on, quick-response units in a word of their own.
    private var free: (UInt64, UInt64, quick: UInt64)

    init(_ city: City) {
        let homes = city.patrols
        patrols = homes.count
        freePatrols = homes.count
        units = ContiguousArray(homes.map { Unit(homeX: $0.x, homeY: $0.y, sector: $0.sector) })
        units += city.quickUnits.map { Unit(homeX: $0.x, homeY: $0.y, sector: -1) }
        free = (
            .max, UInt64.max >> UInt64(128 - homes.count), quick: UInt64.max >> UInt64(64 - (units.count - homes.count))
        )
    }

    @inline(__always) func isQuick(_ unit: Int) -> Bool { unit >= patrols }

    @inline(__always) static func patrolSpeed(urgent: Bool) -> Double { urgent ? 1 : 40.0 / 60 }
    private static let quickSpeed = 1.2

    /// The free unit with the least travel time to a place and that time; the lowest number among equals.
    ///
    /// Times at one speed are in the order of distances, so a division is needed only where a distance is less than the
    /// best so far; the answer is that of comparing every time with every other, to the bit.
    func nearest(x: Double, y: Double, urgent: Bool, at now: Double) -> (unit: Int, travel: Double)? {
        units.withUnsafeBufferPointer { units in
            var best = -1
            var bestTime = Double.infinity
            let speed = Self.patrolSpeed(urgent: urgent)
            Self.search(units, free.0, from: 0, x, y, speed, now, &best, &bestTime)
            Self.search(units, free.1, from: 64, x, y, speed, now, &best, &bestTime)
            if urgent { Self.search(units, free.quick, from: patrols, x, y, Self.quickSpeed, now, &best, &bestTime) }
            return best < 0 ? nil : (best, bestTime)
        }
    }

    @inline(__always)
    private static func search(
        _ units: UnsafeBufferPointer<Unit>, _ free: UInt64, from first: Int, _ x: Double, _ y: Double, _ speed: Double,
        _ now: Double, _ best: inout Int, _ bestTime: inout Double
    ) {
        var left = free
        var leastDistance = Double.infinity
        while left != 0 {
            let index = first &+ left.trailingZeroBitCount
            left &= left &- 1
            let distance = distance(units[index], x: x, y: y, at: now)
            guard distance < leastDistance else { continue }
            leastDistance = distance
            let time = distance / speed
            guard time < bestTime else { continue }
            bestTime = time
            best = index
        }
    }

    /// How far a free unit is from a place. It counts from home, so that a unit at home is there exactly.
    @inline(__always)
    private static func distance(_ unit: Unit, x: Double, y: Double, at now: Double) -> Double {
        let driven = 0.5 * (now - unit.cleared)
        let leftX = unit.alongX > driven ? unit.alongX - driven : 0
        let left = unit.wayHome > driven ? unit.wayHome - driven : 0
        let leftY = left < unit.alongY ? left : unit.alongY
        return (unit.homeX + unit.sideX * leftX - x).magnitude + (unit.homeY + unit.sideY * leftY - y).magnitude
    }

    /// The time that a unit that has just cleared needs to a place.
    func travel(of index: Int, x: Double, y: Double, urgent: Bool, at now: Double) -> Double {
        let speed = isQuick(index) ? Self.quickSpeed : Self.patrolSpeed(urgent: urgent)
        return Self.distance(units[index], x: x, y: y, at: now) / speed
    }

    /// Sends a free unit to a place where it will clear.
    mutating func send(_ index: Int, x: Double, y: Double, clearing: Double) {
        let bit = ~(1 &<< UInt64(isQuick(index) ? index &- patrols : index & 63))
        if isQuick(index) {
            free.quick &= bit
        } else {
            if index < 64 { free.0 &= bit } else { free.1 &= bit }
            freePatrols &-= 1
        }
        let offX = x - units[index].homeX
        let offY = y - units[index].homeY
        units[index].alongX = offX.magnitude
        units[index].alongY = offY.magnitude
        units[index].wayHome = offX.magnitude + offY.magnitude
        units[index].sideX = offX < 0 ? -1 : 1
        units[index].sideY = offY < 0 ? -1 : 1
        units[index].cleared = clearing
    }

    /// Makes a unit available where it is.
    mutating func clear(_ index: Int) {
        let bit: UInt64 = 1 &<< UInt64(isQuick(index) ? index &- patrols : index & 63)
        if isQuick(index) {
            free.quick |= bit
        } else {
            if index < 64 { free.0 |= bit } else { free.1 |= bit }
            freePatrols &+= 1
        }
    }
}
