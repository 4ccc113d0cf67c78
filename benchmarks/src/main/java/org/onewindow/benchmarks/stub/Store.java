package org.onewindow.benchmarks.stub;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/** A store that speaks S3, with one bucket on the disk: a process of its own, as a city's is. */
final class Store {

    private Store() {}

    /** Words: port, folder, bucket, access key, secret key. */
    public static void main(String[] words) throws Exception {
        var settings = new Properties();
        settings.setProperty(
                "jclouds.filesystem.basedir",
                Files.createDirectories(Path.of(words[1])).toString());
        var blobs = ContextBuilder.newBuilder(new FilesystemNio2BlobApiMetadata())
                .credentials("none", "none")
                .overrides(settings)
                .build(BlobStoreContext.class)
                .getBlobStore();
        blobs.createContainerInLocation(null, words[2]);
        S3Proxy.builder()
                .blobStore(blobs)
                .endpoint(URI.create("http://127.0.0.1:" + words[0]))
                .awsAuthentication(AuthenticationType.AWS_V4, words[3], words[4])
                .build()
                .start();
    }
}
