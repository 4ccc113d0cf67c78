package org.onewindow.routes;

import java.time.Duration;
import org.onewindow.cases.store.Messages;
import org.onewindow.cases.store.Replays;
import org.onewindow.cases.store.RetrySwitches;

/**
 * What the flows keep of what is said, and what lets them be told to say it again.
 *
 * @param kept how long
 */
public record MessageDesk(
        Exchanges exchanges, Messages messages, Duration kept, Replays replays, RetrySwitches switches) {}
