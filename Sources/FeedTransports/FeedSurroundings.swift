import Feeds
import Glibc

extension FeedSettings {
    /// What keeps a feed from working on this machine as it is now: folders, permissions, users, a server that does not
    /// answer.
    package var surroundingFindings: [FeedFinding] {
        switch origin {
        case .file(let path):
            folder(of: path, mustBeWritable: false) + readable(path, kind: S_IFREG) + absent(path)
        case .fifo(let path): folder(of: path, mustBeWritable: !exists(path)) + readable(path, kind: S_IFIFO)
        case .unixSocket(let path): folder(of: path, mustBeWritable: true) + unknownUsers
        case .gpsd(let host, let port): answers(host, port) ? [] : [silent(host, port)]
        case .standardInput, .tcp, .http: []
        }
    }

    private func folder(of path: String, mustBeWritable: Bool) -> [FeedFinding] {
        let folder = folder(of: path)
        var status = stat()
        guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            return [found("the folder \(folder) does not exist; make it", "目录 \(folder) 不存在；请创建")]
        }
        guard access(folder, mustBeWritable ? W_OK | X_OK : X_OK) == 0 else {
            return [found("the folder \(folder) may not be used; give permission", "无权使用目录 \(folder)；请授权")]
        }
        return []
    }

    private func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }

    /// A followed file may come later; until it does there is nothing to read.
    private func absent(_ path: String) -> [FeedFinding] {
        guard !exists(path), exists(folder(of: path)) else { return [] }
        return [
            FeedFinding(
                feed: name, "\(path) does not exist; the feed waits until somebody writes it",
                "\(path) 不存在；写入之前数据源将一直等待", isFault: false)
        ]
    }

    private func readable(_ path: String, kind: mode_t) -> [FeedFinding] {
        var status = stat()
        guard stat(path, &status) == 0 else { return [] }
        guard status.st_mode & S_IFMT == kind else {
            return [found("\(path) is something else; give another path", "\(path) 类型不符；请改用其他路径")]
        }
        guard access(path, R_OK) == 0 else {
            return [found("\(path) may not be read; give permission", "无权读取 \(path)；请授权")]
        }
        return []
    }

    private var unknownUsers: [FeedFinding] {
        users.filter { !SystemUser.isKnown($0) }.map { name in
            found("this machine has no user \(name)", "本机没有用户 \(name)")
        }
    }

    private func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private func answers(_ host: String, _ port: UInt16) -> Bool {
        FeedServerProbe.answers(host, port, milliseconds: 2000)
    }

    private func silent(_ host: String, _ port: UInt16) -> FeedFinding {
        found("nobody answers at \(host):\(port); start gpsd there", "\(host):\(port) 无应答；请启动 gpsd")
    }

    private func found(_ english: String, _ chinese: String) -> FeedFinding {
        FeedFinding(feed: name, english, chinese)
    }
}
