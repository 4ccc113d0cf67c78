package org.onewindow.connectors.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Diagnostic;

/** Examines an OpenAPI 3.0 or 3.1 document with the files it refers to, offline. */
public final class OpenApiDoctor {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final ContractFolder folder;
    private final List<Diagnostic> faults = new ArrayList<>();
    private final List<Remark> repairs = new ArrayList<>();
    private final List<Remark> notes = new ArrayList<>();
    private boolean tabs;

    private OpenApiDoctor(Path file) {
        var absolute = file.toAbsolutePath().normalize();
        this.name = String.valueOf(absolute.getFileName());
        this.folder = new ContractFolder(absolute.resolveSibling(""));
    }

    /** The verdict on a file; nothing outside its folder is read, and nothing is written. */
    public static Verdict examine(Path file) {
        return new OpenApiDoctor(file).verdict();
    }

    private Verdict verdict() {
        var main = open(name);
        if (main == null) {
            return new Verdict.Unusable(faults);
        }
        var stranger = OpenApiVersion.stranger(main.root());
        if (stranger != null) {
            return new Verdict.Unusable(List.of(ContractFault.NOT_A_CONTRACT.at(Spot.startOf(name), stranger)));
        }
        @SuppressWarnings("unchecked") // made of maps with text keys
        var document = (Map<String, Object>) Objects.requireNonNull(main.root());
        var references = new OpenApiReferences(this, main);
        references.follow();
        var operations = new OpenApiOperations(document, main, repairs);
        var found = operations.read();
        if (!faults.isEmpty()) {
            return new Verdict.Unusable(faults);
        }
        if (found.stream().allMatch(operation -> operation.refusal() != null)) {
            var why = new ArrayList<Diagnostic>();
            why.add(ContractFault.NO_OPERATION.at(Spot.startOf(name), found.size() + " refused"));
            found.forEach(operation -> {
                if (operation.refusal() != null) {
                    why.add(operation.refusal());
                }
            });
            return new Verdict.Unusable(why);
        }
        boolean copied = tabs || !repairs.isEmpty() || !notes.isEmpty();
        for (var operation : found) {
            if (operation.refusal() != null) {
                notes.add(Remark.of(
                        operation.at(),
                        Treatment.NOT_DESCRIBED,
                        operation.id(),
                        operation.refusal().what()));
            }
        }
        var contract = new RestContract(
                name, references.originals(), copied ? Map.of(name, written(document)) : Map.of(), document, found);
        return Verdict.of(contract, List.copyOf(repairs), List.copyOf(notes));
    }

    /** A document of the folder; null: it cannot be read, and the fault is told. */
    @Nullable
    YamlDocument open(String path) {
        try {
            var text = ContractText.of(
                    folder.bytes(path),
                    (real, declared) ->
                            repairs.add(Remark.of(Spot.startOf(path), Treatment.BYTES_DECODED, real, declared)));
            tabs |= text.indexOf('\t') >= 0; // JSON allows them, YAML does not
            return YamlDocument.read(path, text);
        } catch (BrokenYaml broken) {
            boolean large = String.valueOf(broken.getMessage()).contains("than");
            faults.add((large ? ContractFault.TOO_LARGE : ContractFault.NOT_YAML)
                    .at(broken.spot(), String.valueOf(broken.getMessage())));
        } catch (CharacterCodingException noCharset) {
            faults.add(ContractFault.NOT_YAML.at(Spot.startOf(path), "UTF-8?"));
        } catch (IOException unreadable) {
            faults.add(ContractFault.TOO_LARGE.at(Spot.startOf(path), String.valueOf(unreadable.getMessage())));
        }
        return null;
    }

    ContractFolder folder() {
        return folder;
    }

    void found(ContractFault fault, Spot spot, Object... words) {
        faults.add(fault.at(spot, words));
    }

    void merged(Spot spot, String file) {
        notes.add(Remark.of(spot, Treatment.FILE_MERGED, file));
    }

    static String written(Object document) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps, lists and texts are JSON", impossible);
        }
    }
}
