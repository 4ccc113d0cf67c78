package org.onewindow.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Turns a channel's descriptor that the checks have found good into its typed form. */
final class ChannelReader {

    private ChannelReader() {}

    static Channel read(YamlValue file, Path folder) {
        return new Channel(
                file.get("id").mustBeText(),
                folder,
                Contents.localised(file.get("name")),
                Channel.Format.valueOf(file.get("format").mustBeText().toUpperCase(Locale.ROOT)),
                file.get("matter").text(),
                Set.copyOf(file.get("clients").texts()));
    }
}
