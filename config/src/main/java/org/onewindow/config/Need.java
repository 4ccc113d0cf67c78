package org.onewindow.config;

import java.util.List;
import org.onewindow.canonical.Localised;

/** How much of a licence a matter needs (最小够用): of it nobody asks for more, is shown more, or is sent more. */
public sealed interface Need {

    /** That there is one in force, and answers to questions about it. */
    record Answers() implements Need {}

    /** These of its fields. */
    record Fields(List<String> names) implements Need {

        public Fields {
            names = List.copyOf(names);
        }
    }

    /** The document itself, and a copy of it in the messages to departments; why is stated in the matter. */
    record Document(Localised reason) implements Need {}
}
