package org.onewindow.hub.command.department;

import org.onewindow.hub.client.Tokens;
import org.onewindow.hub.command.BadInput;
import org.onewindow.hub.command.Console;
import org.onewindow.hub.command.Wishes;
import picocli.CommandLine.Option;

/** Where the caller wishes a folder to be tried. */
final class Where {

    @Option(names = "--offline")
    private boolean offline;

    @Option(names = "--hub")
    private boolean hub;

    /**
     * At a hub that is up, else here.
     *
     * @param preferHere unless a hub is insisted on
     */
    Bench bench(Wishes wishes, Console console, boolean preferHere) {
        if (offline && hub) {
            throw new BadInput(console.texts().say("offline-or-hub"));
        }
        boolean here = offline || (!hub && (preferHere || !wishes.hub(console).isUp("/actuator/health/readiness")));
        try {
            return here ? new BenchHere(console) : new BenchAtHub(Admin.of(wishes, console));
        } catch (Tokens.NoToken notTheHubOfThisMachine) {
            if (hub) {
                throw notTheHubOfThisMachine;
            }
            return new BenchHere(console);
        }
    }
}
