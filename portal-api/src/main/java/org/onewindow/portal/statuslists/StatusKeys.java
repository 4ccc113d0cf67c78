package org.onewindow.portal.statuslists;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.SecretReference;
import org.onewindow.config.Secrets;
import org.onewindow.portal.PortalSettings;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.springframework.stereotype.Component;

/** The secret {@code hub/status-key}: a development hub makes it, a production hub that was given none has no lists. */
@Component
final class StatusKeys {

    private static final SecretReference NAME = new SecretReference("hub/status-key");

    private final Secrets secrets;
    private final boolean production;
    private @Nullable StatusKey key;

    StatusKeys(PortalSettings settings) {
        this.secrets = Secrets.in(settings.secrets());
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
            if (!secrets.has(NAME)) {
                if (production) {
                    throw new Refusal(ProblemCode.NOT_FOUND);
                }
                secrets.make(NAME, StatusKey.fresh());
            }
            return StatusKey.of(secrets.value(NAME));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
