package org.onewindow.licences.checklist;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.CaseMachine;
import org.onewindow.config.MaterialType;
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
        if (!trust.of(given, type, ask.question().number())
                .level()
                .isAtLeast(ask.material().atLeast())) {
            return Finding.of(Standing.MISSING, "original-needed", Map.of());
        }
        var lastDay = lastDay(given, type);
        return lastDay != null && ask.isOverBy(lastDay)
                ? Finding.overBy(Standing.MISSING, lastDay)
                : Finding.satisfied(Standing.SATISFIED_UPLOAD, given);
    }

    /** As it was told, or by its kind: counted from the day on which it was uploaded, which no supplement that takes long moves on. */
    private @Nullable LocalDate lastDay(MaterialReference given, @Nullable MaterialType type) {
        var told = given.lastDay();
        return Optional.ofNullable(type)
                .flatMap(kind -> Optional.ofNullable(given.upload())
                        .flatMap(uploads::ofCase)
                        .map(upload -> kind.lastDay(LocalDate.ofInstant(upload.receivedAt(), CaseMachine.BEIJING))))
                .filter(day -> told == null || day.isBefore(told))
                .orElse(told);
    }

    private Optional<MaterialReference> withContent(MaterialReference given) {
        return Optional.ofNullable(given.upload())
                .flatMap(uploads::ofCase)
                .map(upload -> given.heldBy(upload.id(), upload.fileName(), upload.sha256()));
    }
}
