package org.onewindow.connectors.contract;

import java.util.List;
import org.xml.sax.SAXParseException;

/** What the compiler says. */
sealed interface Compilation {
    record Compiled(CompiledSchemas schemas) implements Compilation {}

    record Broken(List<SAXParseException> errors) implements Compilation {}
}
