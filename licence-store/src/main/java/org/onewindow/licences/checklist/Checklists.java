package org.onewindow.licences.checklist;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.Demand;
import org.onewindow.config.Matter.RequiredMaterial.Source;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.materials.MaterialSpace;
import org.onewindow.licences.materials.MaterialTrust;

/**
 * Looks up what a matter asks for, the easiest way for the citizen first: what a department can say, what the stores have and what another
 * case brings is never asked again (材料复用). The same question as of the same time has the same answer while the stores hold the same.
 *
 * <p>Departments are asked side by side, so one that is slow costs no more than its own time. For many threads.
 */
public final class Checklists implements AutoCloseable {

    private final Map<Source, Way> ways = new EnumMap<>(Source.class);
    private final LicenceWay licences;
    private final Requirements requirements;
    private final ExecutorService lookers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("checklist-", 0).factory());

    /** Where it looks. */
    public record Stores(DataSource database, LicenceStore licences, MaterialSpace space, Uploads uploads) {}

    /** Over these stores; {@code sources} asks departments whether something is so, {@code issuers} for licences. */
    public Checklists(Stores stores, SourceCheck sources, LicenceSource issuers) {
        var store = stores.licences();
        this.requirements = new Requirements(store.hash(), new OneTimeNotices(stores.database()));
        this.licences = new LicenceWay(store.sensing(), store.ofCases(), issuers);
        ways.put(Source.DATA, new DataWay(sources));
        ways.put(Source.LICENCE, licences);
        ways.put(Source.CASE, new CaseWay(stores.database(), store.hash()));
        ways.put(Source.STORED, new StoredWay(stores.space(), stores.uploads()));
        ways.put(Source.COMMITMENT, new CommitmentWay());
        ways.put(
                Source.UPLOAD, new UploadWay(stores.uploads(), new MaterialTrust(stores.database(), stores.uploads())));
    }

    public Checklist check(Question question) {
        var begun = requirements.of(question).stream().map(this::begin).toList();
        var items = begun.stream().map(Checklists::answer).toList();
        return new Checklist(question.matter().code(), question.ruleVersion(), question.asOf(), items);
    }

    /** Of which kinds something is looked for, of whomever it is; sorted. */
    public List<String> types(Question question) {
        return requirements.of(question).stream()
                .flatMap(ask -> ask.types().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * What the store has now of licences that somebody demands of a case beyond its matter: the case's departments may be sent them from now
     * on. No issuer is asked, for whoever demands it waits.
     */
    public List<MaterialReference> stored(Question question, List<Demand> demands) {
        return requirements.demanded(demands, question).stream()
                .map(licences::granted)
                .map(Finding::reference)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Only who waits for a department has a thread of its own: the stores are quick, and their connections are few. */
    private Future<Checklist.Item> begin(Ask ask) {
        if (ask.material().from().contains(Source.DATA)) {
            return lookers.submit(() -> item(ask, null));
        }
        var stored = ask.pullable().isEmpty() ? null : licences.stored(ask);
        Callable<Checklist.Item> look = () -> item(ask, stored);
        if (stored != null && !stored.standing().isSatisfied()) {
            return lookers.submit(look);
        }
        var here = new FutureTask<>(look);
        here.run();
        return here;
    }

    private Checklist.Item item(Ask ask, @Nullable Finding stored) {
        return Checklist.Item.of(ask, find(ask, stored));
    }

    /** Where the department that knows says no, nothing outweighs its word but what is handed in to show that it is wrong. */
    private Finding find(Ask ask, @Nullable Finding stored) {
        var best = Finding.NOTHING;
        boolean denied = false;
        for (var way : ways.entrySet()) {
            if (isOpen(way.getKey(), ask)) {
                var found = way.getKey() == Source.LICENCE && stored != null
                        ? licences.orPulled(stored, ask)
                        : way.getValue().look(ask);
                boolean differs = denied && way.getKey() != Source.UPLOAD;
                if (found.standing().isSatisfied() && !differs) {
                    return found;
                }
                if (denied && found.standing().isUndecided()) {
                    continue;
                }
                denied |= found.equals(Finding.DENIED);
                best = (found.standing().isSatisfied() ? Finding.of(Standing.CONFLICT) : found).orRather(best);
            }
        }
        return best;
    }

    /** What somebody handed in all the same is never left unseen. */
    private static boolean isOpen(Source source, Ask ask) {
        return source == Source.UPLOAD || ask.material().from().contains(source);
    }

    private static Checklist.Item answer(Future<Checklist.Item> look) {
        try {
            return look.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a checklist was drawn up", stopping);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        lookers.close();
    }
}
