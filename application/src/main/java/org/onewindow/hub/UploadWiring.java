package org.onewindow.hub;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.onewindow.cases.IdentityHash;
import org.onewindow.config.Secrets;
import org.onewindow.licences.ResumableUploads;
import org.onewindow.licences.UploadSweep;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.authority.Spending;
import org.onewindow.licences.blobs.BlobStore;
import org.onewindow.licences.blobs.BucketWatch;
import org.onewindow.licences.blobs.PostgresBlobs;
import org.onewindow.licences.blobs.S3Blobs;
import org.onewindow.licences.inspection.Clamd;
import org.onewindow.licences.inspection.Inspection;
import org.onewindow.licences.keys.HolderKeys;
import org.onewindow.licences.materials.CaseFiles;
import org.onewindow.licences.materials.Disposals;
import org.onewindow.licences.materials.MaterialLooks;
import org.onewindow.licences.materials.MaterialRetention;
import org.onewindow.licences.materials.MaterialSpace;
import org.onewindow.licences.materials.MaterialTrust;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people hand in: looked at, sealed, and gone when nobody uses it. */
@Configuration(proxyBeanMethods = false)
class UploadWiring {

    @Bean(destroyMethod = "close")
    Inspection inspection(HubSettings settings) {
        var scanner = settings.virusScanner();
        return new Inspection(scanner.isEmpty() ? Optional.empty() : Optional.of(Clamd.at(scanner)));
    }

    @Bean
    BlobStore blobs(
            HubSettings settings,
            DataSource dataSource,
            HolderKeys keys,
            Secrets secrets,
            Clock clock,
            BucketWatch watch) {
        var bucket = settings.bucket();
        return bucket.isPresent()
                ? new S3Blobs(dataSource, keys, clock, bucket.get(), secrets, watch)
                : withoutBucket(new PostgresBlobs(dataSource, keys, clock));
    }

    static BlobStore withoutBucket(PostgresBlobs blobs) {
        if (!blobs.isWhole()) {
            throw new StartRefused(
                    "what people handed in lies in a bucket:",
                    List.of("HUB_BLOBS_URL is empty here; set it as on the other nodes, with the bucket's keys"));
        }
        return blobs;
    }

    @Bean
    Uploads uploads(
            HubSettings settings,
            DataSource dataSource,
            BlobStore blobs,
            IdentityHash hash,
            Inspection inspection,
            Clock clock) {
        return new Uploads(dataSource, blobs, hash, settings.data(), inspection, clock);
    }

    @Bean
    ResumableUploads resumableUploads(DataSource dataSource, HolderKeys keys, Uploads uploads, Clock clock) {
        return new ResumableUploads(dataSource, keys, uploads, clock);
    }

    @Bean
    CaseFiles caseFiles(Uploads uploads, IdentityHash hash) {
        return new CaseFiles(uploads, hash);
    }

    @Bean
    MaterialTrust materialTrust(DataSource dataSource, Uploads uploads) {
        return new MaterialTrust(dataSource, uploads);
    }

    @Bean
    MaterialLooks materialLooks(
            DataSource dataSource, Uploads uploads, IdentityHash hash, MeterRegistry meters, Clock clock) {
        var stops = meters.counter("hub.licences.budget.stops");
        return new MaterialLooks(dataSource, uploads, hash, new Spending(stops::increment), clock);
    }

    @Bean
    MaterialRetention materialRetention(DataSource dataSource, MaterialSpace space, Uploads uploads) {
        return new MaterialRetention(dataSource, space, uploads);
    }

    @Bean
    Disposals disposals(DataSource dataSource, MaterialSpace space, Uploads uploads, IdentityHash hash, Clock clock) {
        return new Disposals(dataSource, space, uploads, hash, clock);
    }

    @Bean(destroyMethod = "close")
    UploadSweep uploadSweep(
            Uploads uploads,
            ResumableUploads resumable,
            MaterialRetention materials,
            Disposals disposals,
            BlobStore blobs,
            Clock clock) {
        var sweep = new UploadSweep(uploads, resumable, materials, disposals, blobs, clock);
        sweep.start();
        return sweep;
    }
}
