package org.onewindow.licences.blobs;

import java.io.IOException;

/** Thrown where no key is left that opens it: everybody whose it was has let go of it or was erased. */
public final class Forgotten extends IOException {

    private static final long serialVersionUID = 1L;

    Forgotten(String name) {
        super("nobody's key opens " + name + " any more: it was forgotten");
    }
}
