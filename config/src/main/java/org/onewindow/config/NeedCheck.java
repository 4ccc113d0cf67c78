package org.onewindow.config;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

/** Checks how much of a licence a matter says that it needs. */
final class NeedCheck {

    private final Path licences;
    private final RegisteredTypes types;
    private final Diagnostics diagnostics;

    /** Against the licence types whose files are in this folder. */
    NeedCheck(Path licences, RegisteredTypes types, Diagnostics diagnostics) {
        this.licences = licences;
        this.types = types;
        this.diagnostics = diagnostics;
    }

    /** Of what is registered; {@code known} are its type and those that stand for it. */
    void check(YamlValue material, Collection<String> ways, Collection<String> known) {
        var need = material.get("need");
        var type = material.get("type");
        boolean isLicence = known.stream().anyMatch(types::isLicence);
        if (isLicence && need.isMissing() && ways.contains("licence")) {
            diagnostics.report(material.get("from").place(), Fault.NEED_NOT_SAID, type.mustBeText());
        }
        if (!isLicence && !need.isMissing()) {
            diagnostics.report(need.place(), Fault.NEED_OF_NO_LICENCE, type.mustBeText());
        }
        known.stream().filter(types::isLicence).findFirst().ifPresent(licence -> checkFields(need, licence));
    }

    private void checkFields(YamlValue need, String licence) {
        if (need.get("fields").isMissing()) {
            return;
        }
        new FormSchema(diagnostics)
                .check(types.licence(licence).get("fields"), licences)
                .ifPresent(schema -> {
                    var known = new TreeSet<String>();
                    schema.path("properties").properties().stream()
                            .map(Map.Entry::getKey)
                            .forEach(known::add);
                    need.get("fields").elements().stream()
                            .filter(field -> field.isText() && !known.contains(field.mustBeText()))
                            .forEach(field -> diagnostics.report(
                                    field.place(),
                                    Fault.UNKNOWN_LICENCE_FIELD,
                                    field.mustBeText(),
                                    Spelling.hint(field.mustBeText(), known),
                                    String.join(", ", known)));
                });
    }
}
