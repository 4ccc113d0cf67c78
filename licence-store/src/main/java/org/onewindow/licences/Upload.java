package org.onewindow.licences;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody handed in (上传文件), by reference.
 *
 * @param id {@code upl_…}, random
 * @param type the material it is meant to be, where the sender said so
 * @param fileName as the sender called it, without folders and control characters; for people, never a path
 * @param contentType what the bytes are, not what the sender called them
 * @param size in bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Upload(
        String id,
        @Nullable String type,
        String fileName,
        String contentType,
        long size,
        String sha256,
        Instant receivedAt) {

    /** Id and size only: file names tell of people. */
    @Override
    public String toString() {
        return "Upload[" + id + ", " + size + " bytes]";
    }
}
