package org.onewindow.licences.checklist;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.config.Matter;

/**
 * Everything a matter asks for and how each of it stands (材料清单).
 *
 * @param ruleVersion by which matter and catalogues it was drawn up
 */
public record Checklist(String matter, String ruleVersion, Instant asOf, List<Item> items) {

    public Checklist {
        items = List.copyOf(items);
    }

    /**
     * One material of one person.
     *
     * @param key the material's type, and whose: {@code resident-identity-card.2} is the second party's
     * @param party whose, by place in the request's parties from 0; null: the case's
     * @param onlineOnly whether no copy of it is taken
     * @param demanded whether it is wanted beyond what the matter asks for
     * @param why a stable code for the words that say it
     * @param reference what satisfies it; null: nothing does, or the department's word that needs no bytes
     * @param offer the stored material that could be used, {@code mat_…}
     */
    public record Item(
            String key,
            Matter.RequiredMaterial material,
            @Nullable Integer party,
            boolean onlineOnly,
            boolean demanded,
            Standing standing,
            String why,
            Map<String, String> details,
            @Nullable MaterialReference reference,
            @Nullable String offer) {

        static Item of(Ask ask, Finding finding) {
            return new Item(
                    ask.key(),
                    ask.material(),
                    ask.party(),
                    ask.isOnlineOnly(),
                    ask.demanded(),
                    finding.standing(),
                    finding.why(),
                    finding.details(),
                    finding.reference(),
                    finding.offer());
        }

        boolean isWanted() {
            return !standing.isSatisfied() && !standing.isUndecided();
        }
    }

    /** What the applicant must still hand in or say; {@code code} is the material's type. */
    public List<SupplementNeeded.Item> missing() {
        return items.stream().filter(Item::isWanted).map(NoticeText::of).toList();
    }

    public List<MaterialReference> found() {
        return items.stream().map(Item::reference).filter(Objects::nonNull).toList();
    }

    /** What keeps it from being complete though nothing is wanted of the applicant; null: nothing. */
    public @Nullable String awaits() {
        return items.stream()
                .map(Item::standing)
                .filter(Standing::isUndecided)
                .min(Comparator.naturalOrder())
                .map(Standing::code)
                .orElse(null);
    }

    /** Where each material comes from, by its key. */
    public Map<String, String> sources() {
        var sources = new LinkedHashMap<String, String>();
        items.stream()
                .filter(item -> item.standing().isSatisfied())
                .forEach(item -> sources.put(item.key(), item.standing().code()));
        return sources;
    }

    /** SHA-256 of {@link #body}, in hex. */
    public String sha256() {
        return Sha256.hex(body().getBytes(StandardCharsets.UTF_8));
    }

    /** As canonical JSON: members sorted, no spaces; no name and no document number. */
    public String body() {
        return ListText.of(this);
    }

    /** Without what must not be asked any more. */
    Checklist without(Set<String> keys) {
        return new Checklist(
                matter,
                ruleVersion,
                asOf,
                items.stream().filter(item -> !keys.contains(item.key())).toList());
    }
}
