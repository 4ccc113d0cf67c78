package org.onewindow.licences.blobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Secrets;
import org.onewindow.licences.blobs.BucketWatch.Call;
import org.onewindow.licences.blobs.BucketWatch.Operation;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Pieces as objects of a bucket, named by the random id of theirs and a number; with {@link BucketClient} and {@link ShortAnswers} all that
 * knows Amazon's library, so that a hub without a bucket never loads it.
 *
 * <p>Redirects are not followed: what it is asked would go elsewhere. Whoever asks while it was away a moment ago is refused at once.
 */
final class Bucket implements Pieces {

    private static final int LARGEST = Chunks.SIZE + Chunks.SEAL;
    private static final int PAGES_MAX = 1000;
    private static final int PIECES_MAX = 100_000;
    private static final int SERVER_ERROR = 500;
    private static final Duration QUIET = Duration.ofSeconds(30);

    /** Nothing has this name. */
    private static final String NOTHING = "hub-looks";

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.]{1,60}");

    private final S3Client s3;
    private final String name;
    private final Patience patience;
    private final BucketWatch watch;
    private final StoreClock clock = new StoreClock();
    private final AtomicLong restsUntil = new AtomicLong(System.nanoTime());

    /** Also where it is full, or the keys let nobody put: what is there may still be read. */
    private final AtomicLong refusesUntil = new AtomicLong(System.nanoTime());

    private final AtomicLong quietSince = new AtomicLong(System.nanoTime() - QUIET.toNanos());

    Bucket(BucketAddress address, BucketKeys keys, Patience patience, BucketWatch watch) {
        this.name = address.bucket();
        this.patience = patience;
        this.watch = watch;
        this.s3 = new BucketClient(address, keys, patience, clock).open();
    }

    @Override
    public void awake() throws BlobsAway {
        if (isBefore(restsUntil) || isBefore(refusesUntil)) {
            throw new BlobsAway("the bucket took nothing a moment ago");
        }
    }

    @Override
    public void put(String object, int no, byte[] sealed) throws BlobsAway {
        var body = RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(sealed), sealed.length, "application/octet-stream");
        awake();
        try {
            asked(
                    Operation.PUT,
                    _ -> sealed.length,
                    () -> s3.putObject(piece -> piece.bucket(name).key(key(object, no)), body));
        } catch (BlobsAway away) {
            rest(refusesUntil);
            throw away;
        }
    }

    @Override
    public Optional<byte[]> get(String object, int no) throws BlobsAway {
        return found(Operation.GET, key(object, no));
    }

    /** Throws where it does not answer, or not these keys. */
    void look() throws BlobsAway {
        found(Operation.LOOK, NOTHING);
    }

    /** Looks where nobody asked for anything for half a minute; what comes of it is told to who watches. */
    void lookIfQuiet() {
        if (System.nanoTime() - quietSince.get() >= QUIET.toNanos()) {
            try {
                look();
            } catch (BlobsAway told) {
                // and nobody waits for it
            }
        }
    }

    Optional<Duration> clockAhead() {
        return clock.ahead();
    }

    private Optional<byte[]> found(Operation operation, String key) throws BlobsAway {
        return asked(operation, found -> found.map(bytes -> bytes.length).orElse(0), () -> {
            try {
                return Optional.of(s3.<byte[]>getObject(
                        piece -> piece.bucket(name).key(key), (found, in) -> read(in, found.contentLength())));
            } catch (NoSuchKeyException gone) {
                return Optional.empty();
            }
        });
    }

    /** All pieces of an object, however many there are. */
    void delete(String object) throws BlobsAway {
        asked(Operation.DELETE, _ -> 0, () -> {
            s3.listObjectsV2Paginator(all -> all.bucket(name).prefix(object + '/')).stream()
                    .limit(PAGES_MAX)
                    .flatMap(page -> page.contents().stream())
                    .limit(PIECES_MAX)
                    .map(S3Object::key)
                    // a store that does not heed the prefix must not make the hub delete everything
                    .filter(key -> key.startsWith(object + '/'))
                    .forEach(key -> s3.deleteObject(piece -> piece.bucket(name).key(key)));
            return name;
        });
    }

    /** As much as a piece may be; the seal tells whether that is it. */
    private byte[] read(AbortableInputStream in, @Nullable Long length) throws IOException {
        var bytes = new byte[length == null ? LARGEST : Math.clamp(length, 0, LARGEST)];
        int filled = in.readNBytes(bytes, 0, bytes.length);
        if (length == null || length > bytes.length) {
            // more may come; a connection that gave all is used again
            in.abort();
        }
        return filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled);
    }

    private <T> T asked(Operation operation, ToIntFunction<T> bytes, Supplier<T> request) throws BlobsAway {
        if (isBefore(restsUntil)) {
            throw new BlobsAway("the bucket was away a moment ago");
        }
        long begin = System.nanoTime();
        quietSince.set(begin);
        try {
            var answer = request.get();
            watch.asked(new Call(operation, null, since(begin), bytes.applyAsInt(answer)));
            return answer;
        } catch (Secrets.MissingSecret | SdkException failure) {
            var away = away(failure);
            watch.asked(new Call(operation, away.fault(), since(begin), 0));
            throw away;
        }
    }

    private BlobsAway away(RuntimeException failure) {
        return switch (failure) {
            case Secrets.MissingSecret keys ->
                new BlobsAway(BucketFault.NO_KEYS, "the hub has no keys to the bucket: " + keys.getMessage());
            case S3Exception refusal -> {
                if (refusal.statusCode() >= SERVER_ERROR) {
                    rest(restsUntil);
                }
                var code = codeOf(refusal);
                yield new BlobsAway(
                        BucketFault.ofAnswer(refusal.statusCode(), code),
                        ("the bucket answers " + refusal.statusCode() + " " + code).strip());
            }
            default -> {
                rest(restsUntil);
                var fault = failure instanceof ApiCallTimeoutException
                        ? BucketFault.NO_ANSWER
                        : BucketFault.ofFailure(failure);
                yield new BlobsAway(fault, "the bucket is away: " + fault.code());
            }
        };
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void rest(AtomicLong until) {
        until.set(System.nanoTime() + patience.rest().toNanos());
    }

    private static boolean isBefore(AtomicLong until) {
        return System.nanoTime() - until.get() < 0;
    }

    /** What the store calls it, where it is a word: nothing else of its answer comes into a log. */
    private static String codeOf(S3Exception refusal) {
        var details = refusal.awsErrorDetails();
        var code = details == null ? null : details.errorCode();
        return code != null && CODE.matcher(code).matches() ? code : "";
    }

    private static String key(String object, int no) {
        return object + '/' + no;
    }
}
