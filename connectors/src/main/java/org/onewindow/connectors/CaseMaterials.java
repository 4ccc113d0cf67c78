package org.onewindow.connectors;

import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;

/** The materials that may be sent for one case: whatever is opened is written down as used for it, by whom it is sent to. */
@FunctionalInterface
public interface CaseMaterials {

    /**
     * Those of a case; of an inquiry, which is no case, nothing that needs one.
     *
     * @param department whom they are sent to
     */
    MaterialContents of(@Nullable CaseNumber number, String department);
}
