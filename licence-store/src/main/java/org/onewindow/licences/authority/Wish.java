package org.onewindow.licences.authority;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One use that is wanted.
 *
 * @param type the licence type, one of those the authorisation is for
 * @param fields which fields; empty for other modes
 * @param discloseAfter from when the holder is told, where a law lets a department wait with it; null: at once
 */
public record Wish(Code code, String type, Mode mode, List<String> fields, @Nullable Instant discloseAfter) {

    public Wish {
        fields = List.copyOf(fields);
    }
}
