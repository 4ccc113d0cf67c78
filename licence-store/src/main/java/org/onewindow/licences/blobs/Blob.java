package org.onewindow.licences.blobs;

/**
 * What the store says of content it has taken.
 *
 * @param size in bytes
 * @param sha256 of the content, 64 hexadecimal digits
 */
public record Blob(long size, String sha256) {}
