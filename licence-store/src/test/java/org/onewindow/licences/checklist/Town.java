package org.onewindow.licences.checklist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Localised;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseMachine;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Command;
import org.onewindow.cases.Demand;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.LicenceType.Sensitivity;
import org.onewindow.config.MaterialType;
import org.onewindow.config.Matter;
import org.onewindow.config.Matter.RequiredMaterial;
import org.onewindow.config.Matter.RequiredMaterial.ValidOn;
import org.onewindow.config.TrustLevel;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Received;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestPdf;
import org.onewindow.licences.TestStore;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.materials.MaterialKeeping;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, their papers, and a matter that asks for some. */
public final class Town {

    public static final String SENSITIVE = "medical-certificate";
    private static final String MATTER = "used-home-transfer";

    private final Uploads uploads;

    public Town(Path folder) {
        this.uploads = TestStore.uploads(folder);
    }

    public Checklists.Stores stores() {
        return stores(TestStore.DATABASE);
    }

    /** By these connections. */
    Checklists.Stores stores(DataSource database) {
        return new Checklists.Stores(database, TestStore.store(database), TestStore.space(), uploads);
    }

    /** The hub asks, for an open case that names everybody in the request. */
    Question asks(List<RequiredMaterial> required, ServiceRequest request) {
        var passports = request.parties().stream().map(Party::idNumber).toArray(String[]::new);
        return new Question(
                matter(required),
                request,
                Actor.HUB,
                Somebody.openCase("another-matter", IdType.PASSPORT, passports),
                tree(),
                TestStore.CLOCK.instant());
    }

    /** The first is the applicant. */
    public ServiceRequest request(Map<String, Object> form, List<MaterialReference> materials, Somebody... people) {
        var parties = new ArrayList<Party>();
        for (var one : people) {
            parties.add(new Party("buyer", Party.Kind.PERSON, "王强", IdType.PASSPORT, one.passport(), null, null, null));
        }
        return new ServiceRequest(MATTER, "portal", parties.getFirst(), parties, form, materials);
    }

    public String uploads(String text, Somebody whose) {
        var sender = new Uploads.Sender(
                TestStore.HASH.of(IdType.PASSPORT, whose.passport()),
                whose.id(),
                "portal",
                UUID.randomUUID().toString());
        try {
            var received = uploads.receive(
                    sender,
                    new Uploads.Label(null, "a.pdf", "application/pdf"),
                    new ByteArrayInputStream(TestPdf.saying(text)));
            return ((Received.Stored) received).upload().id();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A case of theirs was accepted with it; its id in their space. */
    public String handedInBefore(String type, Map<String, Object> form, Somebody whose) {
        acceptedWith(type, uploads(type, whose), form, whose, whose.hasOpenCase("an-earlier-matter"));
        return TestStore.space().own(whose.actor()).getFirst().id();
    }

    public void acceptedWith(String type, String upload, Map<String, Object> form, Somebody whose, CaseNumber number) {
        acceptedWith(new MaterialReference(type, upload, null, null, null, null), form, whose, number);
    }

    public void acceptedWith(MaterialReference given, Map<String, Object> form, Somebody whose, CaseNumber number) {
        var request = request(form, List.of(given), whose);
        var accepted = CaseMachine.open(number, matter(List.of()), request, "seed", TestStore.CLOCK.instant());
        var keeping = new MaterialKeeping(Town::tree, TestStore.HASH, TestStore.CLOCK);
        try (var connection = TestStore.DATABASE.getConnection()) {
            keeping.carryOut(connection, accepted, List.of(new Command.Notice("accepted", Map.of())));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A case that is to be looked at again. */
    static CaseNumber toldCase(Somebody... people) {
        var passports = Stream.of(people).map(Somebody::passport).toArray(String[]::new);
        var number = Somebody.openCase("another-matter", IdType.PASSPORT, passports);
        JdbcClient.create(TestStore.DATABASE)
                .sql("update case_file set state = 'received' where number = ?")
                .param(number.text())
                .update();
        return number;
    }

    /** A case that tells its applicant now what it lacks. */
    static CaseSnapshot lacking(CaseNumber number) {
        var whose = Somebody.arrives();
        var person = new Party(null, Party.Kind.PERSON, "王强", IdType.PASSPORT, whose.passport(), null, null, null);
        var request = new ServiceRequest(MATTER, "portal", person, List.of(), Map.of(), List.of());
        var found = CaseMachine.open(number, matter(List.of()), request, "seed", TestStore.CLOCK.instant());
        var before = found.progress();
        var lacks = new CaseSnapshot.Progress(
                CaseState.SUPPLEMENT,
                before.why(),
                before.receivedAt(),
                null,
                false,
                null,
                null,
                before.limits(),
                before.ending(),
                before.supplements(),
                before.confirmations());
        return new CaseSnapshot(number, found.matter(), 2, request, "seed", found.steps(), lacks);
    }

    /** A supervisor wants more of it. */
    static void overrides(CaseNumber number, String reason, Demand... demands) {
        var whose = Somebody.arrives();
        var person = new Party(null, Party.Kind.PERSON, "王强", IdType.PASSPORT, whose.passport(), null, null, null);
        var request = new ServiceRequest(MATTER, "portal", person, List.of(), Map.of(), List.of());
        var found = CaseMachine.open(number, matter(List.of()), request, "seed", TestStore.CLOCK.instant());
        var command = new Command.OverrideNotice(List.of(demands), "staff:1", reason);
        try (var connection = TestStore.DATABASE.getConnection()) {
            new NoticeOverrides(TestStore.CLOCK).carryOut(connection, found, List.of(command));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void holds(Somebody whose, String type, LocalDate until) {
        TestStore.licences().seed(List.of(whose.draft(type, "N" + whose.passport(), until)));
    }

    static Localised name(String type) {
        return new Localised(type, type);
    }

    static RequiredMaterial required(String type, @Nullable String of, RequiredMaterial.Source... from) {
        return new RequiredMaterial(type, name(type), Set.of(from), of, TrustLevel.C, null, ValidOn.DECISION, null);
    }

    private static Matter matter(List<RequiredMaterial> required) {
        return new Matter(
                MATTER,
                "1",
                name(MATTER),
                new Matter.Limit(30, 5),
                null,
                "{}",
                Map.of(),
                List.of(),
                required,
                Map.of(),
                null,
                Map.of(),
                Map.of(),
                null);
    }

    /** The hub's own, where a household register also stands for the record of a title search, and one kind more is sensitive. */
    static ConfigurationTree tree() {
        var hub = TestStore.TREE;
        var record = Objects.requireNonNull(hub.materials().get("title-search-record"));
        var types = new HashMap<>(hub.materials());
        types.put(record.id(), like(record, record.id(), record.sensitivity()));
        types.put(SENSITIVE, like(record, SENSITIVE, Sensitivity.SENSITIVE));
        return new ConfigurationTree(
                hub.revision(),
                hub.departments(),
                hub.matters(),
                hub.inquiries(),
                hub.channels(),
                hub.licences(),
                types,
                hub.workingDays());
    }

    private static MaterialType like(MaterialType other, String id, Sensitivity sensitivity) {
        return new MaterialType(
                id,
                other.name(),
                other.holders(),
                sensitivity,
                other.kept(),
                other.validFor(),
                other.onceOnly(),
                other.selfMade(),
                other.watched(),
                other.verifiedBy(),
                List.of(new MaterialType.Substitute(Somebody.REGISTER, null)),
                other.needs());
    }
}
