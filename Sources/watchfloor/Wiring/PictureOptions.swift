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
        let parts = size.split(separator: "x", omittingEmptySubsequences: false).map { wholeNumber($0) }
        guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...500).contains(columns),
            (1...300).contains(rows)
        else {
            throw Failure(
                .usage, say("--size \(size): not a size", "--size \(size)：不是有效的尺寸"),
                remedy: say("write 160x48, up to 500x300", "请写作 160x48，至多 500x300"))
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

/// The number that digits alone write; nil for a sign, a blank or anything else.
func wholeNumber(_ text: some StringProtocol) -> Int? {
    text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
}

/// Writes a frame of a board as a picture, whose title says of what.
func writePicture(of frame: Grid, on mode: ModeDeclared, to target: NamedOutput) throws {
    let mark = mode.mode == .exercise ? say("EXERCISE: ", "演练：") : ""
    let title = mode.title.isEmpty ? "Watchfloor" : "Watchfloor: " + say(mode.titles.english, mode.titles.chinese)
    let svg = SVGPicture(title: mark + title).draw(frame)
    try target.write((target.file == nil ? svg + "\n" : svg).utf8)
}
