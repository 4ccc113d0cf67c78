package org.onewindow.hub.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.onewindow.config.SharedClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the clock that hub and simulators share, or moves it on. */
@Command(name = "clock", resourceBundle = "org.onewindow.hub.client.texts")
final class ClockVerbs {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss (EEE)");
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Console console;

    ClockVerbs(Console console) {
        this.console = console;
    }

    @Command(name = "show")
    int show(@Mixin Wishes wishes) {
        var clock = new SharedClock(wishes.place().clock());
        return tell(wishes, clock.instant(), clock.offset());
    }

    @Command(name = "advance")
    int advance(@Mixin Wishes wishes, @Parameters(paramLabel = "DURATION") String by) {
        var place = wishes.place();
        if (place.production()) {
            throw new BadInput(console.texts().say("clock-production"));
        }
        if (place.clock().getParent() == null
                || !place.clock().getParent().toFile().isDirectory()) {
            throw new BadInput(console.texts().say("clock-nowhere", place.clock()));
        }
        var clock = new SharedClock(place.clock());
        var now = clock.advance(duration(by));
        return tell(wishes, now, clock.offset());
    }

    private int tell(Wishes wishes, Instant now, Duration offset) {
        var beijing = ZonedDateTime.ofInstant(now, BEIJING);
        if (wishes.json()) {
            var node = JsonNodeFactory.instance.objectNode();
            node.put("now", beijing.toOffsetDateTime().toString()).put("ahead", offset.toString());
            console.json(node);
        } else {
            console.line(beijing.format(SHOWN.withLocale(console.texts().locale())));
        }
        return Main.OK;
    }

    /** {@code 90s}, {@code 15m}, {@code 8h}, {@code 2d} or ISO 8601. */
    private Duration duration(String text) {
        try {
            var plain = text.strip().toUpperCase(Locale.ROOT);
            var iso = plain.startsWith("P") ? plain : plain.endsWith("D") ? "P" + plain : "PT" + plain;
            var by = Duration.parse(iso);
            if (by.isNegative()) {
                throw new BadInput(console.texts().say("duration-wrong", text));
            }
            return by;
        } catch (DateTimeParseException wrong) {
            throw new BadInput(console.texts().say("duration-wrong", text));
        }
    }
}
