/** Cases told as they go on (server-sent events): one watcher a node reads the database for all who look. */
@NullMarked
package org.onewindow.portal.events;

import org.jspecify.annotations.NullMarked;
