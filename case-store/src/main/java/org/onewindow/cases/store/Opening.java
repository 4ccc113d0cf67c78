package org.onewindow.cases.store;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.Party;
import org.onewindow.cases.CaseJson;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Command;
import org.onewindow.cases.Decision;
import org.onewindow.cases.IdentityHash;

/**
 * A new case with the submission that brought it, ready to be written: its rows are JSON objects, made by the caller's own thread.
 *
 * @param opened the case in its first version
 * @param openKey of what only one open case may be; null: no such rule
 * @param file its row
 * @param people keyed hashes of all whom it names, each once
 */
record Opening(
        Submission submission,
        CaseSnapshot opened,
        List<Command> commands,
        @Nullable String openKey,
        String file,
        List<String> people,
        List<String> parties,
        List<String> steps,
        List<String> events) {

    /**
     * Of a decision.
     *
     * @param configuration the revision it goes by
     */
    static Opening of(
            Submission submission,
            Decision decision,
            String configuration,
            @Nullable String openKey,
            IdentityHash identityHash) {
        var opened = decision.next().inVersion(1);
        var number = opened.number();
        var chain = TraceChain.empty(number);
        var events = decision.trace().stream()
                .map(entry -> of(number, chain.add(entry)))
                .toList();
        var file = new TreeMap<String, Object>(Map.of(
                "matter", opened.matter().code(),
                "matter_revision", opened.matter().revision(),
                "configuration", configuration,
                "state", opened.state().code(),
                "received_at", opened.receivedAt(),
                "provisional", opened.limits().provisional() && opened.state().isOpen(),
                "seed", opened.seed(),
                "request", opened.request(),
                "progress", opened.progress()));
        put(file, "alarm_at", decision.alarm());
        put(file, "finished_at", opened.finishedAt());
        put(file, "open_key", opened.state().isOpen() ? openKey : null);
        put(file, "mandate", submission.mandate());
        file.put("client", submission.client());
        file.put("idempotency_key", submission.idempotencyKey());
        file.put("request_hash", submission.requestHash());
        file.put("subject", submission.subject());
        file.put("trace_count", chain.count());
        file.put("trace_head", HexFormat.of().formatHex(chain.head()));
        return new Opening(
                submission,
                opened,
                decision.commands(),
                openKey,
                of(number, file),
                people(opened, identityHash),
                parties(opened, identityHash),
                opened.steps().values().stream()
                        .map(step -> of(number, Transition.row(opened.matter(), step)))
                        .toList(),
                events);
    }

    CaseNumber number() {
        return opened.number();
    }

    private static List<String> people(CaseSnapshot opened, IdentityHash identityHash) {
        var request = opened.request();
        return Stream.concat(Stream.of(request.applicant()), request.parties().stream())
                .map(identityHash::of)
                .distinct()
                .toList();
    }

    private static List<String> parties(CaseSnapshot opened, IdentityHash identityHash) {
        var rows = new ArrayList<String>();
        var request = opened.request();
        rows.add(party(opened.number(), request.applicant(), "applicant", identityHash));
        for (var party : request.parties()) {
            rows.add(party(opened.number(), party, party.role() == null ? "party" : party.role(), identityHash));
        }
        return rows;
    }

    private static String party(CaseNumber number, Party party, String role, IdentityHash identityHash) {
        return of(number, new TreeMap<>(Map.of("id_hash", identityHash.of(party), "role", role)));
    }

    private static String of(CaseNumber number, Map<String, Object> row) {
        row.put("number", number.text());
        return CaseJson.write(row);
    }

    private static void put(Map<String, Object> row, String column, @Nullable Object value) {
        if (value != null) {
            row.put(column, value);
        }
    }
}
