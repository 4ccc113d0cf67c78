package org.onewindow.portal.statuslists;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.licences.LicenceStore;
import org.onewindow.portal.PortalSettings;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.springframework.stereotype.Component;

/** The lists as this node last signed them; a change of state is in the list half a minute later at the latest. */
@Component
final class StatusIssues {

    private static final String PATH = "/v1/status-lists/";

    private final Supplier<ConfigurationTree> tree;
    private final LicenceStore store;
    private final StatusKeys keys;
    private final String base;
    private final Clock clock;
    private final Map<String, StatusIssue> issues = new ConcurrentHashMap<>();

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

    /** The credit codes of all who issue licences. */
    List<String> issuers() {
        var issuers = new TreeSet<String>();
        tree.get().licences().values().forEach(type -> issuers.add(type.issuer().code()));
        return List.copyOf(issuers);
    }

    /** One node makes one issue of a list at a time. */
    StatusIssue of(String issuer) {
        var key = keys.get();
        if (!issuers().contains(issuer)) {
            throw new Refusal(ProblemCode.NOT_FOUND);
        }
        var now = clock.instant();
        return issues.compute(issuer, (_, last) -> {
            if (last != null && last.isFresh(now)) {
                return last;
            }
            var list = StatusIssue.text(store.statusLists().packed(issuer));
            return last != null && last.stillSays(list, now)
                    ? last.lookedAt(now)
                    : StatusIssue.of(uri(issuer), list, key, now);
        });
    }
}
