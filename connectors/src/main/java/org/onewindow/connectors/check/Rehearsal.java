package org.onewindow.connectors.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.EffectKey;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;
import org.onewindow.connectors.MappingContext;
import org.onewindow.connectors.line.Filler;
import org.onewindow.connectors.line.SampleTalk;
import org.onewindow.connectors.mapping.Asked;
import org.onewindow.connectors.mapping.Computations;
import org.onewindow.connectors.mapping.Draft;
import org.onewindow.connectors.mapping.Holes;
import org.onewindow.connectors.mapping.HubFunctions;
import org.onewindow.connectors.mapping.Mapping;
import org.onewindow.connectors.mapping.SealedReply;
import org.onewindow.connectors.mapping.Told;

/** Runs mappings with the fixed values of samples: one key, one time, one serial number, and {@code sample} as the bytes of every material. */
record Rehearsal(Department department, HubFunctions functions, SampleTalk talk) {

    private static final EffectKey KEY = new EffectKey(UUID.fromString("0b0e6ad3-5c2f-5a5e-9d0a-6f2f5b6f7a01"));
    private static final Instant NOW = Instant.parse("2026-11-24T01:30:15Z");
    private static final String SERIAL = "20261124093015000001";
    private static final String CORRELATION = "c0ffee00c0ffee00c0ffee00c0ffee00";
    private static final byte[] MATERIAL = "sample".getBytes(UTF_8);

    /** No secret of this hub is used. */
    static HubFunctions fixedFunctions() {
        return new HubFunctions(reference -> "secret of " + reference.name(), () -> SERIAL);
    }

    /** As it would be sent. */
    String message(Operation operation, Mapping mapping, DepartmentRequest request) throws IOException {
        var holes = Holes.fresh();
        var callback = "http://hub.test/v1/replies/" + department.id() + "/" + CORRELATION;
        var asked = new Asked(request, new MappingContext(KEY, 1, NOW, callback), holes);
        var draft = new Draft(holes, mapping.request(department, operation, asked));
        var computed = new Computations(department, functions).values(operation);
        var filler = new Filler(holes, computed, material -> new ByteArrayInputStream(MATERIAL), Filler.Form.PLAIN);
        return talk.message(operation, draft, filler);
    }

    /** The sealed reply as JSON values. */
    Map<String, @Nullable Object> reply(
            Operation operation, Mapping mapping, DepartmentRequest request, Trial.Answer answer) throws IOException {
        var told = new Told(answer.status(), Map.of(), talk.content(answer.body()), request);
        return SealedReply.of(mapping.reply(department, operation, told)).json();
    }
}
