package org.onewindow.portal.configuration;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.onewindow.canonical.Localised;
import org.onewindow.config.Archive;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.wire.Wire;

/** Reads the ZIP files that are handed in; whatever is in them is looked at within the bounds of an {@link Archive}. */
final class Packs {

    static final String ZIP = "application/zip";

    private Packs() {}

    /** A whole tree. */
    static Archive tree(HttpServletRequest http) throws IOException {
        try {
            return Archive.ofZip(Wire.bytes(http, Archive.BYTES_MAX));
        } catch (Archive.Unfit unfit) {
            var detail = String.valueOf(unfit.getMessage());
            throw new Refusal(
                    ProblemCode.ARCHIVE_UNFIT,
                    new FieldError("", "archive-unfit", new Localised("压缩包不可用：" + detail, detail)));
        }
    }

    /** One department's folder; a pack that holds anything of another is refused, whatever it says it is. */
    static Archive department(String id, HttpServletRequest http) throws IOException {
        var pack = tree(http);
        var own = "departments/" + id + "/";
        for (var name : pack.names()) {
            if (!name.startsWith(own)) {
                throw new Refusal(
                        ProblemCode.PACK_OF_ANOTHER, new FieldError("", "pack-of-another", new Localised(name, name)));
            }
        }
        return pack;
    }
}
