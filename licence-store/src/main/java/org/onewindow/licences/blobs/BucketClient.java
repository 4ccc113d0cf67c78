package org.onewindow.licences.blobs;

import javax.net.ssl.TrustManager;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/** Amazon's library, told everything explicitly: what lies in a home directory or the environment is of no concern to a bucket. */
record BucketClient(BucketAddress address, BucketKeys keys, Patience patience, StoreClock clock) {

    S3Client open() {
        return S3Client.builder()
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
                .httpClient(new ShortAnswers(http(), patience.altogether(), clock))
                .overrideConfiguration(with -> with.retryStrategy(RetryMode.STANDARD)
                        .apiCallTimeout(patience.altogether())
                        .defaultProfileFile(ProfileFile.aggregator().build()))
                .build();
    }

    private SdkHttpClient http() {
        var http = UrlConnectionHttpClient.builder()
                .connectionTimeout(patience.connect())
                .socketTimeout(patience.silence());
        var authorities = keys.authorities();
        if (authorities != null) {
            http.tlsTrustManagersProvider(() -> new TrustManager[] {new OwnAuthorities(authorities)});
        }
        return http.build();
    }
}
