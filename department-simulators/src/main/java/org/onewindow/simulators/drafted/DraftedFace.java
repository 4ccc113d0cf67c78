package org.onewindow.simulators.drafted;

import java.nio.file.Path;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Face;
import org.onewindow.simulators.wire.Problem;
import org.onewindow.simulators.wire.Reply;
import org.onewindow.simulators.wire.Request;

/**
 * Answers for every department whose folder has {@code simulator/mappings/}: the stubs that {@code ./hub department add} drafts, in
 * WireMock's format as far as those use it. They are read at every call, so that a department that was just drafted is there.
 */
public final class DraftedFace implements Face {

    /** Whatever no built-in department answers. */
    public static final String PREFIX = "/";

    private final Stage stage;
    private final Path departments;

    /** Of the folders in this one. */
    public DraftedFace(Stage stage, Path departments) {
        this.stage = stage;
        this.departments = departments;
    }

    @Override
    public Reply reply(Request request) throws InterruptedException {
        var segments = request.segmentsBelow(PREFIX);
        var id = segments.isEmpty() ? "" : segments.getFirst();
        if (request.tooLarge()) {
            return Reply.of(Problem.of(413, "more than 1 MiB").answer());
        }
        var stub = Stubs.of(departments, id).stream()
                .filter(one -> one.answers(request))
                .findFirst();
        return Reply.of(stub.isPresent() ? answer(id, stub.get()) : nobody(id));
    }

    private Answer answer(String id, Stub stub) throws InterruptedException {
        var call = stage.calls().received(id, stub.name());
        Thread.sleep(stub.delay());
        call.outcome(Integer.toString(stub.answer().status()));
        return stub.answer();
    }

    private static Answer nobody(String id) {
        return Problem.of(
                        404,
                        "no simulated department " + (Stubs.isDepartment(id) ? id : "of this name") + " answers this")
                .answer();
    }
}
