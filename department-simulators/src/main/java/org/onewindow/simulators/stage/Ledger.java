package org.onewindow.simulators.stage;

import java.util.ArrayList;
import java.util.List;

/** Every effect that the departments really had, in order: what tests count to find one lost or doubled. */
public final class Ledger {

    private final List<Effect> effects = new ArrayList<>();

    public synchronized void add(Effect effect) {
        effects.add(effect);
    }

    public synchronized List<Effect> all() {
        return List.copyOf(effects);
    }

    synchronized void clear() {
        effects.clear();
    }
}
