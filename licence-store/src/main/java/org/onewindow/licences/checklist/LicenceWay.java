package org.onewindow.licences.checklist;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.CaseMachine;
import org.onewindow.config.Matter.RequiredMaterial.ValidOn;
import org.onewindow.licences.CaseLicences;
import org.onewindow.licences.Licence;
import org.onewindow.licences.Sensed;
import org.onewindow.licences.Sensing;
import org.onewindow.licences.checklist.LicenceSource.Pulled;

/** A licence in the store, sensed and not opened; where it serves a case, the case's departments may be sent it from now on. */
final class LicenceWay implements Way {

    private final Sensing sensing;
    private final CaseLicences licences;
    private final LicenceSource issuers;

    LicenceWay(Sensing sensing, CaseLicences licences, LicenceSource issuers) {
        this.sensing = sensing;
        this.licences = licences;
        this.issuers = issuers;
    }

    @Override
    public Finding look(Ask ask) {
        return orPulled(stored(ask), ask);
    }

    /** What the store has. */
    Finding stored(Ask ask) {
        var question = ask.question();
        return sensing.look(question.actor(), ask.holder(), ask.types(), question.number())
                        instanceof Sensing.Answer.Found(List<Sensed> found)
                ? best(found, ask)
                : Finding.NOTHING;
    }

    /** What the store has alone, for the case from now on where it will do. */
    Finding granted(Ask ask) {
        var found = stored(ask);
        grant(found.reference(), ask);
        return found;
    }

    /** Where that does not do, what whoever issues it has. */
    Finding orPulled(Finding stored, Ask ask) {
        var best = stored.standing().isSatisfied() ? stored : pulled(stored, ask);
        grant(best.reference(), ask);
        return best;
    }

    private static Finding best(List<Sensed> found, Ask ask) {
        var best = ask.isOnlineOnly() ? Finding.ONLINE_ONLY : Finding.NOTHING;
        for (var type : ask.types()) {
            for (var licence : found) {
                if (licence.type().equals(type)) {
                    best = judged(licence, ask).orRather(best);
                }
            }
        }
        return best;
    }

    /** What the store lacks its issuer may have; one that cannot be asked is said to be silent, and nobody brings paper meanwhile. */
    private Finding pulled(Finding before, Ask ask) {
        var question = ask.question();
        var best = before;
        boolean silent = false;
        for (var type : ask.pullable()) {
            var pulled = issuers.pull(question.tree(), type, ask.whose(), question.actor(), question.number());
            if (pulled == Pulled.KEPT || pulled == Pulled.PARTLY) {
                best = stored(ask);
            }
            silent |= pulled == Pulled.AWAY || pulled == Pulled.PARTLY;
            if (best.standing().isSatisfied()) {
                return best;
            }
        }
        return silent ? Finding.of(Standing.SOURCE_DOWN).orRather(best) : best;
    }

    private void grant(@Nullable MaterialReference chosen, Ask ask) {
        var number = ask.question().number();
        if (chosen != null && number != null) {
            var licence = Objects.requireNonNull(chosen.licence());
            licences.grant(number, ask.question().matter().code(), ask.holder(), licence);
        }
    }

    private static Finding judged(Sensed licence, Ask ask) {
        var question = ask.question();
        var until = licence.validTo();
        if (licence.state() != Licence.Status.VALID) {
            return Finding.of(Standing.MISSING, "licence-" + licence.state().code(), Map.of());
        }
        if (isStale(licence, ask)) {
            return Finding.of(Standing.MISSING, "licence-unknown", Map.of());
        }
        if (ask.isTooOld(licence.issuedOn().atStartOfDay(CaseMachine.BEIJING).toInstant())) {
            return Finding.of(Standing.NOT_REUSABLE, "too-old", Map.of());
        }
        if (until != null && ask.material().validOn() == ValidOn.DECISION && until.isBefore(question.decisionDay())) {
            return Finding.of(
                    Standing.EXPIRES_BEFORE_DECISION,
                    Standing.EXPIRES_BEFORE_DECISION.code(),
                    Map.of("validTo", until.toString()));
        }
        return Finding.satisfied(
                Standing.SATISFIED_LICENCE,
                new MaterialReference(
                        ask.material().type(), null, licence.id(), ask.whose().idNumber(), null, null));
    }

    /** The issuer's last word is too old to say anything: unknown is never valid. */
    private static boolean isStale(Sensed licence, Ask ask) {
        var type = ask.question().tree().licences().get(licence.type());
        var known = type == null ? null : type.knownFor();
        return known != null
                && licence.asOf().plus(known).isBefore(ask.question().asOf());
    }
}
