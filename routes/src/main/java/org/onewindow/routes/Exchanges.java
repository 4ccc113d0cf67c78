package org.onewindow.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.cases.CaseJson;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.StepReference;
import org.onewindow.cases.messages.Exchange;
import org.onewindow.cases.messages.Payload;
import org.onewindow.cases.messages.Spoken;
import org.onewindow.cases.messages.Vault;
import org.onewindow.cases.store.InquiryMessages;
import org.onewindow.cases.store.MessageLine;
import org.onewindow.cases.store.Said;
import org.onewindow.config.Department;
import org.onewindow.connectors.Exchanged;
import org.onewindow.connectors.line.Tape;

/** Makes of what was said with departments what is kept of it (Message History, Wire Tap). */
public final class Exchanges {

    private final Vault vault;
    private final InquiryMessages inquiries;
    private final IdentityHash hash;
    private final String node;

    /**
     * Of one node.
     *
     * @param inquiries keeps what belongs to no case
     */
    public Exchanges(Vault vault, InquiryMessages inquiries, IdentityHash hash, String node) {
        this.vault = vault;
        this.inquiries = inquiries;
        this.hash = hash;
        this.node = node;
    }

    /** A call of a case's step. */
    Exchange of(String department, String operation, DepartmentRequest request, Exchanged exchanged) {
        return exchange(department, operation, request, exchanged, About.A_CASE);
    }

    /** A call that was made for an inquiry; kept beside the answer. */
    void inquired(String inquiry, String department, String operation, DepartmentRequest request, Exchanged exchanged) {
        inquiries.add(() -> Said.ofInquiry(exchange(
                department, operation, request, exchanged, new About(inquiry, hash.of(request.applicant()), null))));
    }

    /** A look-up that was made once more. */
    Said again(MessageLine line, DepartmentRequest request, Exchanged exchanged) {
        var person = line.inquiry() == null ? null : hash.of(request.applicant());
        var about = new About(line.inquiry(), person, line.id());
        var number = line.number();
        return new Said(
                exchange(line.department(), line.operation(), request, exchanged, about),
                number == null ? null : new CaseNumber(number),
                line.step(),
                null);
    }

    /** What an exchange belongs to. */
    private record About(@Nullable String inquiry, @Nullable String person, @Nullable Long replayOf) {
        static final About A_CASE = new About(null, null, null);
    }

    private Exchange exchange(
            String department, String operation, DepartmentRequest request, Exchanged exchanged, About about) {
        var tape = exchanged.tape();
        var payload = new Payload(json(request), spoken(tape.sent()), spoken(tape.heard()), json(exchanged.reply()));
        return new Exchange(
                department,
                operation,
                node,
                exchanged.at(),
                exchanged.took(),
                tape.status(),
                exchanged.reply(),
                about.inquiry(),
                about.person(),
                about.replayOf(),
                vault.sealed(payload));
    }

    /** An answer that came by itself. */
    Exchange arrived(StepReference step, Instant at, byte[] body, DepartmentReply reply) {
        var payload = new Payload(json(step.request()), null, Spoken.of(body, charset(step.department())), json(reply));
        return new Exchange(
                step.department().id(),
                step.operation().id(),
                node,
                at,
                Duration.ZERO,
                null,
                reply,
                null,
                null,
                null,
                vault.sealed(payload));
    }

    /**
     * An answer that belongs to no step; kept when this returns.
     *
     * @param serving as it serves now; null: it is gone
     * @param unreadable why the department could not read what the hub sent, which this is; null: it is an answer
     */
    void unmatched(
            String department, @Nullable Department serving, Instant at, @Nullable String unreadable, byte[] body) {
        var heard = Spoken.of(body, serving == null ? UTF_8 : charset(serving));
        var reply = new DepartmentReply.Uncertain("no-step-waits-for-it");
        var understood = unreadable == null ? reply : new DepartmentReply.Refused("unreadable", unreadable);
        var payload = new Payload(null, null, heard, json(understood));
        var exchange = new Exchange(
                department, "unmatched", node, at, Duration.ZERO, null, reply, null, null, null, vault.sealed(payload));
        inquiries.keep(Said.ofInquiry(exchange));
    }

    private static Charset charset(Department department) {
        return switch (department.endpoint()) {
            case Department.Endpoint.Jms queues -> Charset.forName(queues.charset());
            case Department.Endpoint.Files files -> Charset.forName(files.charset());
            case Department.Endpoint.Http _ -> UTF_8;
        };
    }

    private static Spoken json(Object canonical) {
        return Spoken.of(CaseJson.write(canonical).getBytes(UTF_8), UTF_8);
    }

    private static @Nullable Spoken spoken(Tape.@Nullable Words words) {
        return words == null ? null : Spoken.of(words.bytes(), words.charset());
    }
}
