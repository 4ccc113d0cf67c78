package org.onewindow.simulators.utilities;

import java.time.Instant;
import java.time.LocalDate;

/** A holder was changed. */
record Change(String number, LocalDate effectiveOn, Instant at) implements Outcome {}
