package org.onewindow.simulators.stage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What all departments share: the clock, the switches, the records of calls and effects, what is to be sent. */
public final class Stage {

    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Clock clock;
    private final Modes modes = new Modes();
    private final Ledger ledger = new Ledger();
    private final Calls calls;
    private final Deliveries deliveries;
    private final RunningNumbers numbers;
    private volatile String canary = "http://127.0.0.1:1/";

    public Stage(Clock clock) {
        this.clock = clock.withZone(BEIJING);
        calls = new Calls(clock);
        deliveries = new Deliveries(clock, modes);
        numbers = new RunningNumbers(this.clock);
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Beijing time, to the millisecond. */
    public OffsetDateTime time() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }

    public Modes modes() {
        return modes;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Calls calls() {
        return calls;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    public RunningNumbers numbers() {
        return numbers;
    }

    /** An address that nobody has any business with: who asks there has followed an entity. */
    public String canary() {
        return canary;
    }

    public void canaryAt(String address) {
        canary = address;
    }

    /** Real time, not the shared clock's: what a caller waits. */
    public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }

    /** Forgets everything but the running numbers. */
    public void reset() {
        modes.clear();
        ledger.clear();
        calls.clear();
        deliveries.clear();
    }
}
