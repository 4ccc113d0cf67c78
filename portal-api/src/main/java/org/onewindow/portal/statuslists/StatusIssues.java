package org.onewindow.portal.statuslists;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.licences.LicenceStore;
import org.onewindow.portal.PortalSettings;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.springframework.stereotype.Component;

/** The lists of this node: each look of the store is good for half a minute. */
@Component
final class StatusIssues {

    private static final String PATH = "/v1/status-lists/";

    private final Supplier<ConfigurationTree> tree;
    private final LicenceStore store;
    private final StatusKeys keys;
    private final String base;
    private final Clock clock;
    private final Map<String, LastIssue> issues = new ConcurrentHashMap<>();

    StatusIssues(
            Supplier<ConfigurationTree> tree,
            LicenceStore store,
            StatusKeys keys,
            PortalSettings settings,
            Clock clock) {
        this.tree = tree;
        this.store = store;
        this.keys = keys;
        this.base = settings.publicUrl() + PATH;
        this.clock = clock;
    }

    /** Where an issuer's list is. */
    String uri(String issuer) {
        return base + issuer;
    }

    /** The credit codes of all who issue licences, or did when one was taken along. */
    List<String> issuers() {
        var issuers = new TreeSet<>(store.statusLists().issuers());
        tree.get().licences().values().forEach(type -> issuers.add(type.issuer().code()));
        return List.copyOf(issuers);
    }

    StatusIssue of(String issuer) {
        var key = keys.get();
        var known = issues.get(issuer);
        if (known == null) {
            if (!issuers().contains(issuer)) {
                throw new Refusal(ProblemCode.NOT_FOUND);
            }
            known = issues.computeIfAbsent(issuer, _ -> new LastIssue());
        }
        var now = clock.instant();
        return known.at(now, last -> renewed(issuer, last, key, now));
    }

    private StatusIssue renewed(String issuer, @Nullable StatusIssue last, StatusKey key, Instant now) {
        var list = StatusIssue.text(store.statusLists().packed(issuer));
        return last != null && last.stillSays(list, now)
                ? last.lookedAt(now)
                : StatusIssue.of(uri(issuer), list, key, now);
    }
}
