package org.onewindow.licences.blobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;

/** A real S3 server in this process, with one bucket in memory; it may be looked into from behind. */
final class TestBucket implements BlobStoreContract.Forger {

    static final TestBucket SERVER = new TestBucket();

    private static final String NAME = "hub-blobs";

    private final org.jclouds.blobstore.BlobStore store = ContextBuilder.newBuilder(new TransientApiMetadata())
            .credentials("none", "none")
            .build(BlobStoreContext.class)
            .getBlobStore();
    private final int port;
    private final Bucket bucket;

    private TestBucket() {
        store.createContainerInLocation(null, "hub-blobs");
        try {
            var server = S3Proxy.builder()
                    .blobStore(store)
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V4, "trial-access", "trial-secret")
                    .build();
            server.start();
            port = server.getPort();
            bucket = ImpatientBucket.at(address(), "trial-secret");
        } catch (Exception failure) {
            throw new IllegalStateException("the S3 server of the tests does not start", failure);
        }
    }

    String address() {
        return "http://127.0.0.1:" + port + "/" + NAME;
    }

    /** The same bucket once more over TLS, where its name is part of the host's. */
    S3Proxy overTls(String host, SSLContext tls) throws Exception {
        var server = S3Proxy.builder()
                .blobStore(store)
                .secureEndpoint(URI.create("https://127.0.0.1:0"))
                .sslContext(tls)
                .virtualHost(host)
                .awsAuthentication(AuthenticationType.AWS_V4, "trial-access", "trial-secret")
                .build();
        server.start();
        return server;
    }

    /** As the hub reaches it. */
    Bucket bucket() {
        return bucket;
    }

    @Override
    public byte[] piece(String object, int no) {
        var found = Objects.requireNonNull(store.getBlob(NAME, key(object, no)));
        try (var in = Objects.requireNonNull(found.getPayload()).openStream()) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void put(String object, int no, byte[] piece) {
        store.putBlob(NAME, store.blobBuilder(key(object, no)).payload(piece).build());
    }

    @Override
    public void remove(String object, int no) {
        store.removeBlob(NAME, key(object, no));
    }

    @Override
    public int pieces(String object) {
        return store.list(NAME, ListContainerOptions.Builder.prefix(object + "/"))
                .size();
    }

    private static String key(String object, int no) {
        return object + '/' + no;
    }
}
