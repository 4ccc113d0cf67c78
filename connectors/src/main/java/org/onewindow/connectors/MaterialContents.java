package org.onewindow.connectors;

import java.io.IOException;
import java.io.InputStream;
import org.onewindow.canonical.MaterialReference;

/** The bytes of materials, opened only while a message is being sent. */
@FunctionalInterface
public interface MaterialContents {

    InputStream open(MaterialReference material) throws IOException;
}
