package org.onewindow.portal.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.store.Cases;
import org.onewindow.licences.BadIdentifier;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.audit.AuditCheck;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.Moments;
import org.onewindow.portal.wire.Page;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For outside checks: every case as it is in the store, and whether its trace was touched. */
@RestController
@RequestMapping("/v1/admin")
final class AdminController {

    private final Cases cases;
    private final AuditCheck audit;
    private final LicenceStore store;
    private final Access access;

    AdminController(Cases cases, AuditCheck audit, LicenceStore store, Access access) {
        this.cases = cases;
        this.audit = audit;
        this.store = store;
        this.access = access;
    }

    /**
     * Whether the chains of the cases and the seals over the licence store's audit hold.
     *
     * @param broken where they do not
     * @param head number and hash of the newest seal, to be noted elsewhere; null: nothing was sealed yet
     */
    record Audit(boolean intact, List<String> broken, @Nullable String head) {}

    /** NDJSON, streamed: one line a row, whatever their number. */
    @GetMapping("/export/cases")
    void export(
            @RequestParam(required = false) @Nullable String from,
            HttpServletResponse response,
            JwtAuthenticationToken token)
            throws IOException {
        access.require(Caller.of(token), Role.OPERATOR);
        var since = from == null ? Instant.EPOCH : Moments.instant(from);
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        cases.export(since, line -> write(out, line));
        out.flush();
    }

    @GetMapping("/verify-audit")
    Audit verify(JwtAuthenticationToken token) {
        access.require(Caller.of(token), Role.OPERATOR);
        var broken = new ArrayList<>(cases.verifyTrace());
        audit.tamperings().forEach(one -> broken.add(one.toString()));
        return new Audit(broken.isEmpty(), broken, audit.head().orElse(null));
    }

    /** Licences whose foreign identifier has a wrong check character: kept as they came, for somebody to ask the issuer. */
    @GetMapping("/bad-identifiers")
    Page<BadIdentifier> badIdentifiers(JwtAuthenticationToken token) {
        access.require(Caller.of(token), Role.OPERATOR);
        return new Page<>(store.statistics().badIdentifiers());
    }

    private static void write(Writer out, String line) {
        try {
            out.append(line).append('\n');
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
