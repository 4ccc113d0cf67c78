package org.onewindow.simulators.fund;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Json;
import org.onewindow.simulators.wire.Problem;

/** The housing fund centre: what came in, what the nightly batch holds back, what is to go out. */
public final class HousingFund {

    public static final List<String> OPERATIONS = FundOffice.TRANSACTIONS;
    private static final LocalTime BATCH_BEGINS = LocalTime.of(22, 0);
    private static final LocalTime BATCH_ENDS = LocalTime.of(2, 0);

    private final Stage stage;
    private final FundOffice office;
    private final FundCounter counter;
    private final Queue<Incoming> heldBack = new ArrayDeque<>();
    private final List<Outgoing> outgoing = new ArrayList<>();

    public HousingFund(Stage stage, City city) {
        this.stage = stage;
        office = new FundOffice(stage, city);
        counter = new FundCounter(stage, office);
    }

    /** Ends the batch and pays withdrawals when it is time. */
    public synchronized void tick() {
        if (!isBatch()) {
            while (!heldBack.isEmpty()) {
                outgoing.addAll(counter.serve(heldBack.remove()));
            }
        }
        office.tick().forEach(this::tell);
    }

    public synchronized void reset() {
        heldBack.clear();
        outgoing.clear();
        office.reset();
        counter.reset();
    }

    /** Something happens at the centre unasked: {@code {"event": …, "certNo" or "applicationNo": …}}. */
    public synchronized Answer happen(JsonNode body) {
        Optional<GjjEvent> event =
                switch (body.path("event").asText()) {
                    case "PLEDGE_RELEASED" ->
                        office.releasePledge(body.path("certNo").asText());
                    case "WITHDRAWAL_PAID" ->
                        office.pay(body.path("applicationNo").asText());
                    default -> Optional.empty();
                };
        event.ifPresent(this::tell);
        return event.map(told -> Answer.json(202, Json.object().put("event", told.event)))
                .orElseGet(() -> Problem.unprocessable(
                                "event",
                                "PLEDGE_RELEASED with a pledged certNo, or WITHDRAWAL_PAID with an open applicationNo")
                        .answer());
    }

    boolean isDown() {
        return stage.modes().isDown(FundOffice.DEPARTMENT);
    }

    synchronized void take(Incoming message) {
        if (isBatch()) {
            heldBack.add(message);
        } else {
            outgoing.addAll(counter.serve(message));
        }
    }

    synchronized List<Outgoing> due() {
        return outgoing.stream().filter(Outgoing::isDue).toList();
    }

    synchronized void sent(List<Outgoing> gone) {
        gone.forEach(outgoing::remove);
    }

    private void tell(GjjEvent event) {
        outgoing.add(Outgoing.event(counter.event(event)));
    }

    private boolean isBatch() {
        var time = stage.time().toLocalTime();
        return !time.isBefore(BATCH_BEGINS) || time.isBefore(BATCH_ENDS);
    }
}
