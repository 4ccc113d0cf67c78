package org.onewindow.connectors;

import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;

/**
 * An answer that came by callback or queue, mapped back.
 *
 * @param replyId the same for the same answer sent again
 * @param sequence which of several outcomes this is; an older one never overwrites a newer; null: the department does not count
 */
public record ReplyRead(DepartmentReply reply, String replyId, @Nullable Long sequence) {}
