package org.onewindow.connectors.channel;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.sf.saxon.s9api.SaxonApiException;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;
import org.onewindow.config.Channel;
import org.onewindow.config.Diagnostic;
import org.onewindow.config.Explanation;
import org.onewindow.connectors.mapping.HubFunctions;
import org.onewindow.connectors.mapping.LockedSaxon;
import org.onewindow.connectors.mapping.Mapping;
import org.onewindow.connectors.mapping.MappingFailed;
import org.onewindow.connectors.mapping.MappingFiles;

/** Reads what channels bring in their own forms (Message Translator, Normaliser); safe for many threads. */
public final class ChannelForms {

    private final LockedSaxon saxon = new LockedSaxon();
    private final MappingFiles files = new MappingFiles(saxon, functions());
    private final Map<Channel, Mapping> mappings = new ConcurrentHashMap<>();

    private ChannelForms() {}

    /** Compiles all mappings; one that does not compile is an {@link IllegalArgumentException}. */
    public static ChannelForms of(Collection<Channel> channels) {
        var forms = new ChannelForms();
        forms.add(channels);
        return forms;
    }

    /** Gets ready for these too, such as the same channels in another revision; an {@link IllegalArgumentException} as above. */
    public void add(Collection<Channel> channels) {
        channels.forEach(channel -> mappings.computeIfAbsent(channel, this::compiled));
    }

    /** Forgets all others; one that is asked for all the same is compiled again. */
    public void keepOnly(Collection<Channel> channels) {
        mappings.keySet().retainAll(channels);
    }

    private Mapping compiled(Channel channel) {
        return switch (files.compile(channel)) {
            case MappingFiles.Outcome.Compiled(var mapping) -> mapping;
            case MappingFiles.Outcome.Faulty(var file, var faults) ->
                throw new IllegalArgumentException("channels/" + channel.id() + "/" + file.getFileName() + ":"
                        + faults.getFirst().line() + ": " + faults.getFirst().message());
        };
    }

    /**
     * Everything that is wrong with the channels' folders: mappings that do not compile, samples that do not hold.
     *
     * @param root of the configuration tree
     */
    public static List<Diagnostic> check(Path root, Collection<Channel> channels) {
        return channels.stream()
                .flatMap(channel -> new SampleCheck(root, channel).found().stream())
                .toList();
    }

    /** What a code of this check means; empty: it has no such code. */
    public static Optional<Explanation> explain(String code) {
        return ChannelFinding.explain(code);
    }

    static MappingFiles.Outcome tryCompile(Channel channel) {
        return new ChannelForms().files.compile(channel);
    }

    /** A submission of a channel that speaks JSON; JSON values. */
    public FormRead ofJson(Channel channel, Map<String, ?> submission) {
        return mapped(channel, () -> submission);
    }

    /** A submission of a channel that speaks XML. */
    public FormRead ofXml(Channel channel, byte[] submission) {
        try {
            var document = XmlForms.outermost(saxon.processor(), submission);
            return mapped(channel, () -> document);
        } catch (SaxonApiException broken) {
            return new FormRead.NotXml(XmlForms.whereIn(broken));
        }
    }

    private FormRead mapped(Channel channel, Supplier<Object> submission) {
        var mapping = mappings.computeIfAbsent(channel, this::compiled);
        try {
            return withChannel(channel, mapping.submission(submission.get()));
        } catch (MappingFailed failure) {
            return new FormRead.Unreadable(String.valueOf(failure.getMessage()));
        }
    }

    /** A mapping may not say by which channel it came, nor another matter than the channel is for. */
    private static FormRead withChannel(Channel channel, Map<String, @Nullable Object> values) {
        values.put("channel", channel.id());
        var matter = channel.matter();
        if (matter != null) {
            var told = values.put("matter", matter);
            if (told != null && !told.equals(matter)) {
                return new FormRead.Unreadable("the channel is for the matter " + matter + " only");
            }
        }
        return new FormRead.Request(values);
    }

    /** What came of a text that is not in the language of its channel, in words. */
    static Localised place(int line, int column) {
        return new Localised(
                "第 " + line + " 行第 " + column + " 列不是有效的 XML（不允许 DOCTYPE，嵌套、属性和文本长度有限）",
                "Not XML at line " + line + ", column " + column
                        + " (no DOCTYPE; nesting, attributes and texts are bounded)");
    }

    /** Without secrets: who may submit is proven outside of the form. */
    private static HubFunctions functions() {
        return new HubFunctions(
                _ -> {
                    throw new MappingFailed("a channel's mapping has no secrets");
                },
                () -> {
                    throw new MappingFailed("a channel's mapping has no serial numbers");
                });
    }
}
