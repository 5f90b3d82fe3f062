import DispatchModel
import Formats

extension RulesAdopted {
    /// The events by which the room works by these rules from then on, the names of their types with them. It is no action to
    /// be undone: what was decided by rules stays, and going back is adopting the former ones.
    func decide(on board: Board) -> Result<[EventBody], Rejection> {
        guard board.rules?.digest != digest else { return .failure(.rulesInForce(digest: digest)) }
        do throws(SettingsError) {
            let rules = try RoomRules.read(text: text, file: "room.toml")
            guard digest == RoomRules.digest(of: text), text == rules.text else { return .failure(.rulesUnreadable) }
            let types = rules.types.sorted { $0.key < $1.key }.compactMap { code, type -> EventBody? in
                let defined = TypeDefined(
                    code: code, english: type.name.english, chinese: type.name.chinese, priority: type.priority)
                return board.typeNames[code] == defined ? nil : .typeDefined(defined)
            }
            return .success([.rulesAdopted(self)] + types)
        } catch {
            return .failure(.rulesUnreadable)
        }
    }
}

extension RoomRules {
    /// What the journal keeps of the rules when a room adopts them.
    package var adoption: RulesAdopted { RulesAdopted(text: text, digest: digest) }
}
