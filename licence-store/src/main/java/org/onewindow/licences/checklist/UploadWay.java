package org.onewindow.licences.checklist;

import java.util.Map;
import java.util.Optional;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.materials.MaterialTrust;

/** What the applicant hands in with this application. */
final class UploadWay implements Way {

    private final Uploads uploads;
    private final MaterialTrust trust;

    UploadWay(Uploads uploads, MaterialTrust trust) {
        this.uploads = uploads;
        this.trust = trust;
    }

    @Override
    public Finding look(Ask ask) {
        return ask.given().stream()
                .filter(given -> given.stored() == null)
                .map(this::withContent)
                .flatMap(Optional::stream)
                .findFirst()
                .map(given -> judged(given, ask))
                .orElse(Finding.NOTHING);
    }

    private Finding judged(MaterialReference given, Ask ask) {
        if (ask.isOnlineOnly()) {
            return Finding.ONLINE_ONLY;
        }
        var type = ask.type(given.type()).orElse(null);
        return trust.of(given, type, ask.question().number())
                        .level()
                        .isAtLeast(ask.material().atLeast())
                ? Finding.satisfied(Standing.SATISFIED_UPLOAD, given)
                : Finding.of(Standing.MISSING, "original-needed", Map.of());
    }

    private Optional<MaterialReference> withContent(MaterialReference given) {
        return Optional.ofNullable(given.upload())
                .flatMap(uploads::ofCase)
                .map(upload -> new MaterialReference(
                        given.type(),
                        upload.id(),
                        null,
                        null,
                        given.declared(),
                        given.of(),
                        upload.fileName(),
                        upload.sha256()));
    }
}
