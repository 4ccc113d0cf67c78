package org.onewindow.hub.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.onewindow.hub.client.HubUnreachable;
import org.onewindow.hub.client.Texts;
import org.onewindow.hub.client.Tokens;
import org.onewindow.hub.command.department.ConfigVerbs;
import org.onewindow.hub.command.department.DepartmentVerbs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line {@code ./hub VERB}; exit codes: 0 ok, 1 a check failed, 2 bad input, 3 hub unreachable. */
@Command(name = "./hub", resourceBundle = "org.onewindow.hub.client.texts")
public final class Main {

    public static final int OK = 0;
    public static final int CHECK_FAILED = 1;
    public static final int BAD_INPUT = 2;
    static final int UNREACHABLE = 3;

    private Main() {}

    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out, err));
    }

    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        var words = new ArrayList<>(List.of(arguments));
        var locale = Texts.locale(takeLanguage(words));
        Locale.setDefault(locale);
        var texts = new Texts(locale);
        if (words.isEmpty() || List.of("help", "--help", "-h").contains(words.getFirst())) {
            out.println(texts.say("help").stripTrailing());
            return OK;
        }
        var line = commandLine(new Console(out, texts));
        line.setOut(out).setErr(err);
        line.setParameterExceptionHandler((wrong, _) -> badInput(wrong, texts, err));
        line.setExecutionExceptionHandler((failure, _, _) -> failed(failure, texts, err));
        if (!line.getSubcommands().containsKey(words.getFirst())) {
            err.println(texts.say("unknown-verb", words.getFirst()));
            return BAD_INPUT;
        }
        return line.execute(words.toArray(String[]::new));
    }

    private static CommandLine commandLine(Console console) {
        return new CommandLine(new Main())
                .addSubcommand(new TokenVerb(console))
                .addSubcommand(new CaseVerbs(console))
                .addSubcommand(new TaskVerbs(console))
                .addSubcommand(new LicenceVerbs(console))
                .addSubcommand(new CommandLine(new MessageVerbs(console)).addSubcommand(new ReplayVerbs(console)))
                .addSubcommand(new ClockVerbs(console))
                .addSubcommand(new DoctorVerb(console, System.getenv()))
                .addSubcommand(new DemoVerb(console))
                .addSubcommand(new AuditVerb(console))
                .addSubcommand(new ValidateVerb(console, System.getenv()))
                .addSubcommand(DepartmentVerbs.of(console, System.getenv()).addSubcommand(new RetriesVerb(console)))
                .addSubcommand(new ConfigVerbs(console))
                .addSubcommand(new ExplainVerb(console))
                .addSubcommand(new VersionVerb(console));
    }

    /** {@code --lang zh} may stand anywhere; it is taken out, for the words must be known before the verbs are read. */
    private static String takeLanguage(List<String> words) {
        var language = System.getProperty("hub.locale", "");
        for (int at = 0; at < words.size(); at++) {
            if (words.get(at).startsWith("--lang=")) {
                language = words.remove(at--).substring("--lang=".length());
            } else if (words.get(at).equals("--lang") && at + 1 < words.size()) {
                words.remove(at);
                language = words.remove(at--);
            }
        }
        return language;
    }

    private static int badInput(ParameterException wrong, Texts texts, PrintWriter err) {
        err.println(wrong.getMessage());
        err.println(texts.say("see-help"));
        return BAD_INPUT;
    }

    private static int failed(Exception failure, Texts texts, PrintWriter err) throws Exception {
        return switch (failure) {
            case HubUnreachable unreachable -> {
                err.println(texts.say("unreachable", unreachable.url()));
                yield UNREACHABLE;
            }
            case BadInput bad -> {
                err.println(bad.getMessage());
                yield BAD_INPUT;
            }
            case Tokens.NoToken none -> {
                err.println(none.getMessage());
                yield BAD_INPUT;
            }
            default -> throw failure;
        };
    }
}
