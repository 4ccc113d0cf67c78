package org.onewindow.portal.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProxiesTest {

    private static final Proxies NONE = Proxies.of(List.of());
    private static final Proxies FRONT = Proxies.of(List.of("10.0.3.0/24", "10.9.9.9", "2001:db8:7::/48"));

    @Test
    void takesNobodysWordWhereNoProxyIsNamed() {
        for (var remote : List.of("127.0.0.1", "10.0.3.7", "192.168.1.1", "203.0.113.9")) {
            assertThat(NONE.caller(remote, "198.51.100.4")).isEqualTo(NONE.caller(remote, null));
        }
        assertThat(NONE.caller("10.0.3.7", null)).isNotEqualTo(NONE.caller("10.0.3.8", null));
    }

    @Test
    void takesAProxysWordAndNobodyElses() {
        assertThat(FRONT.caller("10.0.3.7", "198.51.100.4")).isEqualTo(NONE.caller("198.51.100.4", null));
        assertThat(FRONT.caller("10.9.9.9", "198.51.100.4")).isEqualTo(NONE.caller("198.51.100.4", null));
        assertThat(FRONT.caller("2001:db8:7:1::5", "198.51.100.4")).isEqualTo(NONE.caller("198.51.100.4", null));
        assertThat(FRONT.caller("10.0.4.7", "198.51.100.4")).isEqualTo(NONE.caller("10.0.4.7", null));
        assertThat(FRONT.caller("10.9.9.8", "198.51.100.4")).isEqualTo(NONE.caller("10.9.9.8", null));
    }

    /** What a caller writes into the header themself stands before what proxies add. */
    @Test
    void countsTheLastAddressThatIsNoProxys() {
        assertThat(FRONT.caller("10.0.3.7", "1.2.3.4, 198.51.100.4, 10.0.3.8"))
                .isEqualTo(NONE.caller("198.51.100.4", null));
        assertThat(FRONT.caller("10.0.3.7", "1.2.3.4, unknown")).isEqualTo(NONE.caller("10.0.3.7", null));
        assertThat(FRONT.caller("10.0.3.7", "10.0.3.8")).isEqualTo(NONE.caller("10.0.3.8", null));
        assertThat(FRONT.caller("10.0.3.7", "")).isEqualTo(NONE.caller("10.0.3.7", null));
    }

    @Test
    void countsAHouseOfIpv6AsOne() {
        var house = NONE.caller("2001:db8:1:2:3:4:5:6", null);

        assertThat(NONE.caller("2001:db8:1:2:ffff::1", null)).isEqualTo(house);
        assertThat(FRONT.caller("10.0.3.7", "2001:db8:1:2::9")).isEqualTo(house);
        assertThat(NONE.caller("2001:db8:1:3:3:4:5:6", null)).isNotEqualTo(house);
        assertThat(NONE.caller("::ffff:198.51.100.4", null)).isEqualTo(NONE.caller("198.51.100.4", null));
    }

    @Test
    void refusesWhatIsNoAddress() {
        for (var wrong : List.of("proxy", "10.0.3.0/33", "10.0.3.0/", "10.0.3.0/-1", "2001:db8::/129", "")) {
            assertThatThrownBy(() -> Proxies.of(List.of(wrong)))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("HUB_PROXIES has \"" + wrong + "\"");
        }
    }
}
