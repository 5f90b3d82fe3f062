/// The words that a page brings along itself.
package struct PageWords: Hashable, Sendable {
    /// The page's language as HTML names it (BCP 47).
    package var language: String
    /// A button's: show less time, wider.
    package var zoomIn: String
    /// A button's: show more time.
    package var zoomOut: String
    /// A button's: show the whole time.
    package var whole: String
    /// How to zoom and move.
    package var zoomHint: String
    /// Above the list of the sections.
    package var contents: String

    /// English.
    package static let english = PageWords(
        language: "en", zoomIn: "Zoom in", zoomOut: "Zoom out", whole: "Show the whole time",
        zoomHint: "Ctrl + wheel zooms; drag or scroll sideways to move; point at a bar for its times.",
        contents: "Contents")

    /// Simplified Chinese.
    package static let chinese = PageWords(
        language: "zh-Hans", zoomIn: "放大", zoomOut: "缩小", whole: "显示全程",
        zoomHint: "Ctrl + 滚轮缩放；拖动或横向滚动移动；指向色条看时间。", contents: "目录")
}
