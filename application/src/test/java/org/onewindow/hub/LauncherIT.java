package org.onewindow.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The command line as people type it, over the real launcher. */
class LauncherIT {

    @Test
    void namesTheVerbs() throws Exception {
        var told = hub("help");

        assertThat(told.code()).isZero();
        assertThat(told.out()).contains("./hub demo", "./hub validate", "./hub token");
    }

    @Test
    void speaksChinese() throws Exception {
        var told = hub("help --lang zh");

        assertThat(told.out()).contains("一窗受理");
    }

    @Test
    void refusesAVerbItDoesNotKnow() throws Exception {
        var told = hub("dance");

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.out()).contains("dance", "./hub help");
    }

    @Test
    void refusesAMissingWord() throws Exception {
        assertThat(hub("token").code()).isEqualTo(2);
    }

    @Test
    void saysThatNoHubIsThere() throws Exception {
        var told = hub("token zhang --url http://127.0.0.1:9");

        assertThat(told.code()).isEqualTo(3);
        assertThat(told.out()).contains("http://127.0.0.1:9");
    }

    @Test
    void findsTheRealTreeValid() throws Exception {
        var told = hub("validate config");

        assertThat(told.out()).contains("All well");
        assertThat(told.code()).isZero();
    }

    @Test
    void refusesAFolderThatIsNotThere() throws Exception {
        assertThat(hub("validate nowhere").code()).isEqualTo(2);
    }

    private static CommandLine.Told hub(String words) throws Exception {
        return CommandLine.type("./hub " + words);
    }
}
