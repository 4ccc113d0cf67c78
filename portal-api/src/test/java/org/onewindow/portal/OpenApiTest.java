package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;

/** The description says what the controllers do: neither can change without the other. */
class OpenApiTest {

    @Test
    void describesExactlyWhatIsThere() {
        var described = new TreeSet<String>();
        Map<String, Map<String, Map<String, Object>>> document =
                new Yaml().load(new Api("en", "").get("/v1/openapi.yaml").raw().body());
        document.getOrDefault("paths", Map.of()).forEach((path, verbs) -> verbs.keySet()
                .forEach(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path)));

        var mapped = new TreeSet<String>();
        TestHub.bean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/v1/"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> mapped.add(verb + " " + path))));

        assertThat(described).isEqualTo(mapped).isNotEmpty();
    }
}
