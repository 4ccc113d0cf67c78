package org.onewindow.licences;

import java.time.Instant;

/**
 * How far an upload that comes in several requests has come.
 *
 * @param id what the upload's id will be
 * @param length in bytes, when it is whole
 * @param received bytes that are safe; the next ones go on there
 * @param expiresAt when it is deleted, unless more comes before
 */
public record Progress(String id, long length, long received, Instant expiresAt) {}
