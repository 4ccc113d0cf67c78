package org.onewindow.connectors.line;

import java.nio.charset.Charset;
import java.util.Optional;
import org.onewindow.connectors.Mapped;
import org.onewindow.connectors.mapping.Draft;

/** Looks for characters that a department's character set cannot carry: nothing may arrive as a question mark. */
public final class Characters {

    private static final String CODE = "outside-character-set";

    private Characters() {}

    public static Optional<Mapped.Unmappable> outside(Charset charset, Draft draft) {
        var encoder = charset.newEncoder();
        return draft.holes().textsOf(draft.content()).stream().allMatch(encoder::canEncode)
                ? Optional.empty()
                : Optional.of(new Mapped.Unmappable(
                        CODE,
                        "姓名或内容中有该部门系统字符集（" + charset.name() + "）以外的汉字，请到该部门自己的窗口办理"
                                + " / a name or text holds a character outside the department's character set; please go to its own window",
                        false));
    }
}
