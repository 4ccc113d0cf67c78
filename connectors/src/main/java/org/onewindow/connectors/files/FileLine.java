package org.onewindow.connectors.files;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import net.sf.saxon.s9api.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;
import org.onewindow.connectors.FileReplyListener;
import org.onewindow.connectors.Mapped;
import org.onewindow.connectors.Sending;
import org.onewindow.connectors.line.Characters;
import org.onewindow.connectors.line.Departure;
import org.onewindow.connectors.line.Filled;
import org.onewindow.connectors.line.Heard;
import org.onewindow.connectors.line.House;
import org.onewindow.connectors.line.Line;
import org.onewindow.connectors.line.Tape;
import org.onewindow.connectors.mapping.Draft;

/** A department that exchanges files in two folders. */
public final class FileLine implements Line {

    private final Department department;
    private final House house;
    private final FileWords words;
    private final Inbox inbox;
    private final FileRoutes routes;

    /** @param saxon reads answers in XML for style sheets */
    public FileLine(Department department, Department.Endpoint.Files endpoint, House house, Processor saxon) {
        this.department = department;
        this.house = house;
        this.words = FileWords.of(department, Charset.forName(endpoint.charset()), saxon);
        this.inbox = new Inbox(
                department.id(),
                new Folder(endpoint.root(), endpoint.in()),
                new AnswerFiles(department.id(), words::parse),
                new Clearing(endpoint.kept(), house.clock()),
                house.clock());
        this.routes = new FileRoutes(department, new Outbox(new Folder(endpoint.root(), endpoint.out())), inbox);
    }

    @Override
    public RouteBuilder routes() {
        return routes;
    }

    /** From now on answers are taken. */
    public void repliesTo(FileReplyListener listener) {
        inbox.repliesTo(listener);
        house.camel().start(FileRoutes.answers(department));
    }

    @Override
    public Optional<Mapped.Unmappable> objection(Operation operation, Draft draft) {
        words.document(draft);
        return Characters.outside(words.charset(), draft);
    }

    @Override
    public Heard send(Operation operation, Draft draft, Sending sending) {
        return switch (house.filler(operation, draft, sending).in(words.form()).fill(words.document(draft))) {
            case Filled.Not(var reply) -> Heard.notSent(reply);
            case Filled.Bytes(var bytes) -> {
                Tape.sent(() -> new Tape.Words(bytes, words.charset()));
                var name = sending.correlation() + "-" + sending.key() + words.ending();
                yield put(operation, new FileMessage(name, bytes));
            }
        };
    }

    private Heard put(Operation operation, FileMessage message) {
        var exchange = house.camel().request(FileRoutes.putting(department, operation), message);
        return exchange.getException() == null ? Heard.handedOver(operation) : failed(exchange.getException());
    }

    private static Heard failed(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof Departure.HeldBack held) {
                return Heard.unavailable(String.valueOf(held.getMessage()), null);
            }
            if (at instanceof Outbox.NotPut nothing) {
                return Heard.outOfReach(String.valueOf(nothing.getMessage()));
            }
        }
        return Heard.doubt("the folder of messages did not take the file in for certain");
    }

    @Override
    public @Nullable Object parse(byte[] body) throws IOException {
        return words.parse(body);
    }

    @Override
    public void close() {
        // folders are opened for each look alone
    }
}
