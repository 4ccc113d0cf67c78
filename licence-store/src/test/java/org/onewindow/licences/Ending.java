package org.onewindow.licences;

import java.io.IOException;
import java.io.InputStream;

/** The end of a body, and what happens when it is reached. */
public final class Ending extends InputStream {

    /** Happens once or more often. */
    public interface Happening {
        void happen() throws IOException;
    }

    private final Happening happening;

    public Ending(Happening happening) {
        this.happening = happening;
    }

    /** The line is cut. */
    public static Ending broken() {
        return new Ending(() -> {
            throw new IOException("connection reset");
        });
    }

    @Override
    public int read() throws IOException {
        happening.happen();
        return -1;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        return read();
    }
}
