package org.onewindow.licences.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketAddressTest {

    @Test
    void namesAStoreAndABucketOfIt() {
        assertThat(BucketAddress.of("https://s3.city.example:9000/hub-blobs"))
                .isEqualTo(
                        new BucketAddress(URI.create("https://s3.city.example:9000"), "hub-blobs", "us-east-1", false));
        assertThat(BucketAddress.of("https://s3.cn-north-1.amazonaws.com.cn/hub-blobs?region=cn-north-1&style=host"))
                .isEqualTo(new BucketAddress(
                        URI.create("https://s3.cn-north-1.amazonaws.com.cn"), "hub-blobs", "cn-north-1", true));
        assertThat(BucketAddress.of("http://127.0.0.1:9000/hub-blobs").region()).isEqualTo("us-east-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3 | is not https",
                "s3://hub-blobs | is not https",
                "http://s3.city.example/hub-blobs | is not https",
                "http://127.0.0.1.city.example/hub-blobs | is not https",
                "https:///hub-blobs | names no host",
                "https:hub-blobs | names no host",
                "https://s3.city.example | names no host and bucket",
                "https://s3.city.example/hub/blobs | names no host and bucket",
                "https://s3.city.example/Hub_Blobs | names no host and bucket",
                "https://s3.city.example/hub-blobs#x | names no host and bucket",
                "https://s3.city.example/hub-blobs?regoin=x | has an option that is none",
                "https://s3.city.example/hub-blobs?region= | has an option that is none",
                "https://s3.city.example/hub-blobs?style=dns | has an option that is none",
                "https://s3.city.example/hub blobs | is no address",
            })
    void saysWhatIsWrongAndWhatToWrite(String text, String what) {
        assertThatThrownBy(() -> BucketAddress.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HUB_BLOBS_URL " + what)
                .hasMessageContaining("write https://HOST[:PORT]/BUCKET");
    }

    @Test
    void tellsNoSecretThatDoesNotBelongThere() {
        assertThatThrownBy(() -> BucketAddress.of("https://key:secret-word@s3.city.example/hub-blobs"))
                .hasMessageContaining("names a user")
                .hasMessageNotContaining("secret-word");
    }
}
