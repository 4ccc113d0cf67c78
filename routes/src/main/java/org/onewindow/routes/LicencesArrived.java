package org.onewindow.routes;

import java.time.InstantSource;
import org.onewindow.licences.Arrivals;

/**
 * Tells cases of the licences that they lack, whichever way those came in: issued by a case, told by a department, pulled. That they are to
 * be told was committed with the licence, so that no node takes it along when it dies.
 */
public final class LicencesArrived {

    private static final int BATCH = 100;

    private final Arrivals arrivals;
    private final CaseDesk desk;
    private final InstantSource clock;

    LicencesArrived(Arrivals arrivals, CaseDesk desk, InstantSource clock) {
        this.arrivals = arrivals;
        this.desk = desk;
        this.clock = clock;
    }

    public void tell() {
        int told = 0;
        while (told < BATCH && arrivals.tellNext(one -> desk.arrived(one, clock.instant()))) {
            told++;
        }
    }
}
