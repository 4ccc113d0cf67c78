package org.onewindow.licences.keys;

/** Thrown where somebody whose key was destroyed is to have something sealed again. */
public final class Erased extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Erased() {
        super("the key of this holder was destroyed: nothing is kept of them any more");
    }
}
