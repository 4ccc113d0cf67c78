package org.onewindow.config;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;

/**
 * A way in with a form of its own ({@code config/channels/<id>/}): what it brings is mapped to the canonical request.
 *
 * @param folder where its descriptor, mapping and samples stand
 * @param matter the matter of all its submissions; null: its mapping says which
 * @param clients the registered clients that may use it
 */
public record Channel(
        String id, Path folder, Localised name, Format format, @Nullable String matter, Set<String> clients) {

    public Channel {
        clients = Set.copyOf(clients);
    }

    /** What its submissions are, and so what language its mapping is written in. */
    public enum Format {
        JSON("mapping.jsonata", "json"),
        XML("mapping.xslt", "xml");

        private final String mapping;
        private final String ending;

        Format(String mapping, String ending) {
            this.mapping = mapping;
            this.ending = ending;
        }

        /** The name of the mapping's file. */
        public String mapping() {
            return mapping;
        }

        /** Of the files that hold submissions, without the dot. */
        public String ending() {
            return ending;
        }
    }

    public Path mapping() {
        return folder.resolve(format.mapping());
    }
}
