package org.onewindow.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What matters ask for and issue, held against the catalogue: nothing unregistered, nothing the store could give, no circular proofs. */
final class RequiredLicences {

    private final TreeFiles files;
    private final Diagnostics diagnostics;
    /** By licence type: what an applicant must already hold to get one, and the matter that says so. */
    private final Map<String, Map<String, YamlValue>> needs = new LinkedHashMap<>();

    RequiredLicences(TreeFiles files, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
    }

    void check() {
        files.matters().values().forEach(this::check);
        new LinkedHashSet<>(needs.keySet()).forEach(type -> follow(type, new ArrayList<>()));
    }

    private void check(YamlValue matter) {
        var issued = matter.get("issues").get("licence");
        mustBeRegistered(issued);
        matter.get("materials").elements().forEach(material -> {
            var type = material.get("type");
            if ("licence".equals(material.get("from").text())) {
                mustBeRegistered(type);
                if (issued.isText() && type.isText() && !issued.mustBeText().equals(type.mustBeText())) {
                    needs.computeIfAbsent(issued.mustBeText(), _ -> new LinkedHashMap<>())
                            .put(type.mustBeText(), type);
                }
            } else if (type.isText() && files.licences().containsKey(type.mustBeText())) {
                diagnostics.report(material.get("from").place(), Fault.UPLOAD_OF_A_LICENCE, type.mustBeText());
            }
        });
    }

    private void mustBeRegistered(YamlValue type) {
        var text = type.text();
        Set<String> known = files.licences().keySet();
        if (text != null && !known.contains(text)) {
            diagnostics.report(
                    type.place(), Fault.UNKNOWN_LICENCE, text, Spelling.hint(text, known), String.join(", ", known));
        }
    }

    /** A circle is told once, from the type in it that comes first in the alphabet. */
    private void follow(String type, List<String> path) {
        int start = path.indexOf(type);
        if (start >= 0) {
            var circle = path.subList(start, path.size());
            if (start == 0 && circle.stream().allMatch(other -> type.compareTo(other) <= 0)) {
                var last = needs.getOrDefault(circle.getLast(), Map.of()).get(type);
                if (last != null) {
                    diagnostics.report(last.place(), Fault.CIRCULAR_PROOF, String.join(" → ", circle) + " → " + type);
                }
            }
            return;
        }
        path.addLast(type);
        needs.getOrDefault(type, Map.of()).keySet().forEach(next -> follow(next, path));
        path.removeLast();
    }
}
