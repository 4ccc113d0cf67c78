package org.onewindow.connectors;

/**
 * Takes the answers that come as files.
 *
 * <p>An exception leaves the file where it is: it is handed over again a minute later, maybe by another node. The same file may come
 * more than once.
 */
@FunctionalInterface
public interface FileReplyListener {

    /**
     * Called when a file was read whole; what this returned from is committed.
     *
     * @param name of the file: correlation and whatever the department put behind it
     * @return whether a step of ours has this correlation
     */
    boolean replied(String department, String correlation, String name, byte[] body);
}
