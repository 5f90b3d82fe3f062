/// A `places.toml` to begin with.
package enum PlaceTemplate {
    /// Its text; `say` picks between English and Chinese.
    package static func text(_ say: (String, String) -> String) -> String {
        """
        # \(say("The places of this room. Files lie beside this one.", "本指挥室的地点。文件与本文件放在同一目录。"))
        # \(say("CSV columns:", "CSV 列："))
        #   \(PlaceTable.header)
        # \(say("kind: street, crossing, landmark, compound or beat; from and to are house numbers; side: both, odd or even.", "kind 为 street、crossing、landmark、compound 或 beat；from 与 to 为门牌号；side 为 both、odd 或 even。"))
        # \(say("Places without a beat get that of the outline they lie in.", "未写巡区的地点按所在边界确定巡区。"))
        #files = ["streets.csv", "landmarks.geojson"]
        #beats = "beats.geojson"

        # \(say("Hazards are of places, never of persons. CSV columns:", "隐患只针对地点，不针对个人。CSV 列："))
        #   \(HazardTable.columns.map { $0.names[0] }.joined(separator: ","))
        #hazards = ["hazards.csv"]

        [[place]]
        kind = "street"
        name = { en = "Riverside Rd", zh = "滨河路" }
        from = 1
        to = 99
        at = [31.2001, 121.4001]
        end = [31.2001, 121.4101]
        beat = "B1"

        [[place]]
        kind = "compound"
        name = { en = "Sunshine Garden", zh = "阳光花园" }
        aliases = ["Old Mill Flats"]
        at = [31.2101, 121.4201]
        beat = "B1"

        [[hazard]]
        place = { en = "Sunshine Garden", zh = "阳光花园" }
        words = { en = "Gas bottles in the yard behind house 3", zh = "3 号楼后院内有煤气罐" }
        source = "inspection 2026-11"
        until = "2027-06-30"

        """
    }
}
