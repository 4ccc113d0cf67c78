package org.onewindow.hub.command.department;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.command.BadInput;

/** At a hub, which is handed the folder; nothing of it serves there. */
record BenchAtHub(Admin admin) implements Bench {

    private static final int NO_SUCH_SAMPLE = 422;

    @Override
    public ObjectNode test(Folder folder) {
        return good(admin.send("POST", Admin.department(folder.id()) + "/test", folder.files()));
    }

    @Override
    public Optional<ObjectNode> attempt(Folder folder, String operation, String sample) {
        var query = "/try?operation=" + Admin.escaped(operation) + "&sample=" + Admin.escaped(sample);
        var reply = admin.send("POST", Admin.department(folder.id()) + query, folder.files());
        if (reply.status() == NO_SUCH_SAMPLE
                && reply.body().path("code").asText().equals("request-invalid")) {
            return Optional.empty();
        }
        var told = good(reply);
        told.put("message", "").put("reply", "");
        var findings = told.putArray("findings");
        for (var step : told.remove("steps")) {
            var name = step.path("step").asText();
            if (!name.equals("validation")) {
                told.put(name, step.path("content").asText());
            }
            step.path("findings").forEach(findings::add);
        }
        return Optional.of(told);
    }

    private static ObjectNode good(HubApi.Reply reply) {
        if (reply.good() && reply.body() instanceof ObjectNode told) {
            return told;
        }
        throw new BadInput(reply.problem());
    }

    @Override
    public void close() {
        // the hub keeps nothing of it
    }
}
