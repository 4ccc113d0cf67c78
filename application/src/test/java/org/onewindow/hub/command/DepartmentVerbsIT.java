package org.onewindow.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.config.Archive;
import org.onewindow.hub.TrialHub;

/** An integrator's way with a department, from the first look to the last, typed against a running hub. */
class DepartmentVerbsIT {

    @Test
    void aFolderIsComparedAppliedTakenBackAndLetGo(@TempDir Path folder) throws Exception {
        Archive.of(Path.of("..", "config")).unpack(folder.resolve("config"));
        var tax = folder.resolve("config/departments/tax");
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "revisions")), "verbs");
        try (var hub = TrialHub.start(data, "--hub.simulators=http://127.0.0.1:1")) {
            var at = hub.api().base().toString();
            assertThat(good("department", "list", "--url", at)).contains("tax ", "enabled");
            assertThat(good("department", "show", "tax", "--url", at)).contains("id: tax", "departments/tax/contract/");
            assertThat(good("department", "diff", tax.toString(), "--url", at)).contains("No difference");

            assertThat(good("department", "test", tax.toString(), "--hub", "--url", at))
                    .contains("tax: 15 samples, all well.");
            assertThat(good("department", "test", tax.toString(), "--url", at)).contains("tax: 15 samples, all well.");
            assertThat(good("department", "try", tax.toString(), "clearance", "--hub", "--url", at))
                    .contains("<com:channelCode>ZW0001</com:channelCode>", "\"state\"", "clearance: holds");
            assertThat(Typed.of(
                                    "department",
                                    "try",
                                    tax.toString(),
                                    "clearance",
                                    "--sample",
                                    "99",
                                    "--hub",
                                    "--url",
                                    at)
                            .code())
                    .isEqualTo(Main.BAD_INPUT);

            var file = tax.resolve("department.yaml");
            Files.writeString(file, Files.readString(file).replace("timeout: 25s", "timeout: 24s"));
            assertThat(good("department", "diff", tax.toString(), "--url", at))
                    .contains("~~~ departments/tax/department.yaml", "limits: {timeout: 24s");
            assertThat(good("department", "apply", tax.toString(), "--note", "shorter", "--url", at))
                    .contains("serves now (change 2)");
            assertThat(good("department", "apply", tax.toString(), "--url", at)).contains("nothing was changed");
            assertThat(good("config", "diff", folder.resolve("config").toString(), "--url", at))
                    .contains("No difference");
            assertThat(good("department", "history", "tax", "--url", at)).contains("applied", "shorter", "adopted");
            assertThat(good("department", "rollback", "--url", at)).contains("(change 3)");
            assertThat(good("department", "disable", "tax", "--url", at)).contains("Department tax is disabled");
            assertThat(good("department", "list", "--url", at)).contains("disabled");
            assertThat(good("department", "enable", "tax", "--url", at)).contains("serves now");
            assertThat(good("config", "show", "--url", at)).contains("(change 5)");

            Files.writeString(file, Files.readString(file).replace("timeout: 24s", "timeuot: 24s"));
            var faulty = Typed.of("department", "apply", tax.toString(), "--url", at);
            assertThat(faulty.code()).isEqualTo(Main.CHECK_FAILED);
            assertThat(faulty.out()).contains("departments/tax/department.yaml:10:10: HUB-1002");
            var tested = Typed.of("department", "test", tax.toString(), "--hub", "--url", at);
            assertThat(tested.code()).isEqualTo(Main.CHECK_FAILED);
            assertThat(tested.out()).contains("departments/tax/department.yaml:10:10: HUB-1002");
            assertThat(Typed.of("department", "remove", "tax", "--url", at).out())
                    .contains("HUB-2001");
            assertThat(Typed.of("department", "remove", "nobody", "--url", at).code())
                    .isEqualTo(Main.BAD_INPUT);
            var away = Typed.of("department", "probe", "tax", "--url", at);
            assertThat(away.code()).as("no simulators run").isEqualTo(Main.CHECK_FAILED);
            assertThat(away.out()).contains("! line");

            draftedAndServed(folder.resolve("config"), at);
        }
    }

    /** The tutorial's last section, on the folder that its first one makes. */
    private static void draftedAndServed(Path config, String at) {
        var wsdl = "../docs/tutorial/social-security/SocialSecurity.wsdl";
        good("department", "add", "social-security", "--wsdl", wsdl, "--name", "人社局", "--to", config.toString());
        var drafted = config.resolve("departments/social-security").toString();
        assertThat(good("department", "test", drafted, "--hub", "--url", at)).contains("all well.");
        assertThat(good("department", "apply", drafted, "--url", at))
                .contains("serves now", "Department social-security is disabled");
        assertThat(good("department", "enable", "social-security", "--url", at)).contains("serves now");
        assertThat(good("department", "list", "--url", at)).contains("social-security ");
    }

    private static String good(String... words) {
        var typed = Typed.of(words);
        assertThat(typed.code()).as("%s%s", typed.out(), typed.err()).isZero();
        return typed.out();
    }
}
