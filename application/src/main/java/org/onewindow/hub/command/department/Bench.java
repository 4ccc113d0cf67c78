package org.onewindow.hub.command.department;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Where a folder is tested and tried: at the hub where one is up, else on this machine; the answers are the same. */
interface Bench extends AutoCloseable {

    /** {@code {id, well, samples, findings}}. */
    ObjectNode test(Folder folder);

    /** {@code {sample, well, message, reply, findings}}; empty: there is no such operation or sample. */
    Optional<ObjectNode> attempt(Folder folder, String operation, String sample);

    @Override
    void close();
}
