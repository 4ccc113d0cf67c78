package org.onewindow.licences.blobs;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who measures what a bucket is asked. Nothing that is told names an object. */
@FunctionalInterface
public interface BucketWatch {

    /** Nobody looks. */
    BucketWatch NOBODY = _ -> {};

    /** What is asked of a bucket. */
    enum Operation {
        PUT,
        GET,
        /** All pieces of an object, with the list of them. */
        DELETE,
        /** Whether it is there, when nobody asked anything else for a while. */
        LOOK;

        /** As metrics have it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One request, with everything that was tried again.
     *
     * @param fault null: it was answered, be it that there is no such piece
     * @param bytes of a piece that came or went
     */
    record Call(Operation operation, @Nullable BucketFault fault, Duration time, int bytes) {}

    /** On the thread that asked, which waits for it. */
    void asked(Call call);
}
