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
    record Parts(InquiryCalls calls, LicenceStore store, CaseDesk desk, FormCheck forms, Clock clock) {}

    @Override
    public Pulled pull(
            ConfigurationTree tree, LicenceType type, Party whose, Actor actor, @Nullable CaseNumber number) {
        var pulls = parts.store().pulls();
        var holder = parts.store().idOf(whose);
        if (!pulls.mayAsk(actor, holder, type.id(), number)) {
            return Pulled.NONE;
        }
        var told = new IssuerAsked(parts, tree, type, whose).all();
        if (told.pulled() != Pulled.KEPT) {
            pulls.said(actor, holder, type.id(), number, told.why());
        }
        return told.pulled();
    }

    /**
     * What came of it.
     *
     * @param why for the audit
     */
    record Told(Pulled pulled, String why) {

        static final Told NONE = new Told(Pulled.NONE, "none");
        static final Told AWAY = new Told(Pulled.AWAY, "away");

        /** One that is kept is enough; a doubt about one of them is a doubt about all. */
        Told or(Told other) {
            boolean ours = pulled == Pulled.KEPT || (pulled == Pulled.AWAY && other.pulled == Pulled.NONE);
            return ours ? this : other;
        }
    }
}
