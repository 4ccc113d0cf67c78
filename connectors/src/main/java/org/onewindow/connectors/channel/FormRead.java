package org.onewindow.connectors.channel;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;

/** What became of reading a submission in a channel's own form. */
public sealed interface FormRead {

    /** The canonical request as JSON values; whether it is a whole one is for its reader to say. */
    record Request(Map<String, @Nullable Object> values) implements FormRead {}

    /** It is not even XML. */
    record NotXml(Localised where) implements FormRead {}

    /**
     * The mapping cannot read it.
     *
     * @param reason never holds a value of the submission
     */
    record Unreadable(String reason) implements FormRead {}
}
