package org.onewindow.licences.checklist;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.onewindow.canonical.Declaration;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.materials.MaterialSpace;
import org.onewindow.licences.materials.StoredMaterial;

/**
 * What the holder handed in before: offered where it can be used, used where they say that it is unchanged (材料如无变更), and never where
 * something it was true for is different now, whatever they say.
 */
final class StoredWay implements Way {

    private final MaterialSpace space;
    private final Uploads uploads;

    StoredWay(MaterialSpace space, Uploads uploads) {
        this.space = space;
        this.uploads = uploads;
    }

    @Override
    public Finding look(Ask ask) {
        var question = ask.question();
        if (!ask.whose().isSameAs(question.request().applicant())) {
            // only its holder says that it is unchanged, and nobody else is told that there is one
            return Finding.NOTHING;
        }
        var best = Finding.NOTHING;
        for (var stored : space.look(question.actor(), ask.holder(), ask.types(), question.number())) {
            best = judged(stored, ask).orRather(best);
        }
        return best;
    }

    private Finding judged(StoredMaterial stored, Ask ask) {
        var type = ask.type(stored.type());
        if (type.isEmpty() || type.get().onceOnly()) {
            return Finding.NOTHING;
        }
        if (!stored.level().isAtLeast(ask.material().atLeast())) {
            return Finding.of(Standing.NOT_REUSABLE, "original-needed", Map.of());
        }
        if (ask.isTooOld(stored.handedInAt())) {
            return Finding.of(Standing.NOT_REUSABLE, "too-old", Map.of());
        }
        var lastDay = stored.validTo();
        if (lastDay != null && ask.isOverBy(lastDay)) {
            return Finding.overBy(Standing.NOT_REUSABLE, lastDay);
        }
        var changed = space.changed(stored, type.get(), ask.question().input());
        if (!changed.isEmpty()) {
            return Finding.of(Standing.NOT_REUSABLE, "changed", Map.of("what", String.join(", ", changed)));
        }
        return confirmed(stored, ask)
                .map(given -> Finding.satisfied(Standing.SATISFIED_STORED, given))
                .orElseGet(() -> Finding.offered(stored.id()));
    }

    private Optional<MaterialReference> confirmed(StoredMaterial stored, Ask ask) {
        Predicate<MaterialReference> saysUnchanged =
                given -> stored.id().equals(given.stored()) && given.declared() == Declaration.UNCHANGED;
        return ask.given().stream().filter(saysUnchanged).findFirst().flatMap(given -> uploads.ofCase(stored.upload())
                .map(upload -> given.heldBy(upload.id(), upload.fileName(), upload.sha256())));
    }
}
