package org.onewindow.routes;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;
import org.onewindow.config.Channel;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.connectors.channel.ChannelForms;
import org.onewindow.connectors.channel.FormRead;
import org.onewindow.routes.configuration.Follower;

/** Turns what channels bring in their own forms into the canonical request (Normaliser); {@link Intake} takes it from there. */
public final class Channels implements Follower {

    private final Supplier<ConfigurationTree> tree;
    private final ChannelForms forms;

    Channels(Supplier<ConfigurationTree> tree, ChannelForms forms) {
        this.tree = tree;
        this.forms = forms;
    }

    /** What became of reading a submission. */
    public sealed interface Read {

        /** The canonical request as JSON values, to be read as strictly as one that came in canonical form. */
        record Request(Map<String, @Nullable Object> values) implements Read {}

        /** It is not even XML. */
        record NotXml(Localised where) implements Read {}

        /** The channel's mapping cannot read it; the reason never holds a value. */
        record Unreadable(String reason) implements Read {}
    }

    @Override
    public void prepare(ConfigurationTree next) {
        forms.add(next.channels().values());
    }

    @Override
    public void serve(ConfigurationTree now, Set<String> disabled) {
        forms.keepOnly(now.channels().values());
    }

    public Optional<Channel> find(String id) {
        return Optional.ofNullable(tree.get().channels().get(id));
    }

    /** Of a channel that speaks JSON; JSON values. */
    public Read ofJson(Channel channel, Map<String, ?> submission) {
        return read(forms.ofJson(channel, submission));
    }

    /** Of a channel that speaks XML. */
    public Read ofXml(Channel channel, byte[] submission) {
        return read(forms.ofXml(channel, submission));
    }

    private static Read read(FormRead form) {
        return switch (form) {
            case FormRead.Request(var values) -> new Read.Request(values);
            case FormRead.NotXml(var where) -> new Read.NotXml(where);
            case FormRead.Unreadable(var reason) -> new Read.Unreadable(reason);
        };
    }
}
