package org.onewindow.simulators.civil;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onewindow.simulators.city.Citizen;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.stage.Call;
import org.onewindow.simulators.stage.Effect;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Xml;
import org.w3c.dom.Element;

/** The bureau's records of marriages, and the notes made on them. */
final class CivilOffice {

    static final String DEPARTMENT = "civil-affairs";
    static final List<String> SERVICES = List.of("MZ0107", "MZ0201", "MZ0202", "MZ0203");

    /** A note just made is not found at once: who lost an answer must wait before asking (the contract says 30 s). */
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private static final Set<String> DOCUMENT_TYPES = Set.of("1", "2", "3");

    private final Stage stage;
    private final City city;
    private final Map<String, Note> notesByCase = new HashMap<>();
    private final Set<String> serials = new HashSet<>();

    CivilOffice(Stage stage, City city) {
        this.stage = stage;
        this.city = city;
    }

    /** False where the serial was used before. */
    synchronized boolean takeSerial(String serial) {
        return serials.add(serial);
    }

    synchronized CivilReply serve(String serviceCode, String serial, Element body, Call call) {
        var fields = Invocation.leaves(body);
        if (fields.isEmpty() || !fields.get().keySet().equals(fieldsOf(serviceCode))) {
            return CivilReply.malformed("报文格式错误");
        }
        call.caseNumber(fields.get().getOrDefault("YWLSH", ""));
        return switch (serviceCode) {
            case "MZ0107" -> maritalStatus(fields.get());
            case "MZ0201" -> note(fields.get(), serial);
            case "MZ0202" -> findNote(fields.get());
            default -> cancelNote(fields.get(), serial, call);
        };
    }

    synchronized void reset() {
        notesByCase.clear();
        serials.clear();
    }

    private static Set<String> fieldsOf(String serviceCode) {
        return switch (serviceCode) {
            case "MZ0107" -> Set.of("XM", "ZJLX", "ZJHM");
            case "MZ0201" -> Set.of("ZJHM", "YWLSH", "SDYY");
            case "MZ0202" -> Set.of("YWLSH");
            default -> Set.of("SDBH");
        };
    }

    private CivilReply maritalStatus(Map<String, String> fields) {
        if (fields.containsValue("") || !DOCUMENT_TYPES.contains(fields.getOrDefault("ZJLX", ""))) {
            return CivilReply.malformed("报文要素缺失或取值错误");
        }
        var citizen = city.citizen(fields.getOrDefault("ZJHM", ""));
        if (citizen.isEmpty() || !"1".equals(fields.get("ZJLX"))) {
            return CivilReply.of("1001", "查无此人");
        }
        if (!citizen.get().name().equals(fields.get("XM"))) {
            return CivilReply.of("1002", "姓名与证件号码不符");
        }
        var marriage = citizen.get().marriage();
        var spouse = city.spouseOf(citizen.get())
                .map(one -> spouseXml(one, marriage))
                .orElse("");
        return CivilReply.done("<HYZK>%s</HYZK><POLIST>%s</POLIST>".formatted(marriage.status(), spouse));
    }

    private static String spouseXml(Citizen spouse, Citizen.Marriage marriage) {
        return "<PO><XM>%s</XM><ZJHM>%s</ZJHM><DJRQ>%s</DJRQ></PO>"
                .formatted(
                        Xml.escape(spouse.name()),
                        spouse.idNumber(),
                        marriage.since()
                                .map(DateTimeFormatter.BASIC_ISO_DATE::format)
                                .orElse(""));
    }

    private CivilReply note(Map<String, String> fields, String serial) {
        if (fields.containsValue("")) {
            return CivilReply.malformed("报文要素缺失");
        }
        var citizen = city.citizen(fields.getOrDefault("ZJHM", ""));
        if (citizen.isEmpty()) {
            return CivilReply.of("1001", "查无此人");
        }
        if (!citizen.get().marriage().isMarried()) {
            return CivilReply.of("1003", "无婚姻登记记录");
        }
        var caseNumber = fields.getOrDefault("YWLSH", "");
        var before = notesByCase.get(caseNumber);
        if (before != null && before.cancelled) {
            return CivilReply.of("1004", "该业务的标注已撤销,不再标注");
        }
        if (before != null) {
            record("note-repeated", serial, caseNumber, before.number);
            return CivilReply.done(numberXml(before.number));
        }
        var made = new Note(stage.numbers().next("SD"), stage.now(), false);
        notesByCase.put(caseNumber, made);
        record("note-made", serial, caseNumber, made.number);
        return CivilReply.done(numberXml(made.number));
    }

    private CivilReply findNote(Map<String, String> fields) {
        var caseNumber = fields.getOrDefault("YWLSH", "");
        if (caseNumber.isEmpty()) {
            return CivilReply.malformed("报文要素缺失");
        }
        var settled = Optional.ofNullable(notesByCase.get(caseNumber))
                .filter(note -> !note.cancelled && !stage.now().isBefore(note.madeAt.plus(SETTLING)));
        return CivilReply.done(numberXml(settled.map(Note::number).orElse("")));
    }

    private CivilReply cancelNote(Map<String, String> fields, String serial, Call call) {
        var number = fields.getOrDefault("SDBH", "");
        if (number.isEmpty()) {
            return CivilReply.malformed("报文要素缺失");
        }
        for (var entry : notesByCase.entrySet()) {
            if (entry.getValue().number.equals(number)) {
                call.caseNumber(entry.getKey());
                if (!entry.getValue().cancelled) {
                    entry.setValue(new Note(number, entry.getValue().madeAt, true));
                    record("note-cancelled", serial, entry.getKey(), number);
                }
                return CivilReply.done("");
            }
        }
        return CivilReply.of("1004", "标注不存在");
    }

    private static String numberXml(String number) {
        return number.isEmpty() ? "<SDBH/>" : "<SDBH>" + number + "</SDBH>";
    }

    private void record(String kind, String serial, String caseNumber, String reference) {
        stage.ledger().add(new Effect(DEPARTMENT, kind, serial, caseNumber, reference, stage.now()));
    }

    private record Note(String number, Instant madeAt, boolean cancelled) {}
}
