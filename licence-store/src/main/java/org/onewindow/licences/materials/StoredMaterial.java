package org.onewindow.licences.materials;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.TrustLevel;
import org.onewindow.licences.keys.HolderId;

/**
 * What somebody handed in with a case and may use again.
 *
 * @param id {@code mat_…}, random
 * @param holder whose it is
 * @param upload that holds its bytes
 * @param watched what it was true for: keyed hashes by name
 * @param keptUntil the last day; a new use moves it on
 * @param validTo its last day; null: it has none
 * @param restricted not used any more, nor deleted (个人信息保护法 art. 47)
 */
public record StoredMaterial(
        String id,
        HolderId holder,
        String type,
        String upload,
        TrustLevel level,
        Map<String, String> watched,
        String firstCase,
        Instant handedInAt,
        Instant lastUsedAt,
        LocalDate keptUntil,
        @Nullable LocalDate validTo,
        boolean restricted) {}
