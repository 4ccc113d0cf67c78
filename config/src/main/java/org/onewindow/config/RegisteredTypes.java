package org.onewindow.config;

import java.util.Collection;
import java.util.TreeSet;

/** The catalogue of what can be asked for: kinds of material and types of licence, by one name each. */
record RegisteredTypes(TreeFiles files) {

    boolean isLicence(String type) {
        return files.licences().containsKey(type);
    }

    /** Whether a copy of it is never good enough. */
    boolean isOnlineOnly(String type) {
        return isLicence(type) && licence(type).get("online-only").json().asBoolean();
    }

    /** The licence type's file; of what is none nothing is there. */
    YamlValue licence(String type) {
        var file = files.licences().get(type);
        return file == null ? YamlValue.nothingAt(Place.startOf("licences")) : file;
    }

    /** The material's file; of a licence and of what is not registered nothing is there. */
    YamlValue material(String type) {
        var file = files.materials().get(type);
        return file == null ? YamlValue.nothingAt(Place.startOf("materials")) : file;
    }

    /** Whether a matter issues it. */
    boolean isIssued(String type) {
        return files.matters().values().stream()
                .anyMatch(matter ->
                        type.equals(matter.get("issues").get("licence").text()));
    }

    /** Whether it is registered; what is not is reported. */
    boolean mustBeKnown(YamlValue type, Diagnostics diagnostics) {
        var known = new TreeSet<>(files.materials().keySet());
        known.addAll(files.licences().keySet());
        return mustBeOneOf(type, known, Fault.UNKNOWN_MATERIAL, diagnostics);
    }

    boolean mustBeLicence(YamlValue type, Diagnostics diagnostics) {
        return mustBeOneOf(type, files.licences().keySet(), Fault.UNKNOWN_LICENCE, diagnostics);
    }

    private static boolean mustBeOneOf(YamlValue type, Collection<String> known, Fault fault, Diagnostics diagnostics) {
        var text = type.text();
        if (text != null && !known.contains(text)) {
            diagnostics.report(type.place(), fault, text, Spelling.hint(text, known), String.join(", ", known));
        }
        return text != null && known.contains(text);
    }
}
