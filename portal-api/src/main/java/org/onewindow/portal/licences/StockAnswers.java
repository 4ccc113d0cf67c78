package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.StockTaken;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.Problem;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Problems;
import org.onewindow.portal.wire.Wire;

/** What became of a stock, as NDJSON: a line for each of its lines, as it goes, then how many. */
final class StockAnswers {

    static final String NDJSON = "application/x-ndjson";

    private static final int BATCH = 100;

    private final HttpServletResponse response;
    private final Problems problems;
    private final Locale language;
    private final StringBuilder batch = new StringBuilder();
    private final Map<StockTaken, Integer> counts = new EnumMap<>(StockTaken.class);
    private int lines;

    StockAnswers(HttpServletResponse response, Problems problems, Locale language) {
        this.response = response;
        this.problems = problems;
        this.language = language;
        response.setContentType(NDJSON);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    }

    private record Answer(int line, String outcome, @Nullable List<Problem.Item> errors) {}

    private record Sum(int lines, int taken, int already, int differs, int refused) {}

    /** It is committed: where the caller hears nothing of it any more, the same again tells. */
    void add(int number, StockSaid said) throws IOException {
        var taken = said.taken();
        lines++;
        if (taken == null) {
            write(new Answer(number, "refused", items(said.errors())));
        } else {
            counts.merge(taken, 1, Integer::sum);
            write(new Answer(number, taken.name().toLowerCase(Locale.ROOT), null));
        }
        if (lines % BATCH == 0) {
            flush();
        }
    }

    void end() throws IOException {
        int good = counts.values().stream().mapToInt(Integer::intValue).sum();
        write(new Sum(
                lines, count(StockTaken.TAKEN), count(StockTaken.ALREADY), count(StockTaken.DIFFERS), lines - good));
        flush();
    }

    private int count(StockTaken taken) {
        return counts.getOrDefault(taken, 0);
    }

    private List<Problem.Item> items(List<FieldError> errors) {
        return problems.problem(ProblemCode.REQUEST_INVALID, errors, language, "")
                .errors();
    }

    private void write(Object answer) {
        batch.append(Wire.text(answer)).append('\n');
    }

    private void flush() throws IOException {
        response.getOutputStream().write(batch.toString().getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        batch.setLength(0);
    }
}
