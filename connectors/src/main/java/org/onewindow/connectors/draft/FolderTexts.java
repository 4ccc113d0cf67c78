package org.onewindow.connectors.draft;

import java.util.List;

/** The texts of a drafted folder that people read first. */
final class FolderTexts {

    private final Wish wish;
    private final List<OperationDraft> operations;
    private final List<DepartmentDraft.Other> others;

    FolderTexts(Wish wish, List<OperationDraft> operations, List<DepartmentDraft.Other> others) {
        this.wish = wish;
        this.operations = operations;
        this.others = others;
    }

    /** The operations of department.yaml. */
    String operations() {
        var text = new StringBuilder();
        for (var operation : operations) {
            var title = operation.title().isEmpty() ? operation.call() : shortened(operation.title());
            text.append("  " + operation.id() + ":\n")
                    .append("    name: {zh-CN: " + YamlText.of(title) + ", en: " + YamlText.of(title) + "}\n")
                    .append("    call: " + YamlText.of(operation.call()) + "\n")
                    .append("    effect: " + operation.effect());
            text.append(
                    wish.files()
                            ? "        # TODO key where the department knows an act by its key (kept: 30d), else none\n"
                            : operation.effect().equals("read")
                                    ? "        # by its name a look-up; an act must not be repeated freely\n"
                                    : "        # TODO key where it knows an idempotency key (kept: 30d), query where it can be asked, else none\n");
            if (!wish.queue().isEmpty()) {
                text.append("    outcome: {by: queue, within: 5m}\n");
            }
            if (wish.files()) {
                text.append(
                        "    outcome: {by: file, within: 5d}        # TODO after which time without an answer it is in doubt\n");
            }
        }
        for (var other : others) {
            text.append("  # not described: " + other.name()
                    + (other.why() == null ? "" : " (" + other.why().what().en() + ")") + "\n");
        }
        return text.toString();
    }

    private static String shortened(String title) {
        var first = title.split("[.。;；]", 2)[0].strip();
        return first.isEmpty()
                ? title.substring(0, Math.min(80, title.length()))
                : first.substring(0, Math.min(80, first.length()));
    }

    String readme(String version) {
        var text =
                new StringBuilder("# " + wish.name().zhCN() + " (" + wish.name().en() + ")\n\n");
        text.append(version
                        + "，合同原件在 `contract/`（`sha256sum -c contract/SHA256SUMS`）。以下内容由 `./hub department add` 起草。\n")
                .append("Drafted from the contract by `./hub department add`; the original is in `contract/`.\n\n");
        return text.append(tables())
                .append(
                        """
                        ## 怎样继续 What needs you

                        1. `department.yaml`: effect, limits, security: every `TODO`. 效果类别、限额、安全：逐个处理 `TODO`。
                        2. `mappings/*.request.*`: fields marked ✎ come from the form of the matter by their name; decide. 标 ✎ 的字段暂按名称取自事项表单，请确认。
                        3. `mappings/*.reply.*`: which answers mean refused, pending, unavailable. 哪些答复表示不予通过、待办、不可用。
                        4. `samples/`: replace them by messages the department agrees with. 换成与部门约定的报文。

                        """)
                .append("```\n./hub validate\n./hub department test " + wish.id() + "\n```\n\n")
                .append(
                        "`simulator/mappings/` are stubs, served by `./hub simulators`; a request with `simulate-slow`, `simulate-fault` or `simulate-malformed`")
                .append(" in it gets that. 模拟器桩：请求中含这些词即得到慢、故障、残缺的答复。\n")
                .toString();
    }

    /** Where the fields of each operation come from. */
    String tables() {
        var text = new StringBuilder();
        for (var operation : operations) {
            text.append("## `" + operation.id() + "` · " + operation.call() + "\n\n");
            text.append("| 字段 field | 来源 from | 需要您决定 needs you |\n|---|---|---|\n");
            operation.filled().forEach(field -> row(text, field, ""));
            operation.open().forEach(field -> row(text, field, "✎"));
            text.append('\n');
        }
        return text.toString();
    }

    private static void row(StringBuilder text, OperationDraft.Field field, String mark) {
        text.append("| `" + field.name().replace("|", "\\|") + "` | `"
                + field.from().replace("|", "\\|") + "` | " + mark + " |\n");
    }

    /** Requests for an editor's HTTP client. */
    String requests() {
        var text = new StringBuilder("@url = http://127.0.0.1:8090/" + wish.id() + "\n");
        for (var operation : operations) {
            var stub = operation.stub();
            text.append("\n### " + operation.id() + "\n" + stub.method() + " {{url}}" + stub.path() + "\n");
            if (!stub.request().isEmpty()) {
                text.append("Content-Type: " + stub.mediaType() + "; charset=UTF-8\n\n"
                        + stub.request().strip() + "\n");
            }
        }
        return text.toString();
    }
}
