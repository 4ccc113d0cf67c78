package org.onewindow.connectors.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;

/**
 * One compiled mapping file (Message Translator); safe for many threads.
 *
 * <p>All of them end in {@link MappingFailed} where the file stops or yields what is not of the form.
 */
public interface Mapping {

    /** The message with its holes: a document where the department speaks XML, else {@code {parameters, body}} as JSON. */
    String request(Department department, Operation operation, Asked asked);

    /** The sealed reply as JSON values. */
    Map<String, @Nullable Object> reply(Department department, Operation operation, Told told);

    /** {@code {event, subject}} of something the department tells unasked. */
    Map<String, @Nullable Object> event(Department department, @Nullable Object content);

    /** The canonical request, as JSON values, of what a channel brought: a document where it speaks XML, else JSON values. */
    Map<String, @Nullable Object> submission(@Nullable Object content);
}
