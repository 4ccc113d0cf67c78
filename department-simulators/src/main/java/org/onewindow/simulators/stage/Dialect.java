package org.onewindow.simulators.stage;

import org.onewindow.simulators.wire.Answer;

/** What a department says, in the terms of its own contract, when it is told to misbehave. */
public interface Dialect {

    /** A refusal that the contract knows for this operation. */
    Answer refusal(String operation);

    /** The contract's declared "try again later": nothing was done. */
    Answer fault(String operation);

    /** An answer whose DOCTYPE points at this address. */
    Answer doctype(String address);
}
