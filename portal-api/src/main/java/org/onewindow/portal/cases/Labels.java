package org.onewindow.portal.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.NextActor;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.cases.StepState;
import org.onewindow.cases.TraceEntry;
import org.onewindow.cases.Why;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Matter;
import org.onewindow.portal.text.Words;
import org.springframework.stereotype.Component;

/** Says in plain words where cases and steps stand, and why. */
@Component
public final class Labels {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final String HELD = "held:";

    private final Words words;
    private final Supplier<ConfigurationTree> tree;
    private final MaterialSources sources;

    Labels(Words words, Supplier<ConfigurationTree> tree) {
        this.words = words;
        this.sources = new MaterialSources(words);
        this.tree = tree;
    }

    public State of(CaseSnapshot found, Locale language) {
        var code = found.state().code();
        boolean open = found.state().isOpen();
        var why = open ? found.why() : null;
        var due = found.limits().dueOn();
        return new State(
                code,
                words.of("state.case." + code, language),
                !open,
                why == null ? NextActor.NOBODY : why.nextActor(),
                open && due != null ? endOf(due) : null,
                why == null ? null : why(why, found.matter(), language));
    }

    State of(StepSnapshot step, Matter matter, Locale language) {
        boolean open = !step.state().isFinal();
        var why = open ? step.why() : null;
        var code = step.state().code();
        return new State(
                code,
                words.of("state.step." + code, language),
                !open,
                why == null ? NextActor.NOBODY : why.nextActor(),
                why == null ? null : dueAt(step, why),
                why == null ? null : why(why, matter, language));
    }

    /** 受理, 审核 or 办结. */
    String stage(CaseState state, Locale language) {
        var stage =
                switch (state) {
                    case RECEIVED, SUPPLEMENT -> "acceptance";
                    case ACCEPTED, REVIEWING -> "review";
                    case APPROVED, REFUSED, NOT_ACCEPTED, WITHDRAWN, CLOSED -> "conclusion";
                };
        return words.of("stage." + stage, language);
    }

    /** Plain words for a reason code: the matter's own, else the portal's. */
    public String why(Why why, Matter matter, Locale language) {
        var code = why.code();
        if (code.startsWith(HELD)) {
            return reason(code.substring(HELD.length()), matter, language)
                    .orElseGet(() -> words.of("why.held", language, named(why.details(), language)));
        }
        return words.find("why." + code, language, named(why.details(), language))
                .or(() -> reason(code, matter, language))
                .orElseGet(() -> words.of("why.other", language));
    }

    /** Why a case ended, or is held. */
    Optional<String> reason(String code, Matter matter, Locale language) {
        var own = matter.reasons().get(code);
        return own == null ? words.find("reason." + code, language, Map.of()) : Optional.of(own.in(language));
    }

    String line(TraceEntry entry, CaseSnapshot found, Locale language) {
        var details = named(entry.details(), language);
        var code = entry.details().get("reason");
        if (code != null) {
            reason(code, found.matter(), language).ifPresent(text -> details.put("reason", text));
        }
        var because = entry.details().get("why");
        if (because != null) {
            details.put("why", why(new Why(because, NextActor.NOBODY, entry.details()), found.matter(), language));
        }
        if (entry.kind().equals("materials-complete")) {
            details.put("materials", sources.of(entry.details(), found, language));
        }
        var key = entry.stepKey();
        var line = words.find("trace." + entry.kind(), language, details)
                .orElseGet(() -> words.of("trace.other", language, Map.of("kind", entry.kind())));
        return key == null ? line : stepName(found, key, language) + words.of("trace.colon", language) + line;
    }

    private static String stepName(CaseSnapshot found, String key, Locale language) {
        var step = found.step(key).map(StepSnapshot::step).orElse(key);
        var spec = found.matter().steps().get(step);
        return spec == null ? key : spec.name().in(language);
    }

    /** The details with departments by their names. */
    private Map<String, String> named(Map<String, String> details, Locale language) {
        var named = new LinkedHashMap<>(details);
        named.computeIfPresent("department", (_, id) -> department(id, language));
        return named;
    }

    private String department(String id, Locale language) {
        var known = tree.get().departments().get(id);
        return known == null ? id : known.name().in(language);
    }

    private static @Nullable Instant dueAt(StepSnapshot step, Why why) {
        if (step.state() != StepState.WAITING || why.nextActor() != NextActor.APPLICANT) {
            return null;
        }
        var lastDay = step.item() instanceof Map<?, ?> bill ? bill.get("payBefore") : null;
        if (lastDay instanceof String day) {
            return endOf(LocalDate.parse(day));
        }
        return why.code().startsWith(HELD) ? null : step.nextAt();
    }

    private static Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59)).atZone(BEIJING).toInstant();
    }
}
