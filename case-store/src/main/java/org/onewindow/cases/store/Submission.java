package org.onewindow.cases.store;

import org.jspecify.annotations.Nullable;

/**
 * Who submits a request, and how it is recognised when it comes again (Idempotent Receiver).
 *
 * @param client the registered client; keys of one never meet those of another
 * @param requestHash of the canonical request: the same key with another request is refused
 * @param subject who asks, as an {@link org.onewindow.cases.IdentityHash} or a staff login
 * @param mandate the right to act for the applicant; null: the applicant asks
 */
public record Submission(
        String client, String idempotencyKey, String requestHash, String subject, @Nullable String mandate) {}
