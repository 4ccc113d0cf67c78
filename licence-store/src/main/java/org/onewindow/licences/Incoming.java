package org.onewindow.licences;

import org.onewindow.licences.keys.ContentKey;

/**
 * An upload on its way.
 *
 * @param key of its parts
 */
record Incoming(Progress progress, Uploads.Sender sender, Uploads.Label label, ContentKey key) {

    boolean isSame(Uploads.Sender other, Uploads.Label otherLabel, long length) {
        return sender.equals(other) && label.equals(otherLabel) && progress.length() == length;
    }
}
