package org.onewindow.portal.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Matter;
import org.onewindow.config.TrustLevel;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.wire.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The matters that can be applied for, with their guides (办事指南). */
@RestController
@RequestMapping("/v1/matters")
final class MattersController {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<ConfigurationTree> tree;

    MattersController(Supplier<ConfigurationTree> tree) {
        this.tree = tree;
    }

    /**
     * A matter's guide.
     *
     * @param limit working days
     * @param form JSON Schema of the form; null in a list
     */
    record Guide(
            String code,
            String name,
            Matter.Limit limit,
            Map<String, Matter.Count> parties,
            List<Material> materials,
            List<Step> steps,
            @Nullable JsonNode form) {}

    record Material(String type, String name, List<String> from, @Nullable String of, TrustLevel atLeast) {}

    record Step(String id, String name, List<String> after) {}

    @GetMapping
    Page<Guide> list(HttpServletRequest http) {
        var language = Languages.of(http);
        return new Page<>(tree.get().matters().values().stream()
                .map(matter -> guide(matter, language, null))
                .toList());
    }

    @GetMapping("/{code}")
    Guide one(@PathVariable String code, HttpServletRequest http) throws JsonProcessingException {
        var matter = tree.get().matters().get(code);
        if (matter == null) {
            throw new Refusal(ProblemCode.MATTER_UNKNOWN);
        }
        return guide(matter, Languages.of(http), JSON.readTree(matter.formSchema()));
    }

    private static Guide guide(Matter matter, Locale language, @Nullable JsonNode form) {
        return new Guide(
                matter.code(),
                matter.name().in(language),
                matter.limit(),
                matter.parties(),
                matter.materials().stream()
                        .map(one -> new Material(
                                one.type(),
                                one.name().in(language),
                                one.from().stream()
                                        .sorted()
                                        .map(way -> way.name().toLowerCase(Locale.ROOT))
                                        .toList(),
                                one.of(),
                                one.atLeast()))
                        .toList(),
                matter.steps().values().stream()
                        .map(step -> new Step(step.id(), step.name().in(language), step.after()))
                        .toList(),
                form);
    }
}
