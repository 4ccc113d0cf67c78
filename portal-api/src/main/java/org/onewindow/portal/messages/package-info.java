/** For operators: what was said between the hub and its departments, replays of it, and the stop switch of retries. */
@NullMarked
package org.onewindow.portal.messages;

import org.jspecify.annotations.NullMarked;
