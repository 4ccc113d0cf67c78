package org.onewindow.hub.command.department;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.contract.OpenApiDoctor;
import org.onewindow.connectors.contract.Verdict;
import org.onewindow.connectors.contract.WsdlDoctor;
import org.onewindow.hub.client.Texts;
import org.onewindow.hub.command.BadInput;
import picocli.CommandLine.Option;

/** Where a contract comes from: exactly one file of this machine. */
final class Source {

    @Option(names = "--wsdl", paramLabel = "FILE")
    @Nullable
    Path wsdl;

    @Option(names = "--openapi", paramLabel = "FILE")
    @Nullable
    Path openapi;

    @Option(names = "--sample", paramLabel = "FILE")
    @Nullable
    Path sample;

    Path file(Texts texts) {
        var given = Arrays.stream(new Path[] {wsdl, openapi, sample})
                .filter(Objects::nonNull)
                .toList();
        if (given.size() != 1) {
            throw new BadInput(texts.say("department-source"));
        }
        if (!Files.isRegularFile(given.getFirst())) {
            throw new BadInput(texts.say("no-file", given.getFirst()));
        }
        return given.getFirst();
    }

    /** What the doctor says of a contract; a sample has none. */
    Verdict verdict(Texts texts) {
        return openapi == null ? WsdlDoctor.examine(file(texts)) : OpenApiDoctor.examine(file(texts));
    }
}
