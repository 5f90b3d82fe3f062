extension Gantt {
    /// The chart as a figure of a page, with its legend and the buttons that the page's script brings to life.
    func html(words: PageWords) -> String {
        let drawing = GanttDrawing(self)
        var html = "<figure class=\"gantt\"><figcaption>\(Markup.escaped(title))</figcaption>"
        if !summary.isEmpty { html += "<p class=\"quiet\">\(Markup.escaped(summary))</p>" }
        html += legend
        let buttons = [("out", "−", words.zoomOut), ("in", "+", words.zoomIn), ("whole", "↔", words.whole)]
        html += "<div class=\"tools\" hidden=\"hidden\">"
        for (name, sign, label) in buttons {
            let label = Markup.escaped(label)
            html += "<button type=\"button\" data-zoom=\"\(name)\" aria-label=\"\(label)\" title=\"\(label)\">"
            html += "\(sign)</button>"
        }
        html += "<span class=\"quiet\">\(Markup.escaped(words.zoomHint))</span></div>"
        for block in drawing.blocks {
            html += "<div class=\"block\">\(drawing.names(of: block))"
            html += "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(Markup.escaped(title))\">"
            html += "\(drawing.picture(of: block))</div></div>\n"
        }
        return html + "</figure>\n"
    }

    /// A sample and the name of every state, and of every kind of marker that occurs.
    private var legend: String {
        var entries = states.map { state in
            let height = 14 * state.height
            return sample(
                "<rect class=\"\(state.css)\" x=\"1\" y=\"\(NumberText.pixel(9 - height / 2))\" width=\"24\" "
                    + "height=\"\(NumberText.pixel(height))\"/>", state.name)
        }
        var seen: Set<String> = []
        for marker in moments + lanes.flatMap(\.markers) where seen.insert(marker.name).inserted {
            let path = "<svg class=\"marker\" x=\"13\" y=\"9\">\(marker.shape.path(marker.colour))</svg>"
            entries.append(sample(path, marker.name))
        }
        return "<ul class=\"legend\">\(entries.joined())</ul>"
    }

    private func sample(_ picture: String, _ name: String) -> String {
        "<li><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"26\" height=\"18\" aria-hidden=\"true\">\(picture)</svg>"
            + "\(Markup.escaped(name))</li>"
    }
}
