package org.onewindow.routes;

import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the workers of all nodes what is to be done, after it was committed.
 *
 * <p>Never waits and never fails: a hint that gets lost is made up for by the sweeper.
 */
public final class Hints {

    private static final Logger LOG = LoggerFactory.getLogger(Hints.class);

    private final ProducerTemplate camel;

    public Hints(ProducerTemplate camel) {
        this.camel = camel;
    }

    public void send(CaseNumber number, List<Command> commands) {
        for (var command : commands) {
            switch (command) {
                case Command.Dispatch dispatch ->
                    send(HubQueues.work(dispatch.department()), Hint.of(number, dispatch.stepKey()));
                case Command.Check _ -> check(number);
                case Command.OpenTask _,
                        Command.CloseTasks _,
                        Command.IssueLicence _,
                        Command.OverrideNotice _,
                        Command.Notice _ -> {}
            }
        }
    }

    void check(CaseNumber number) {
        send(HubQueues.CHECK, Hint.of(number, ""));
    }

    /** A node that is starting or ending takes applications while its routes are not there. */
    private void send(String queue, Hint hint) {
        try {
            camel.sendBodyAndHeader(HubQueues.HINTS, hint.text(), HubQueues.DESTINATION, queue);
        } catch (RuntimeException noRoute) {
            LOG.debug("hint lost, the sweeper sends it again", noRoute);
        }
    }
}
