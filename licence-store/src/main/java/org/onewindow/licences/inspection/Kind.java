package org.onewindow.licences.inspection;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of files that are taken. */
enum Kind {
    PDF("application/pdf"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    /** Open Fixed-layout Document (GB/T 33190): a ZIP with OFD.xml in it, which Tika calls a ZIP. */
    OFD("application/ofd");

    final String contentType;

    Kind(String contentType) {
        this.contentType = contentType;
    }

    static Optional<Kind> of(String contentType) {
        return Arrays.stream(values())
                .filter(kind -> kind.contentType.equals(contentType))
                .findFirst();
    }
}
