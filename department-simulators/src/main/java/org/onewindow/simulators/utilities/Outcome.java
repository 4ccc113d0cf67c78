package org.onewindow.simulators.utilities;

/** What becomes of the wish to change a holder. */
sealed interface Outcome permits Change, Outcome.No {

    /** Nothing was changed. */
    enum No implements Outcome {
        UNKNOWN,
        ANOTHER_HOME,
        CLOSED,
        OWES
    }
}
