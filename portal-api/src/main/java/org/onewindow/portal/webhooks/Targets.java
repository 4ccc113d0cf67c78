package org.onewindow.portal.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.onewindow.portal.PortalSettings;
import org.springframework.stereotype.Component;

/**
 * Where messages may go: https on the open network; in development also this machine, by http too.
 *
 * <p>Asked when a webhook is registered and, on the addresses really connected to, at every connection: a name may mean another
 * address by then.
 */
@Component
final class Targets implements DnsResolver {

    private static final int URL_MAX = 500;

    private final boolean development;

    Targets(PortalSettings settings) {
        this.development = !settings.production();
    }

    /** What stands against this address, as a code; empty: nothing. */
    Optional<String> refusal(String url) {
        var uri = parsed(url);
        if (uri.isEmpty()) {
            return Optional.of("wrong-format");
        }
        try {
            boolean here = isThisMachine(resolve(uri.get().getHost()));
            return here || isHttps(uri.get()) ? Optional.empty() : Optional.of("https-needed");
        } catch (AddressNotAllowed inner) {
            return Optional.of("address-not-allowed");
        } catch (UnknownHostException unknown) {
            return Optional.of("host-unknown");
        }
    }

    /** The address, unless it has a form that is never sent to. */
    Optional<URI> parsed(String url) {
        try {
            var uri = new URI(url);
            boolean plain = url.length() <= URL_MAX
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && (isHttps(uri) || (development && "http".equals(uri.getScheme())));
            return plain ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException noUrl) {
            return Optional.empty();
        }
    }

    private static boolean isHttps(URI uri) {
        return "https".equals(uri.getScheme());
    }

    private static boolean isThisMachine(InetAddress... addresses) {
        return Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        boolean allowed =
                Arrays.stream(addresses).allMatch(Addresses::isPublic) || (development && isThisMachine(addresses));
        if (!allowed) {
            throw new AddressNotAllowed();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
