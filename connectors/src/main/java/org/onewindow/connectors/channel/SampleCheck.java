package org.onewindow.connectors.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Channel;
import org.onewindow.config.Diagnostic;
import org.onewindow.connectors.mapping.CanonicalJson;
import org.onewindow.connectors.mapping.JsonDifference;
import org.onewindow.connectors.mapping.MappingFiles;

/** Checks one channel's folder: its mapping compiles, and each sample's submission becomes its request. */
final class SampleCheck {

    private final Path root;
    private final Channel channel;
    private final List<Diagnostic> found = new ArrayList<>();

    SampleCheck(Path root, Channel channel) {
        this.root = root;
        this.channel = channel;
    }

    List<Diagnostic> found() {
        switch (ChannelForms.tryCompile(channel)) {
            case MappingFiles.Outcome.Compiled _ -> {
                var forms = ChannelForms.of(List.of(channel));
                samples().forEach(sample -> check(forms, sample));
            }
            case MappingFiles.Outcome.Faulty(var file, var faults) ->
                faults.forEach(fault -> found.add(
                        ChannelFinding.MAPPING_BROKEN.at(root, file, fault.line(), fault.column(), fault.message())));
        }
        return List.copyOf(found);
    }

    private List<Path> samples() {
        var folder = channel.folder().resolve("samples");
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            add(ChannelFinding.SAMPLE_UNREADABLE, folder, unreadable.getClass().getSimpleName());
            return List.of();
        }
    }

    private void check(ChannelForms forms, Path sample) {
        var submission = sample.resolve("submission." + channel.format().ending());
        var request = sample.resolve("request.json");
        try {
            var expected = CanonicalJson.parse(Files.readAllBytes(request));
            switch (read(forms, Files.readAllBytes(submission))) {
                case FormRead.Request(var values) -> compare(request, expected, values);
                case FormRead.NotXml(var where) -> add(ChannelFinding.SAMPLE_UNREADABLE, submission, where.en());
                case FormRead.Unreadable(var reason) -> add(ChannelFinding.REQUEST_DIFFERS, submission, reason);
            }
        } catch (NoSuchFileException missing) {
            add(
                    ChannelFinding.SAMPLE_UNREADABLE,
                    sample,
                    "a file is missing: " + Path.of(missing.getFile()).getFileName());
        } catch (IOException unreadable) {
            add(ChannelFinding.SAMPLE_UNREADABLE, sample, unreadable.getClass().getSimpleName());
        }
    }

    private FormRead read(ChannelForms forms, byte[] submission) throws IOException {
        if (channel.format() == Channel.Format.XML) {
            return forms.ofXml(channel, submission);
        }
        if (CanonicalJson.parse(submission) instanceof Map<?, ?> object) {
            return forms.ofJson(channel, CanonicalJson.object(object));
        }
        throw new IOException("not a JSON object");
    }

    private void compare(Path request, @Nullable Object expected, Map<String, @Nullable Object> values) {
        JsonDifference.first(expected, values)
                .ifPresent(difference -> add(ChannelFinding.REQUEST_DIFFERS, request, difference));
        CanonicalJson.breachOfServiceRequest(values)
                .ifPresent(breach -> add(ChannelFinding.REQUEST_DIFFERS, request, breach));
    }

    private void add(ChannelFinding finding, Path file, String detail) {
        found.add(finding.at(root, file, 1, 1, detail));
    }
}
