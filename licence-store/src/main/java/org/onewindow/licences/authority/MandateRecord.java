package org.onewindow.licences.authority;

import java.time.Instant;
import java.util.List;

/**
 * One mandate, as either of the two is told of it. Who the other one is the store does not know by name.
 *
 * @param given whether the reader gave it; false: the reader may act
 * @param state {@code live}, {@code revoked} or {@code over}
 */
public record MandateRecord(
        String id, boolean given, List<String> matters, Instant madeAt, Instant until, String state) {}
