/// Where a wall hangs: how large its screen is and from how far it is read. Lengths in metres.
///
/// One row is legible when its capitals subtend 20 minutes of arc at the eye and fill 0.58 of the row. Such a row is a wall
/// unit (wu): `d · tan 20′ / 0.58` high and half as wide.
package struct WallPlace: Hashable, Sendable {
    /// The diagonal of the screen.
    package var diagonal: Double
    /// The distance of those who read.
    package var distance: Double

    /// Inches are 25.4 mm.
    private static let inch = 0.0254
    /// tan 20′, the angle under which a letter is read without effort.
    private static let angle = 0.005_817_8
    /// The part of a row that a capital fills.
    private static let capital = 0.58
    /// Rows of a big digit.
    package static let digitRows = 5
    /// The line height of the recommended font by its size (DejaVu Sans Mono).
    private static let lineHeight = 1.164

    /// A screen of a diagonal in inches, read from so many metres.
    package init(inches: Double, distance: Double) {
        diagonal = inches * WallPlace.inch
        self.distance = distance
    }

    /// A usual wall: 55 inches, read from 5 m.
    package static let usual = WallPlace(inches: 55, distance: 5)
    /// The diagonals that are taken, in inches.
    package static let inches = 5.0...500
    /// The distances that are taken.
    package static let distances = 0.3...100

    /// The height of a screen whose sides are 16 to 9.
    package var height: Double { diagonal * 9 / (16 * 16 + 9 * 9).squareRoot() }
    /// Its width.
    package var width: Double { diagonal * 16 / (16 * 16 + 9 * 9).squareRoot() }
    /// The height of a legible row.
    package var unit: Double { distance * WallPlace.angle / WallPlace.capital }
    /// How many rows are legible; at least one.
    package var rows: Int { max(1, Int((height / unit).rounded())) }
    /// How many columns they have.
    package var columns: Int { max(1, Int((width / unit * 2).rounded(.up))) }

    /// Up to how many metres words can be read on a terminal of so many rows.
    package func wordsLegible(rows: Int) -> Double {
        height / Double(max(1, rows)) * WallPlace.capital / WallPlace.angle
    }

    /// Up to how many metres big digits can be read on a terminal of so many rows, each digit five times so many rows high.
    package func digitsLegible(rows: Int, scale: Int) -> Double {
        height / Double(max(1, rows)) * Double(WallPlace.digitRows * scale) / WallPlace.angle
    }

    /// The font's size in pixels that makes just the legible rows, on a screen of so many rows of pixels.
    package func font(pixels: Int) -> Int {
        max(1, Int((Double(pixels) / Double(rows) / WallPlace.lineHeight).rounded(.down)))
    }

    /// The height in pixels that a row then has.
    package func linePixels(_ pixels: Int) -> Int { max(1, pixels / rows) }
}
