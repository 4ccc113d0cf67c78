package org.onewindow.connectors.files;

/** Why a file is no answer. */
enum Refusal {
    NO_CORRELATION("文件名须以报文文件名的前32位开头，以.xml或.json结尾"
            + " / its name must begin with the first 32 characters of the message's file and end in .xml or .json"),
    NO_FILE("不是普通文件 / it is no regular file"),
    TOO_LARGE("超过32 MiB / it is larger than 32 MiB"),
    CLOSED("本系统无权读取 / the hub may not read it"),
    GARBAGE("不是约定字符集的完整XML或JSON，或含有DOCTYPE、重复的键"
            + " / it is no whole XML or JSON in the agreed character set, or has a DOCTYPE or a key twice"),
    UNKNOWN("没有等待此答复的环节 / no step of the hub has this correlation");

    private final String why;

    Refusal(String why) {
        this.why = why;
    }

    /** In both languages. */
    String why() {
        return why;
    }
}
