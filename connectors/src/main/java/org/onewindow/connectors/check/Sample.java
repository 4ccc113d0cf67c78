package org.onewindow.connectors.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;

/** One folder of {@code samples/}: what goes in and out of both mappings of an operation; {@code <operation>} or {@code <operation>.<variant>}. */
record Sample(Path folder, String ending) {

    static List<Sample> of(Department department) throws IOException {
        var samples = department.folder().resolve("samples");
        var ending = department.format() == Department.Format.JSON ? ".json" : ".xml";
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(samples)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> new Sample(folder, ending))
                    .toList();
        }
    }

    String name() {
        return String.valueOf(folder.getFileName());
    }

    boolean isOf(String operation) {
        return name().equals(operation) || name().startsWith(operation + ".");
    }

    /** The operation it belongs to; an {@link IOException} where there is none. */
    Operation operationOf(Department department) throws IOException {
        int dot = name().indexOf('.');
        var operation = department.operations().get(dot < 0 ? name() : name().substring(0, dot));
        if (operation == null) {
            throw new IOException("no operation of this name");
        }
        return operation;
    }

    Path requestFile() {
        return folder.resolve("request.json");
    }

    Path toDepartment() {
        return folder.resolve("to-department" + ending);
    }

    Path fromDepartment() {
        return folder.resolve("from-department" + ending);
    }

    Path replyFile() {
        return folder.resolve("reply.json");
    }

    int status() throws IOException {
        var file = folder.resolve("from-department.status");
        if (!Files.exists(file)) {
            return 200;
        }
        try {
            return Integer.parseInt(text(file).strip());
        } catch (NumberFormatException notANumber) {
            throw new IOException("from-department.status holds no number", notANumber);
        }
    }

    static String text(Path file) throws IOException {
        return Files.readString(file, UTF_8);
    }
}
