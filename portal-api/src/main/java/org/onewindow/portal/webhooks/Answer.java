package org.onewindow.portal.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt to send a message ended.
 *
 * @param status null: no answer
 * @param failure why there was none, as a code
 */
record Answer(@Nullable Integer status, @Nullable String failure, int millis) {

    boolean isTaken() {
        return status != null && status >= 200 && status < 300;
    }
}
