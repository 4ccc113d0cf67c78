package org.onewindow.licences.blobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Secrets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Pieces as objects of a bucket, named by the random id of theirs and a number; the only class but {@link ShortAnswers} that knows Amazon's
 * library, so that a hub without a bucket never loads it.
 *
 * <p>Redirects are not followed: what it is asked would go elsewhere. Whoever asks while it was away a moment ago is refused at once.
 */
final class Bucket implements Pieces {

    private static final int LARGEST = Chunks.SIZE + Chunks.SEAL;
    private static final int PAGES_MAX = 1000;
    private static final int PIECES_MAX = 100_000;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.]{1,60}");

    private final S3Client s3;
    private final String name;
    private final Patience patience;
    private final AtomicLong restsUntil = new AtomicLong(System.nanoTime());

    /** Also where it is full, or the keys let nobody put: what is there may still be read. */
    private final AtomicLong refusesUntil = new AtomicLong(System.nanoTime());

    Bucket(BucketAddress address, BucketKeys keys, Patience patience) {
        this.name = address.bucket();
        this.patience = patience;
        this.s3 = S3Client.builder()
                .endpointOverride(address.endpoint())
                .region(Region.of(address.region()))
                .forcePathStyle(!address.byHost())
                .credentialsProvider(() -> AwsBasicCredentials.create(
                        keys.access().get(), keys.secret().get()))
                // other stores than Amazon's know no checksums behind the body; TLS and the seal guard the bytes
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                // nor do all of them invite the body of a large piece, which the JDK's client would wait for
                .serviceConfiguration(S3Configuration.builder()
                        .chunkedEncodingEnabled(false)
                        .expectContinueEnabled(false)
                        .build())
                .httpClient(new ShortAnswers(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(patience.connect())
                                .socketTimeout(patience.silence())
                                .build(),
                        patience.altogether()))
                .overrideConfiguration(with -> with.retryStrategy(RetryMode.STANDARD)
                        .apiCallTimeout(patience.altogether())
                        // what lies in a home directory is of no concern here
                        .defaultProfileFile(ProfileFile.aggregator().build()))
                .build();
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
            asked(() -> s3.putObject(piece -> piece.bucket(name).key(key(object, no)), body));
        } catch (BlobsAway away) {
            rest(refusesUntil);
            throw away;
        }
    }

    @Override
    public Optional<byte[]> get(String object, int no) throws BlobsAway {
        return asked(() -> {
            try {
                return Optional.of(s3.<byte[]>getObject(
                        piece -> piece.bucket(name).key(key(object, no)),
                        (found, in) -> read(in, found.contentLength())));
            } catch (NoSuchKeyException gone) {
                return Optional.empty();
            }
        });
    }

    /** All pieces of an object, however many there are. */
    void delete(String object) throws BlobsAway {
        asked(() -> {
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

    private <T> T asked(Supplier<T> request) throws BlobsAway {
        if (isBefore(restsUntil)) {
            throw new BlobsAway("the bucket was away a moment ago");
        }
        try {
            return request.get();
        } catch (Secrets.MissingSecret keys) {
            throw new BlobsAway("the hub has no keys to the bucket: " + keys.getMessage());
        } catch (S3Exception refusal) {
            if (refusal.statusCode() >= 500) {
                rest(restsUntil);
            }
            throw new BlobsAway("the bucket answers " + refusal.statusCode() + codeOf(refusal));
        } catch (SdkException failure) {
            rest(restsUntil);
            throw new BlobsAway("the bucket is away: " + failure.getClass().getSimpleName());
        }
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
        return code != null && CODE.matcher(code).matches() ? " " + code : "";
    }

    private static String key(String object, int no) {
        return object + '/' + no;
    }
}
