package org.onewindow.routes;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.Party;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.LicenceType;
import org.onewindow.licences.Actor;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.checklist.LicenceSource;

/**
 * Asks a department for the licences it issued to somebody (调取). That it is asked is committed before the question leaves, and so is
 * what came of it.
 */
final class IssuerLookUps implements LicenceSource {

    private final Parts parts;

    IssuerLookUps(Parts parts) {
        this.parts = parts;
    }

    /** What it works with. */
    record Parts(InquiryCalls calls, LicenceStore store, FormCheck forms, Clock clock) {}

    @Override
    public Pulled pull(
            ConfigurationTree tree, LicenceType type, Party whose, Actor actor, @Nullable CaseNumber number) {
        var pulls = parts.store().pulls();
        var holder = parts.store().idOf(whose);
        return switch (pulls.mayAsk(actor, holder, type.id(), number)) {
            case NO_PURPOSE, NONE_LATELY -> Pulled.NONE;
            case KEPT_LATELY -> Pulled.KEPT;
            case AWAY_LATELY -> Pulled.AWAY;
            case OK -> {
                var told = new IssuerAsked(parts, tree, type, whose, number).all();
                pulls.said(actor, holder, type.id(), number, told.why(), told.answer());
                yield told.pulled();
            }
        };
    }

    /**
     * What came of it.
     *
     * @param why for the audit
     */
    record Told(Pulled pulled, String why) {

        static final Told NONE = new Told(Pulled.NONE, "none");
        static final Told AWAY = new Told(Pulled.AWAY, "away");
        static final Told KEPT = new Told(Pulled.KEPT, "kept");

        /** One that is kept is not enough where there is a doubt about another: it may not do. */
        Told or(Told other) {
            if ((isKept() || other.isKept()) && (isDoubtful() || other.isDoubtful())) {
                return new Told(Pulled.PARTLY, isDoubtful() ? why : other.why);
            }
            return other.pulled.compareTo(pulled) < 0 ? other : this;
        }

        private boolean isKept() {
            return pulled == Pulled.KEPT || pulled == Pulled.PARTLY;
        }

        private boolean isDoubtful() {
            return pulled == Pulled.AWAY || pulled == Pulled.PARTLY;
        }

        /** For who asks again. */
        String answer() {
            return switch (pulled) {
                case KEPT -> "kept";
                case NONE -> "none";
                case AWAY, PARTLY -> "away";
            };
        }
    }
}
