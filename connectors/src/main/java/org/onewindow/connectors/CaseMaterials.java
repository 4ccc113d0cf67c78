package org.onewindow.connectors;

import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;

/** The materials that may be sent for one case: whatever is opened is written down as used for it. */
@FunctionalInterface
public interface CaseMaterials {

    /** Of an inquiry, which is no case: nothing that needs one. */
    MaterialContents of(@Nullable CaseNumber number);
}
