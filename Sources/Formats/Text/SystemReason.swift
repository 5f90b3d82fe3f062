/// The system's reasons for refusing something, which it gives in English.
package enum SystemReason {
    /// A reason in Chinese; as it is when it is none of those that are known.
    package static func chinese(_ english: String) -> String { known[english] ?? english }

    /// The reasons as the C library words them.
    private static let known = [
        "No such file or directory": "没有该文件或目录", "Permission denied": "权限不足",
        "Operation not permitted": "操作不被允许", "Is a directory": "这是目录", "Not a directory": "路径中有一部分不是目录",
        "No space left on device": "磁盘空间不足", "Disk quota exceeded": "磁盘配额已满",
        "Read-only file system": "文件系统只读", "File name too long": "名称过长",
        "Too many levels of symbolic links": "符号链接过多", "File exists": "文件已存在", "Input/output error": "读写错误",
        "Too many open files": "打开的文件过多", "Too many open files in system": "打开的文件过多",
        "Broken pipe": "管道已断开", "Invalid argument": "参数无效", "No such device or address": "没有该设备或地址",
        "Device or resource busy": "资源忙", "File too large": "文件过大", "Cannot allocate memory": "内存不足",
        "Connection refused": "连接被拒绝", "Connection reset by peer": "对方断开了连接", "Connection timed out": "连接超时",
        "Address already in use": "地址已被占用", "Cannot assign requested address": "本机没有该地址",
        "Network is unreachable": "网络不可达", "No route to host": "无法到达主机", "Name or service not known": "未知的主机名",
        "Temporary failure in name resolution": "暂时无法解析主机名", "No address associated with hostname": "主机名没有地址",
        "Exec format error": "程序格式错误", "Text file busy": "程序文件正在写入", "Success": "无",
        "not a regular file": "不是普通文件",
    ]
}
