package org.onewindow.connectors.contract;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.config.Diagnostic;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** One contract on the table: its documents, what was done to them, what cannot be mended. */
final class Examination {

    private static final int MOST_FILES = 300;

    private final ContractFolder folder;
    private final Map<String, ContractFile> files = new LinkedHashMap<>();
    private final List<Remark> repairs = new ArrayList<>();
    private final List<Remark> notes = new ArrayList<>();
    private final List<Diagnostic> faults = new ArrayList<>();

    Examination(ContractFolder folder) {
        this.folder = folder;
    }

    ContractFolder folder() {
        return folder;
    }

    Collection<ContractFile> files() {
        return List.copyOf(files.values());
    }

    ContractFile file(String path) {
        var file = files.get(path);
        if (file == null) {
            throw new IllegalStateException("not on the table: " + path);
        }
        return file;
    }

    boolean holds(String path) {
        return files.containsKey(path);
    }

    List<Remark> repairs() {
        return repairs;
    }

    List<Remark> notes() {
        return notes;
    }

    List<Diagnostic> faults() {
        return faults;
    }

    void repaired(ContractFile file, Node at, Treatment treatment, Object... words) {
        file.change();
        repairs.add(Remark.of(file.spot(at), treatment, words));
    }

    void noted(Spot at, Treatment treatment, Object... words) {
        notes.add(Remark.of(at, treatment, words));
    }

    void found(ContractFault fault, Spot at, Object... words) {
        faults.add(fault.at(at, words));
    }

    /** Puts a file on the table; empty: it cannot be read, and the fault is told. */
    Optional<ContractFile> open(String path) {
        var known = files.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        if (files.size() >= MOST_FILES) {
            found(ContractFault.TOO_LARGE, Spot.startOf(path), "more than " + MOST_FILES + " files");
            return Optional.empty();
        }
        var aside = new Examination(folder);
        var file = aside.read(path);
        faults.addAll(aside.faults);
        repairs.addAll(aside.repairs);
        file.ifPresent(read -> files.put(path, read));
        return file;
    }

    /** What a file of the folder is, without putting it on the table. */
    Optional<ContractFile> peek(String path) {
        var known = files.get(path);
        return known != null ? Optional.of(known) : new Examination(folder).read(path);
    }

    private Optional<ContractFile> read(String path) {
        var start = Spot.startOf(path);
        try {
            var text = path.startsWith(Catalogue.FOLDER) && !folder.has(path)
                    ? Catalogue.text(path)
                    : ContractText.of(
                            folder.bytes(path),
                            (real, declared) -> repairs.add(Remark.of(start, Treatment.BYTES_DECODED, real, declared)));
            boolean told = !repairs.isEmpty();
            var file = parsed(path, text);
            if (told) {
                file.ifPresent(ContractFile::change);
            }
            return file;
        } catch (CharacterCodingException noCharset) {
            found(ContractFault.NOT_XML, start, StandardCharsets.UTF_8 + "?");
        } catch (IOException unreadable) {
            found(ContractFault.TOO_LARGE, start, String.valueOf(unreadable.getMessage()));
        }
        return Optional.empty();
    }

    private Optional<ContractFile> parsed(String path, String text) {
        var prologue = Prologue.of(text);
        if (prologue.hasEntities()) {
            found(ContractFault.ENTITIES, new Spot(path, prologue.doctypeLine(), 1));
            return Optional.empty();
        }
        try {
            var unbound = new ArrayList<String>();
            var file = new ContractFile(path, UsualPrefixes.read(prologue.withoutIt(), unbound));
            for (var prefix : unbound) {
                repaired(file, file.root(), Treatment.PREFIX_DECLARED, prefix, UsualPrefixes.of(prefix));
            }
            if (prologue.hasPreamble()) {
                repaired(file, file.root(), Treatment.PREAMBLE_DROPPED);
            }
            if (prologue.hasDoctype()) {
                repaired(file, file.root(), Treatment.DOCTYPE_DROPPED);
            }
            return Optional.of(file);
        } catch (SAXParseException fault) {
            var spot = new Spot(path, Math.max(1, fault.getLineNumber()), Math.max(1, fault.getColumnNumber()));
            found(ContractFault.NOT_XML, spot, String.valueOf(fault.getMessage()));
        } catch (SAXException fault) {
            found(ContractFault.NOT_XML, Spot.startOf(path), String.valueOf(fault.getMessage()));
        }
        return Optional.empty();
    }
}
