package org.onewindow.simulators.stage;

import java.time.Instant;

/** One call as a department received it, look-ups too; the outcome is filled in when it is known. */
public final class Call {

    private final String department;
    private final String operation;
    private final Instant at;
    private String key = "";
    private String caseNumber = "";
    private String outcome = "received";

    Call(String department, String operation, Instant at) {
        this.department = department;
        this.operation = operation;
        this.at = at;
    }

    public synchronized Call key(String newKey) {
        key = newKey;
        return this;
    }

    public synchronized Call caseNumber(String newCaseNumber) {
        caseNumber = newCaseNumber;
        return this;
    }

    public synchronized void outcome(String newOutcome) {
        outcome = newOutcome;
    }

    public synchronized Seen seen() {
        return new Seen(department, operation, key, caseNumber, outcome, at);
    }

    /** A call at one moment. */
    public record Seen(
            String department, String operation, String key, String caseNumber, String outcome, Instant at) {}
}
