package org.onewindow.cases.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How PostgreSQL's programs are started, found by trying: they refuse to run as root.
 *
 * @param prefix what stands before the program's own command
 * @param owner who must own the data; empty: as it is
 */
record RunAs(List<String> prefix, String owner) {

    private static final Logger LOG = LoggerFactory.getLogger(RunAs.class);
    private static final Duration PROBE_WITHIN = Duration.ofSeconds(10);
    private static final List<String> NOBODY =
            List.of("setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "--");
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> WITH_PARENT = List.of("setpriv", "--pdeathsig", "INT", "--");

    static RunAs probe(Path program) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new RunAs(List.of(), "");
        }
        if (works(NOBODY, program)) {
            return new RunAs(NOBODY, "nobody");
        }
        if (works(NAMESPACE, program)) {
            LOG.warn("PostgreSQL keeps root's rights on files, for nobody may not read the folders above its data");
            return new RunAs(NAMESPACE, "");
        }
        throw new IllegalStateException("PostgreSQL does not run as root, and neither setpriv nor unshare works here");
    }

    /** The prefix for the server: the kernel is asked to stop it with this JVM, where it can be asked. */
    List<String> asServer() {
        var command = new ArrayList<>(prefix);
        if (works(WITH_PARENT, Path.of("/bin/sh"))) {
            command.addAll(WITH_PARENT);
        }
        return command;
    }

    void give(Path path) throws IOException {
        if (!owner.isEmpty()) {
            var user = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
            Files.setOwner(path, user);
        }
    }

    private static boolean works(List<String> prefix, Path program) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of("test", "-x", program.toString()));
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return PostgresServer.waitFor(process, PROBE_WITHIN) && process.exitValue() == 0;
        } catch (IOException missing) {
            LOG.debug("{} is not there", prefix.getFirst(), missing);
            return false;
        }
    }
}
