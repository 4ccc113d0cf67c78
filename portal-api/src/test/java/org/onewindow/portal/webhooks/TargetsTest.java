package org.onewindow.portal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.portal.PortalSettings;

/** Where production sends to. */
class TargetsTest {

    private final Targets production = new Targets(new PortalSettings(
            true, "https://issuer.test", "one-window-hub", "https://hub.test", Path.of("."), Path.of(".")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "127.1",
                "2130706433",
                "::1",
                "::",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.0.1",
                "169.254.169.254",
                "100.127.255.255",
                "192.0.0.8",
                "198.19.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:1::"
            })
    void connectsToNothingInTheHouse(String host) {
        assertThatThrownBy(() -> production.resolve(host)).isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "100.63.0.1", "172.32.0.1", "198.20.0.1", "2606:2800:220:1::1"})
    void connectsToTheOpenNetwork(String host) throws UnknownHostException {
        assertThat(production.resolve(host)).hasSize(1);
    }

    @Test
    void takesHttpsOnly() {
        assertThat(production.refusal("https://93.184.215.14/hook")).isEmpty();
        assertThat(production.refusal("http://93.184.215.14/hook")).contains("wrong-format");
        assertThat(production.refusal("http://127.0.0.1/hook")).contains("wrong-format");
        assertThat(production.refusal("https://127.0.0.1/hook")).contains("address-not-allowed");
    }
}
