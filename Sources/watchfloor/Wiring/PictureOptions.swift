import ArgumentParser
import DispatchModel
import Foundation
import Shell
import TerminalKit

/// How large a picture is, in which colours, and where it goes: the same for every screen that can be had as one.
struct PictureOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("Size in columns and rows.", "列数与行数。"), valueName: "COLSxROWS"))
    var size = "160x48"

    @Option(
        help: ArgumentHelp(
            say("Colours: 24bit, 256, 16, 8 or none.", "颜色：24bit、256、16、8 或 none。"), valueName: "number"))
    var colors = "24bit"

    /// Columns and rows. Throws in words when they are not.
    func columnsAndRows() throws -> Size {
        let parts = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...500).contains(columns),
            (1...300).contains(rows)
        else {
            throw Failure(.usage, say("--size \(size): write it as 160x48", "--size \(size)：请写作 160x48"))
        }
        return Size(columns: columns, rows: rows)
    }

    /// The depth of colour. Throws in words when there is none of that name.
    func depth() throws -> ColourDepth {
        let depths: [String: ColourDepth] = [
            "24bit": .direct, "256": .indexed256, "16": .sixteen, "8": .eight, "none": .mono,
        ]
        guard let depth = depths[colors] else {
            throw Failure(
                .usage,
                say(
                    "--colors \(colors): write 24bit, 256, 16, 8 or none", "--colors \(colors)：请写 24bit、256、16、8 或 none"
                ))
        }
        return depth
    }
}

/// Writes a frame of a board as a picture, whose title says of what: to a file, or to standard output where none is named.
func writePicture(of frame: Grid, on mode: ModeDeclared, to output: String?) throws {
    let mark = mode.mode == .exercise ? say("EXERCISE: ", "演练：") : ""
    let title = mode.title.isEmpty ? "Watchfloor" : "Watchfloor: " + say(mode.titles.english, mode.titles.chinese)
    let svg = SVGPicture(title: mark + title).draw(frame)
    guard let output else { return print(svg) }
    try writeFile(svg.utf8, to: output)
}
