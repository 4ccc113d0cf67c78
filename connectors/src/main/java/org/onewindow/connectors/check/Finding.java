package org.onewindow.connectors.check;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.onewindow.canonical.Localised;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Explanation;

/** What can be wrong with a department's folder beyond its descriptor: codes {@code HUB-3xxx}. */
@SuppressWarnings("ImmutableEnumChecker") // Localised is a record of two texts
enum Finding {
    MAPPING_BROKEN(
            "HUB-3001",
            new Localised("映射文件不能编译：", "the mapping does not compile: "),
            new Localised("申请无法转换成该部门的报文", "no request could be put into the department's language"),
            new Localised("按提示改正该处", "mend the place that is named")),
    REQUEST_DIFFERS(
            "HUB-3002",
            new Localised("样例报文与映射结果不同：", "the mapping makes another message than the sample: "),
            new Localised("样例就是与部门约定的内容", "the sample is what was agreed with the department"),
            new Localised("改映射，或在确认后改 to-department", "mend the mapping, or to-department if that is wrong")),
    REPLY_DIFFERS(
            "HUB-3003",
            new Localised("样例答复与映射结果不同：", "the mapping makes another reply than the sample: "),
            new Localised("事项的条件依赖这些结果", "the matters' conditions rely on these facts"),
            new Localised("改映射，或在确认后改 reply.json", "mend the mapping, or reply.json if that is wrong")),
    BREAKS_CONTRACT(
            "HUB-3004",
            new Localised("样例不符合部门合同：", "the sample breaks the department's contract: "),
            new Localised("部门会拒绝这样的报文，或不会这样答复", "the department would refuse it, or never answer so"),
            new Localised("对照 contract 目录改正样例和映射", "mend sample and mapping after what stands in contract/")),
    SAMPLE_UNREADABLE(
            "HUB-3005",
            new Localised("样例不能读取：", "the sample cannot be read: "),
            new Localised("不能检查的样例没有意义", "a sample that cannot be checked proves nothing"),
            new Localised(
                    "样例目录名为操作名（可加 .变体），内有 request.json、to-department、from-department、reply.json",
                    "name the folder after an operation (and .variant); put request.json, to-department, from-department and"
                            + " reply.json into it")),
    CONTRACT_BROKEN(
            "HUB-3006",
            new Localised("部门合同不能读取：", "the department's contract cannot be read: "),
            new Localised("不能核对报文", "messages cannot be checked against it"),
            new Localised("放入部门提供的原文件", "put in the file as the department handed it over"));

    private final String code;
    private final Localised what;
    private final Localised why;
    private final Localised write;

    Finding(String code, Localised what, Localised why, Localised write) {
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

    Diagnostic at(Place place, String detail) {
        return new Diagnostic(
                place.file(),
                place.line(),
                place.column(),
                code,
                new Localised(what.zhCN() + detail, what.en() + detail),
                why,
                write);
    }

    /** A place in the tree. */
    record Place(String file, int line, int column) {

        static Place in(Path root, Path file, int line, int column) {
            return new Place(root.relativize(file).toString().replace('\\', '/'), line, column);
        }

        static Place startOf(Path root, Path file) {
            return in(root, file, 1, 1);
        }
    }
}
