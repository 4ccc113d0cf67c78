package org.onewindow.connectors.line;

import java.io.IOException;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Operation;
import org.onewindow.connectors.Mapped;
import org.onewindow.connectors.Sending;
import org.onewindow.connectors.mapping.Draft;

/** How one department is reached (Channel Adapter): SOAP, REST or queue. Never throws for what the department did. */
public interface Line extends AutoCloseable {

    /** One route per operation, see {@link DepartmentRoute}. */
    RouteBuilder routes();

    /**
     * Whether a fresh draft is such that this line could send it; what does not fit the contract is a
     * {@link org.onewindow.connectors.mapping.MappingFailed}.
     */
    Optional<Mapped.Unmappable> objection(Operation operation, Draft draft);

    Heard send(Operation operation, Draft draft, Sending sending);

    /** An answer that came by itself, in the form that mappings read; an {@link IOException} says that it is garbage. */
    @Nullable
    Object parse(byte[] body) throws IOException;

    @Override
    void close();
}
