package org.onewindow.licences;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a licence exists, and nothing of what stands on it.
 *
 * @param issuer the credit code of who issued it
 * @param validTo its last day; null: unlimited
 * @param asOf when its source last said so
 */
public record Sensed(
        String id,
        String type,
        String issuer,
        Licence.Status state,
        LocalDate issuedOn,
        @Nullable LocalDate validTo,
        Instant asOf) {}
