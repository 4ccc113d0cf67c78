package org.onewindow.licences.blobs;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a bucket is, written {@code https://s3.city.example/hub-blobs?region=cn-north-1&style=host}.
 *
 * @param endpoint of the store; {@code https}, but on loopback addresses
 * @param region what requests are signed for, {@code us-east-1} where nothing is said: most stores of one's own want that or anything
 * @param byHost the bucket is named in the host's name (as Amazon wants it) instead of the path
 */
public record BucketAddress(URI endpoint, String bucket, String region, boolean byHost) {

    private static final Pattern PATH = Pattern.compile("/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/?");
    private static final Pattern REGION = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final String FORM =
            "write https://HOST[:PORT]/BUCKET, with ?region=NAME and &style=host where the store wants it";

    /** Reads one; an {@link IllegalArgumentException} says what is wrong, without repeating what may be a secret. */
    public static BucketAddress of(String text) {
        var uri = uri(text);
        if (uri.getRawUserInfo() != null) {
            throw wrong("names a user: its keys are the secrets blobs/access-key and blobs/secret-key");
        }
        if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()))) {
            throw wrong("is not https: without it only a loopback address may be asked");
        }
        var path = PATH.matcher(Objects.requireNonNullElse(uri.getPath(), ""));
        if (uri.getHost() == null || uri.getRawFragment() != null || !path.matches()) {
            throw wrong("names no host and bucket");
        }
        var options = options(uri);
        var region = options.getOrDefault("region", "us-east-1");
        var style = options.getOrDefault("style", "path");
        if (!Set.of("region", "style").containsAll(options.keySet())
                || !REGION.matcher(region).matches()
                || !Set.of("path", "host").contains(style)) {
            throw wrong("has an option that is none");
        }
        var endpoint = URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
        return new BucketAddress(endpoint, path.group(1), region, style.equals("host"));
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException unreadable) {
            // its message would repeat the text
            throw wrong("is no address");
        }
    }

    private static Map<String, String> options(URI uri) {
        var options = new HashMap<String, String>();
        if (uri.getRawQuery() != null) {
            Arrays.stream(uri.getRawQuery().split("&", -1))
                    .map(option -> option.split("=", 2))
                    .forEach(pair -> options.put(pair[0], pair.length == 2 ? pair[1] : ""));
        }
        return options;
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("HUB_BLOBS_URL " + what + "; " + FORM);
    }
}
