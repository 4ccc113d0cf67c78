package org.onewindow.connectors.draft;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides where each field of a request comes from. */
final class Origins {

    /** The canonical values of the samples: fictitious people only, and the fixed values of the folder's check. */
    static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry("applicant.idNumber", "370102198503078212"),
            Map.entry("applicant.name", "张铭"),
            Map.entry("applicant.phone", "13900000000"),
            Map.entry("applicant.address.text", "济南市历下区泉城路1号"),
            Map.entry("applicant.address.division", "370102"),
            Map.entry("applicant.address.postcode", "250011"),
            Map.entry("birthDate", "1985-03-07"),
            Map.entry("case.number", "OW261124-7K3M9QXT-D"),
            Map.entry("case.matter", "sample-matter"),
            Map.entry("case.channel", "portal"),
            Map.entry("case.submittedAt", "2026-11-24T01:12:40Z"),
            Map.entry("key", "0b0e6ad3-5c2f-5a5e-9d0a-6f2f5b6f7a01"),
            Map.entry("now", "2026-11-24T09:30:15+08:00"),
            Map.entry("today", "2026-11-24"));

    /** Groups that speak of somebody or something else than the applicant. */
    private static final Pattern OTHERS = Pattern.compile(
            "(?i).*(company|corp|org|unit|employer|agent|proxy|bank|spouse|child|family|seller|buyer|property|house|guardian"
                    + "|receiver|contact|material|attach|file|item|dw|qy|jg|dlr|jbr|po|jhr|yh|sjr|cl|fj).*");

    private final Glossary glossary;
    private final String department;
    private final Set<Leaf> doubted;

    /** @param doubted fields that the glossary must not fill: what it would put there breaks the contract */
    Origins(Glossary glossary, String department, Set<Leaf> doubted) {
        this.glossary = glossary;
        this.department = department;
        this.doubted = doubted;
    }

    /**
     * The origin of a field.
     *
     * @param group the name of the group it stands in; empty: the message itself
     * @param repeated whether it stands in something that repeats, and so belongs to an item of the form
     */
    Origin of(Leaf leaf, String group, boolean repeated) {
        var constant = leaf.type().constant();
        if (constant != null) {
            return new Origin.Fixed(constant);
        }
        var place = glossary.place(leaf.tag().name()).orElse("");
        if (place.startsWith("form.") && !repeated && !leaf.occurs().isRepeated()) {
            return new Origin.Form(place.substring(5), sample(leaf), true);
        }
        var known = place.equals("callbackUrl")
                ? "http://hub.test/v1/replies/" + department + "/c0ffee00c0ffee00c0ffee00c0ffee00"
                : SAMPLES.get(place);
        boolean ofOthers =
                place.startsWith("applicant.") && OTHERS.matcher(group).matches();
        return known == null
                        || repeated
                        || ofOthers
                        || leaf.occurs().isRepeated()
                        || leaf.type().isNumber()
                        || doubted.contains(leaf)
                        || !leaf.type().accepts(known)
                ? new Origin.Form(leaf.tag().key(), sample(leaf), false)
                : new Origin.Known(place, known);
    }

    private static String sample(Leaf leaf) {
        return SampleText.of(leaf.type(), leaf.tag().name());
    }

    /** What an answer says in a field of this name. */
    String answer(Leaf leaf) {
        var known = SAMPLES.get(glossary.place(leaf.tag().name()).orElse(""));
        return known != null
                        && leaf.type().constant() == null
                        && !leaf.type().isNumber()
                        && leaf.type().accepts(known)
                        && !doubted.contains(leaf)
                ? known
                : sample(leaf);
    }

    /** The name of a fact that comes from a field of this name. */
    String fact(Tag tag) {
        var place = glossary.place(tag.name()).orElse("");
        if (place.equals("case.number")) {
            return "caseNumber";
        }
        return place.startsWith("applicant.") || place.startsWith("form.")
                ? place.substring(place.lastIndexOf('.') + 1)
                : tag.key();
    }
}
