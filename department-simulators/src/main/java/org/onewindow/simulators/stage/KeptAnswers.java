package org.onewindow.simulators.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An Idempotent Receiver's memory: what was answered under which key, and to what. Not safe for several threads; its
 * department's lock guards it.
 */
public final class KeptAnswers<A> {

    private final Duration kept;
    private final Map<String, Entry<A>> entries = new LinkedHashMap<>();

    public KeptAnswers(Duration kept) {
        this.kept = kept;
    }

    public Optional<Entry<A>> find(String key, Instant now) {
        var oldest = entries.entrySet().iterator();
        while (oldest.hasNext() && oldest.next().getValue().at.plus(kept).isBefore(now)) {
            oldest.remove();
        }
        return Optional.ofNullable(entries.get(key));
    }

    /** An empty answer only remembers that the key is taken for this body. */
    public void keep(String key, String fingerprint, Optional<A> answer, Instant now) {
        entries.remove(key);
        entries.put(key, new Entry<>(fingerprint, answer, now));
    }

    public void clear() {
        entries.clear();
    }

    /** One remembered key. */
    public record Entry<A>(String fingerprint, Optional<A> answer, Instant at) {}
}
