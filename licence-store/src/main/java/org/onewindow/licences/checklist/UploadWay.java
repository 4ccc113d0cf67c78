package org.onewindow.licences.checklist;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.onewindow.canonical.Declaration;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.config.MaterialType;
import org.onewindow.config.TrustLevel;
import org.onewindow.licences.Uploads;

/** What the applicant hands in with this application. */
final class UploadWay implements Way {

    private final Uploads uploads;

    UploadWay(Uploads uploads) {
        this.uploads = uploads;
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
        return level(given, ask).isAtLeast(ask.material().atLeast())
                ? Finding.satisfied(Standing.SATISFIED_UPLOAD, given)
                : Finding.of(Standing.MISSING, "original-needed", Map.of());
    }

    private TrustLevel level(MaterialReference given, Ask ask) {
        if (uploads.isFromWindow(Objects.requireNonNull(given.upload()))) {
            return TrustLevel.B;
        }
        boolean selfMade = ask.type(given.type()).filter(MaterialType::selfMade).isPresent();
        return selfMade || given.declared() == Declaration.COMMITMENT ? TrustLevel.D : TrustLevel.C;
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
