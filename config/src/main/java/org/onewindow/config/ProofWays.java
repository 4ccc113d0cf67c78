package org.onewindow.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The ways to each licence and material: what a matter asks for before it issues one, what one needs for it outside, what stands for it. */
record ProofWays(TreeFiles files) {

    private static final Set<String> FROM_THE_STORE = Set.of("licence", "case");

    /** All licences and materials that are registered. */
    Set<String> types() {
        var types = new TreeSet<>(files.licences().keySet());
        types.addAll(files.materials().keySet());
        return types;
    }

    /** Each way is a list of types that are all asked for; a way that asks for nothing is open to all. */
    List<List<YamlValue>> to(String type) {
        var material = files.materials().get(type);
        return material == null ? toLicence(type) : toMaterial(type, material);
    }

    private List<List<YamlValue>> toMaterial(String type, YamlValue material) {
        var ways = new ArrayList<List<YamlValue>>();
        if (mayBeBrought(type)) {
            ways.add(texts(material.get("needs").elements()));
        }
        material.get("satisfied-by").elements().forEach(other -> ways.add(texts(List.of(other.get("type")))));
        return ways;
    }

    /** Whether it is worth the while to obtain it outside: unless all who ask for it take only what stands for it in the store. */
    private boolean mayBeBrought(String type) {
        var asked = asked().filter(material -> type.equals(material.get("type").text()))
                .map(material -> RequiredMaterialReader.words(material.get("from")))
                .toList();
        return asked.isEmpty() || asked.stream().anyMatch(from -> !FROM_THE_STORE.containsAll(from));
    }

    private Stream<YamlValue> asked() {
        return files.matters().values().stream().flatMap(matter -> matter.get("materials").elements().stream());
    }

    private List<List<YamlValue>> toLicence(String type) {
        var ways = new ArrayList<List<YamlValue>>();
        for (var matter : files.matters().values()) {
            if (type.equals(matter.get("issues").get("licence").text())) {
                boolean renews = matter.get("issues").has("supersedes");
                ways.add(texts(matter.get("materials").elements().stream()
                        .filter(ProofWays::isAskedOfAll)
                        .map(material -> material.get("type"))
                        .filter(asked -> !(renews && type.equals(asked.text())))
                        .toList()));
            }
        }
        var licence = files.licences().get(type);
        if (ways.isEmpty() || (licence != null && licence.has("pull"))) {
            // whoever issues it beside the hub has it for those whom no matter gave it
            ways.add(List.of());
        }
        return ways;
    }

    /** What is asked of some only, or where the applicant's word will do, keeps nobody out. */
    private static boolean isAskedOfAll(YamlValue material) {
        return !material.has("when")
                && !RequiredMaterialReader.words(material.get("from")).contains("commitment");
    }

    private static List<YamlValue> texts(List<YamlValue> types) {
        return types.stream().filter(YamlValue::isText).toList();
    }
}
