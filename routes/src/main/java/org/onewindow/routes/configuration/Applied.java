package org.onewindow.routes.configuration;

import java.util.List;
import java.util.Set;
import org.onewindow.config.Diagnostic;

/** What became of a change of the configuration. */
public sealed interface Applied {

    /**
     * This serves now, on this node at once and on the others within a second or two.
     *
     * @param changed false: it served already, and nothing was done
     * @param departments whose folders or states changed
     * @param disabled the departments that are not called for now
     */
    record Serves(String revision, int number, boolean changed, List<String> departments, Set<String> disabled)
            implements Applied {}

    /** What is wrong with it; what served serves on. */
    record Faulty(List<Diagnostic> findings) implements Applied {}

    /** It holds together, but this hub must not have it; each line says why. What served serves on. */
    record Refused(List<String> reasons) implements Applied {}

    /** Open cases need these departments; what served serves on. */
    record Needed(List<String> departments) implements Applied {}

    /** Others changed the configuration at the same time, again and again. */
    record Overtaken() implements Applied {}

    /** There is no such revision or department. */
    record Unknown() implements Applied {}
}
