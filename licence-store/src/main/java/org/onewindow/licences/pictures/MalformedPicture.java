package org.onewindow.licences.pictures;

import java.io.IOException;

/** Thrown where a picture is not built as pictures of its kind are. */
final class MalformedPicture extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedPicture(String what) {
        super(what);
    }
}
