package org.onewindow.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Types a command in the root of the checkout, as people do. */
public final class CommandLine {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private CommandLine() {}

    /** The exit code, and everything it said. */
    public record Told(int code, String out) {}

    public static Told type(String command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-c", command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true);
        builder.environment().put("HUB_BUILD", "never");
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().remove("LC_ALL");
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Told(process.waitFor(), out);
    }
}
