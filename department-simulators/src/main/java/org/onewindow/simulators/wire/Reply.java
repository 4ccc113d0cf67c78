package org.onewindow.simulators.wire;

/** What really leaves the house: an answer, half of one, or nothing but a closed connection. */
public sealed interface Reply {

    record Whole(Answer answer) implements Reply {}

    record Half(Answer answer) implements Reply {}

    record Cut() implements Reply {}

    static Reply of(Answer answer) {
        return new Whole(answer);
    }
}
