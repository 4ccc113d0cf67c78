package org.onewindow.portal.statuslists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.onewindow.portal.PortalSettings;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.springframework.stereotype.Component;

/** The secret {@code hub/status-key}: a development hub makes it, a production hub that was given none has no lists. */
@Component
final class StatusKeys {

    private final Path file;
    private final boolean production;
    private @Nullable StatusKey key;

    StatusKeys(PortalSettings settings) {
        this.file = settings.secrets().resolve("hub").resolve("status-key");
        this.production = settings.production();
    }

    /** Read when it is first asked for; a {@link Refusal} where there is none. */
    synchronized StatusKey get() {
        var known = key;
        if (known == null) {
            known = read();
            key = known;
        }
        return known;
    }

    private StatusKey read() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            return StatusKey.in(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Of several nodes that start at once, all get the first one's. */
    private void make() throws IOException {
        if (production) {
            throw new Refusal(ProblemCode.NOT_FOUND);
        }
        Files.createDirectories(file.getParent());
        var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(file.getParent(), "status", ".new", ours);
        try {
            Files.writeString(draft, StatusKey.fresh());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherNodesIsThere) {
            // which is as good, and perhaps in use already
        } finally {
            Files.delete(draft);
        }
    }
}
