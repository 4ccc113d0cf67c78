package org.onewindow.licences.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An authorisation that nobody could be asked for, and that no second person has confirmed. Whose licences it is about stands in its case.
 *
 * @param used how often it was used
 * @param late whether a day has gone by: its department gets no other until an operator confirms it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Emergency(
        String id,
        String department,
        @Nullable String caseNumber,
        List<String> types,
        String legalGround,
        int used,
        Instant madeAt,
        boolean late) {}
