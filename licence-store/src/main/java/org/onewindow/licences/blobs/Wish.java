package org.onewindow.licences.blobs;

import java.util.function.Predicate;
import org.onewindow.licences.keys.ContentKey;
import org.onewindow.licences.keys.HolderId;

/**
 * An object whose chunks are written, and what is to become of it.
 *
 * @param also runs in the transaction that makes it readable; no: nothing becomes of it
 */
record Wish(String object, String name, HolderId keeper, ContentKey key, Blob blob, Predicate<Blob> also) {}
