package org.onewindow.connectors.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.FileReplyListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of answers, looked into by every node (Polling Consumer, Competing Consumers). */
public final class Inbox {

    static final Duration EVERY = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int MOST_AT_ONCE = 1000;

    private final String department;
    private final Folder folder;
    private final AnswerFiles answers;
    private final Clearing clearing;
    private final Clock clock;
    private final Wholeness wholeness = new Wholeness();
    private volatile @Nullable FileReplyListener replies;
    private boolean away;

    Inbox(String department, Folder folder, AnswerFiles answers, Clearing clearing, Clock clock) {
        this.department = department;
        this.folder = folder;
        this.answers = answers;
        this.clearing = clearing;
        this.clock = clock;
    }

    void repliesTo(FileReplyListener listener) {
        replies = listener;
    }

    /** One look; never two at a time. */
    public void look() {
        var listener = replies;
        if (listener == null) {
            return;
        }
        try {
            var in = folder.open();
            var taking = new Taking(Folder.own(in, ".taken"), clock);
            taking.abandoned().forEach(taken -> handle(in, taken, listener));
            for (var whole : whole(in).entrySet()) {
                taking.take(whole.getValue(), whole.getKey()).ifPresent(taken -> handle(in, taken, listener));
            }
            clearing.look(in);
            away = false;
        } catch (IOException missing) {
            if (!away) {
                LOG.warn("the folder of {}'s answers cannot be looked into", department, missing);
            }
            away = true;
        }
    }

    private Map<String, Path> whole(Path in) throws IOException {
        var whole = new LinkedHashMap<String, Path>();
        var candidates = candidates(in);
        wholeness.onlyThese(candidates.keySet());
        for (var candidate : candidates.entrySet()) {
            try {
                var attributes = AnswerFiles.attributes(candidate.getValue());
                if (!attributes.isDirectory() && wholeness.isWhole(candidate.getKey(), attributes)) {
                    whole.put(candidate.getKey(), candidate.getValue());
                }
            } catch (NoSuchFileException taken) {
                // another node was faster
            }
        }
        return whole;
    }

    private static Map<String, Path> candidates(Path in) throws IOException {
        var candidates = new LinkedHashMap<String, Path>();
        try (var files = Files.newDirectoryStream(in, Inbox::isCandidate)) {
            var each = files.iterator();
            while (each.hasNext() && candidates.size() < MOST_AT_ONCE) {
                var file = each.next();
                candidates.put(String.valueOf(file.getFileName()), file);
            }
        }
        return candidates;
    }

    private static boolean isCandidate(Path file) {
        var name = String.valueOf(file.getFileName());
        return !AnswerName.isUnfinished(name) && !name.equals("done") && !name.equals("refused");
    }

    /** One that fails disturbs no other. */
    private void handle(Path in, Taking.Taken taken, FileReplyListener listener) {
        try {
            answers.handle(in, taken, listener);
        } catch (IOException | RuntimeException failure) {
            LOG.warn("an answer of {} waits in its folder to be tried again", department, failure);
        }
    }
}
