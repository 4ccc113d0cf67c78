package org.onewindow.connectors.channel;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.onewindow.canonical.Localised;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Explanation;

/** What can be wrong with a channel's folder beyond its descriptor: codes {@code HUB-31xx}. */
@SuppressWarnings("ImmutableEnumChecker") // Localised is a record of two texts
enum ChannelFinding {
    MAPPING_BROKEN(
            "HUB-3101",
            new Localised("渠道的映射文件不能编译：", "the channel's mapping does not compile: "),
            new Localised("该渠道的申请无法读取", "no submission of the channel could be read"),
            new Localised("按提示改正该处", "mend the place that is named")),
    REQUEST_DIFFERS(
            "HUB-3102",
            new Localised("样例申请与映射结果不同：", "the mapping makes another request than the sample: "),
            new Localised("样例就是与渠道约定的内容", "the sample is what was agreed with the channel"),
            new Localised("改映射，或在确认后改 request.json", "mend the mapping, or request.json if that is wrong")),
    SAMPLE_UNREADABLE(
            "HUB-3103",
            new Localised("渠道样例不能读取：", "the channel's sample cannot be read: "),
            new Localised("不能检查的样例没有意义", "a sample that cannot be checked proves nothing"),
            new Localised(
                    "每个样例目录内有 submission.json（或 .xml）和 request.json",
                    "put submission.json (or .xml) and request.json into each folder of samples/"));

    private final String code;
    private final Localised what;
    private final Localised why;
    private final Localised write;

    ChannelFinding(String code, Localised what, Localised why, Localised write) {
        this.code = code;
        this.what = what;
        this.why = why;
        this.write = write;
    }

    /** What the code means, whatever the place; empty: it is none of these. */
    static Optional<Explanation> explain(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .map(one -> new Explanation(
                        code, new Localised(one.what.zhCN() + "…", one.what.en() + "…"), one.why, one.write));
    }

    Diagnostic at(Path root, Path file, int line, int column, String detail) {
        return new Diagnostic(
                root.relativize(file).toString().replace('\\', '/'),
                line,
                column,
                code,
                new Localised(what.zhCN() + detail, what.en() + detail),
                why,
                write);
    }
}
