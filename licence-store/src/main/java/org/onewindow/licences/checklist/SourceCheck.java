package org.onewindow.licences.checklist;

import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.MaterialType.Verification;

/** Asks the department that knows instead of the citizen; for many threads. */
@FunctionalInterface
public interface SourceCheck {

    /** What the department says. */
    enum Verdict {
        HOLDS,
        DOES_NOT,
        /** It cannot be asked about this person at all, such as for a character that it does not carry. */
        CANNOT_SAY,
        /** Nothing: it cannot be asked just now. */
        AWAY
    }

    /** Answers within two seconds, and writes down that it was asked; never throws for what a department did. */
    Verdict ask(ConfigurationTree tree, Verification by, ServiceRequest request, Party whose);
}
