import DispatchModel
import Shell

/// Refuses to read on by another mapping: what was recorded by the old one would stay as it is beside what the new one makes
/// of the same rows.
func requireMapping(_ digest: String, of log: OpenLog, on board: Board, folder: String) throws {
    let held = board.mode.mapping
    guard board.position > 0, !held.isEmpty, held != digest else { return }
    throw Failure(
        .usage,
        say(
            "\(folder) was recorded by another mapping; the one of \(log.name) has changed since",
            "\(folder) 是按另一映射记录的；\(log.name) 的映射此后已更改"),
        remedy: say(
            "give a new folder with --data-dir to play the log anew, or name the mapping as it was with --mapping",
            "请用 --data-dir 指定新目录重新播放，或用 --mapping 指定原来的映射"))
}

/// Refuses to play something else on top of what was played: other calls, other crews or another seed would be mixed with
/// what is recorded, or dropped.
func requireSamePlay(_ log: OpenLog, on board: Board, folder: String) throws {
    let held = board.mode
    guard board.position > 0 else { return }
    let remedy = say("give a new folder with --data-dir", "请用 --data-dir 指定新目录")
    if !held.log.isEmpty, held.log != log.digest {
        throw Failure(
            .usage,
            say(
                "\(folder) was recorded from another log than \(log.name)",
                "\(folder) 是由另一记录播放而成，并非 \(log.name)"),
            remedy: remedy)
    }
    if !held.way.isEmpty, held.way != log.way {
        throw Failure(
            .usage,
            say(
                "\(folder) was played as “\(held.way)”, and “\(log.way)” is asked for now",
                "\(folder) 原以“\(held.way)”方式播放，现要求“\(log.way)”"),
            remedy: say("\(remedy), or play it on with the options of before", "\(remedy)，或沿用原来的选项"))
    }
}
