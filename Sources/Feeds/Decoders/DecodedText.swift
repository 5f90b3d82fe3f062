import Formats

/// What a text of a feed holds: the messages that were understood, and what was wrong with the others.
package struct DecodedText: Sendable {
    /// What was understood, in order.
    package var messages: [FeedMessage] = []
    /// Why others were not, each with its place in the text.
    package var faults: [MessageFault] = []

    /// What was understood.
    package init(messages: [FeedMessage] = []) {
        self.messages = messages
    }

    /// Adds what a step makes, or its fault inside a path.
    mutating func add(_ path: String, _ make: () throws(MessageFault) -> FeedMessage) {
        do throws(MessageFault) {
            messages.append(try make())
        } catch {
            faults.append(error.inside(path))
        }
    }

    /// Adds all that a step makes, or its fault inside a path.
    mutating func addAll(_ path: String, _ make: () throws(MessageFault) -> [FeedMessage]) {
        do throws(MessageFault) {
            messages += try make()
        } catch {
            faults.append(error.inside(path))
        }
    }
}
