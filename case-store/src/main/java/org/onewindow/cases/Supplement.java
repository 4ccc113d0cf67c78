package org.onewindow.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.MaterialReference;

/**
 * Something the applicant must add or correct (补正), told at once and as a whole (一次性告知).
 *
 * @param id within the case, such as {@code s1}
 * @param stepKey the step whose department asks; null: the case is not complete yet
 * @param materials what was handed in
 */
public record Supplement(
        String id,
        @Nullable String stepKey,
        List<SupplementNeeded.Item> items,
        Instant openedAt,
        @Nullable Instant handedInAt,
        List<MaterialReference> materials) {

    public Supplement {
        items = List.copyOf(items);
        materials = List.copyOf(materials);
    }

    public boolean isOpen() {
        return handedInAt == null;
    }

    boolean asksFor(String type) {
        return items.stream().anyMatch(item -> item.code().equals(type));
    }

    Supplement handedIn(List<MaterialReference> handedIn, Instant at) {
        return new Supplement(id, stepKey, items, openedAt, at, handedIn);
    }
}
