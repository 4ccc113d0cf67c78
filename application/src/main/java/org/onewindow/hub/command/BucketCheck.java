package org.onewindow.hub.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.onewindow.config.Secrets;
import org.onewindow.hub.client.Texts;
import org.onewindow.licences.blobs.BucketAddress;
import org.onewindow.licences.blobs.BucketTrial;

/** Tries out the bucket for uploads, where the settings at hand name one. What it tells bears no secret. */
record BucketCheck(Texts texts, Finding finding) {

    /** Stores refuse what was signed a quarter of an hour ago; nodes are within a second of each other. */
    private static final Duration APART = Duration.ofMinutes(1);

    private static final String BUCKET = "bucket";

    /** Takes what was found. */
    interface Finding {
        void tell(String what, boolean good, String detail);
    }

    /**
     * Looks at what the environment says, or else the file.
     *
     * @param file settings such as {@code hub.blobs-url}
     * @param data the hub's data directory, which has the secrets unless something else is said
     */
    void look(Map<String, String> env, Map<String, Object> file, Path data) {
        var url = setting(env, "HUB_BLOBS_URL", file, "hub.blobs-url");
        if (!url.isEmpty()) {
            var secrets = setting(env, "HUB_SECRETS", file, "hub.secrets");
            look(url, Secrets.in(secrets.isEmpty() ? data.resolve("secrets") : Path.of(secrets)));
        }
    }

    private static String setting(Map<String, String> env, String name, Map<String, Object> file, String key) {
        return env.getOrDefault(name, Objects.toString(file.get(key), ""));
    }

    private void look(String url, Secrets secrets) {
        try {
            var address = BucketAddress.of(url);
            var trial = BucketTrial.of(address, secrets);
            tell(address.endpoint() + "/" + address.bucket(), trial);
        } catch (IllegalArgumentException | Secrets.MissingSecret wrong) {
            finding.tell(BUCKET, false, String.valueOf(wrong.getMessage()));
        }
    }

    private void tell(String place, BucketTrial trial) {
        boolean good = true;
        for (var step : trial.steps()) {
            var fault = step.fault();
            if (fault != null) {
                good = false;
                var remedy = texts.say("doctor-bucket-" + fault.code());
                finding.tell(BUCKET, false, texts.say("doctor-bucket-failed", place, step.name(), step.why(), remedy));
            }
        }
        if (good) {
            finding.tell(BUCKET, true, texts.say("doctor-bucket", place));
        }
        trial.ahead().ifPresent(this::tell);
    }

    private void tell(Duration ahead) {
        boolean good = ahead.abs().compareTo(APART) < 0;
        var told = texts.say("doctor-bucket-clock", String.format(Locale.ROOT, "%+d", ahead.toSeconds()));
        finding.tell("bucket-clock", good, good ? told : told + ". " + texts.say("doctor-bucket-clocks-apart"));
    }
}
