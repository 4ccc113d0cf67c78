package org.onewindow.hub.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What came of a command that was typed, in this process. */
public record Typed(int code, String out, String err) {

    public static Typed of(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Typed(code, out.toString(), err.toString());
    }
}
