package org.onewindow.licences.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.Licence;

/**
 * One use of a licence, as its holder is told of it.
 *
 * @param by the client that used it
 * @param state the licence's at that second
 * @param asOf how old that word was
 * @param authorisation by which it was used, where it is the reader's; null: that of somebody who holds the licence with them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UseRecord(
        long id,
        Instant at,
        String licence,
        String type,
        int version,
        String mode,
        List<String> fields,
        Licence.Status state,
        Instant asOf,
        @Nullable String authorisation,
        String basis,
        String purpose,
        @Nullable String caseNumber,
        String by,
        @Nullable String department) {}
