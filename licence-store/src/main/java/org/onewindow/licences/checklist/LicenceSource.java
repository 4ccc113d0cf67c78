package org.onewindow.licences.checklist;

import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.Party;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.LicenceType;
import org.onewindow.licences.Actor;

/** Asks whoever issues a type of licence for somebody's (调取), where the store has none that will do; for many threads. */
@FunctionalInterface
public interface LicenceSource {

    /** What came of it. */
    enum Pulled {
        /** All that are in force are in the store now. */
        KEPT,
        /** Some are in the store now; what there is besides could not be had. */
        PARTLY,
        /** Nothing: the issuer cannot be asked just now, or what it says cannot be used. */
        AWAY,
        /** There is none, or the actor may not have it asked. */
        NONE
    }

    /**
     * Answers within four seconds, and writes down that it was asked; never throws for what a department did.
     *
     * @param type one with a {@link LicenceType#pull}
     * @param number the open case for which it is asked; null: the actor asks about themself
     */
    Pulled pull(ConfigurationTree tree, LicenceType type, Party whose, Actor actor, @Nullable CaseNumber number);
}
