package org.onewindow.routes;

import org.onewindow.cases.CaseEvent.RetryAsked;
import org.onewindow.cases.store.RetrySwitches;

/** Steps that a stop switch held back and holds no more are tried again, some a second: their department was away just now. */
final class HeldBack {

    private static final int AT_ONCE = 100;

    private final CaseDesk desk;
    private final RetrySwitches switches;
    private final Node node;

    HeldBack(CaseDesk desk, RetrySwitches switches, Node node) {
        this.desk = desk;
        this.switches = switches;
        this.node = node;
    }

    void letGo() {
        switches.refresh();
        for (var held : switches.letGo(AT_ONCE)) {
            desk.tell(held.number(), new RetryAsked(node.now(), held.step(), "hub", "retries were switched on again"));
        }
    }
}
