package org.onewindow.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** Checks one channel's descriptor against its folder and the matters of the tree. */
final class ChannelCheck {

    private static final Set<String> FORMATS = Set.of("json", "xml");

    private final Path channels;
    private final Collection<String> matters;
    private final Diagnostics diagnostics;

    ChannelCheck(Path channels, Collection<String> matters, Diagnostics diagnostics) {
        this.channels = channels;
        this.matters = matters;
        this.diagnostics = diagnostics;
    }

    void check(String folder, YamlValue channel) {
        var id = channel.get("id");
        if (id.isText() && !id.mustBeText().equals(folder)) {
            diagnostics.report(id.place(), Fault.ID_DIFFERS, id.mustBeText(), folder, "folder");
        }
        checkMatter(channel.get("matter"));
        var format = channel.get("format");
        if (FORMATS.contains(String.valueOf(format.text()))) {
            checkFolder(folder, Channel.Format.valueOf(format.mustBeText().toUpperCase(Locale.ROOT)), format);
        }
    }

    private void checkMatter(YamlValue matter) {
        var code = matter.text();
        if (code != null && !matters.contains(code)) {
            diagnostics.report(
                    matter.place(),
                    Fault.UNKNOWN_MATTER,
                    code,
                    Spelling.hint(code, matters),
                    String.join(", ", matters));
        }
    }

    /** A mapping that no sample has been through is not known to hold. */
    private void checkFolder(String folder, Channel.Format written, YamlValue format) {
        var path = channels.resolve(folder);
        if (!Files.isRegularFile(path.resolve(written.mapping()))) {
            diagnostics.report(format.place(), Fault.CHANNEL_WITHOUT_MAPPING, written.mapping());
        }
        var submission = "submission." + written.ending();
        if (!hasSample(path.resolve("samples"), submission)) {
            diagnostics.report(format.place(), Fault.CHANNEL_WITHOUT_SAMPLE, submission);
        }
    }

    private static boolean hasSample(Path samples, String submission) {
        if (!Files.isDirectory(samples)) {
            return false;
        }
        try (var folders = Files.list(samples)) {
            return folders.anyMatch(sample -> Files.isRegularFile(sample.resolve(submission)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
