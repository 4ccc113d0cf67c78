package org.onewindow.portal.stores;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.checklist.Checklist;
import org.onewindow.portal.text.Words;
import org.springframework.stereotype.Component;

/** Tells a checklist in the caller's language. */
@Component
final class ChecklistViews {

    private final Words words;

    ChecklistViews(Words words) {
        this.words = words;
    }

    /**
     * The whole list.
     *
     * @param complete nothing is wanted of the applicant
     * @param hash SHA-256 of the list in its canonical form
     */
    record Answer(String matter, boolean complete, Instant asOf, String ruleVersion, String hash, List<Item> items) {}

    /**
     * One material.
     *
     * @param party whose, by place in the parties from 0; null: the case's
     * @param ways in which it may come
     * @param stored what was handed in before and could be used again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String key,
            String type,
            String name,
            @Nullable Integer party,
            Standing state,
            String why,
            List<String> ways,
            @Nullable String stored) {}

    /** How it stands, for programs and for people. */
    record Standing(String code, String label, boolean satisfied) {}

    Answer of(Checklist list, Locale language) {
        return new Answer(
                list.matter(),
                list.missing().isEmpty(),
                list.asOf(),
                list.ruleVersion(),
                list.sha256(),
                list.items().stream().map(item -> item(item, language)).toList());
    }

    private Item item(Checklist.Item item, Locale language) {
        var standing = item.standing();
        return new Item(
                item.key(),
                item.material().type(),
                item.material().name().in(language),
                item.party(),
                new Standing(
                        standing.code(), words.of("standing." + standing.code(), language), standing.isSatisfied()),
                words.of("checklist." + item.why(), language, item.details()),
                item.material().from().stream()
                        .sorted()
                        .map(way -> way.name().toLowerCase(Locale.ROOT))
                        .toList(),
                item.offer());
    }
}
