package org.onewindow.simulators.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onewindow.simulators.wire.Json;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The city of {@code city.yaml}: who lives there and what they own. */
public final class City {

    private final List<Citizen> citizens;
    private final List<Title> titlesAtTheStart;
    private final List<Account> accounts;
    private final Titles titles;

    private City(List<Citizen> citizens, List<Title> titlesAtTheStart, List<Account> accounts) {
        this.citizens = citizens;
        this.titlesAtTheStart = titlesAtTheStart;
        this.accounts = accounts;
        this.titles = new Titles(titlesAtTheStart);
    }

    public static City read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            var loaderOptions = new LoaderOptions();
            loaderOptions.setAllowDuplicateKeys(false);
            var dumperOptions = new DumperOptions();
            var yaml = new Yaml(
                    new SafeConstructor(loaderOptions),
                    new Representer(dumperOptions),
                    dumperOptions,
                    loaderOptions,
                    new DatesAsText());
            var content = Json.of(yaml.<Object>load(reader));
            var citizens = CityFile.citizens(content.required("citizens"));
            var titles = CityFile.titles(content.required("titles"), citizens);
            return new City(citizens, titles, CityFile.accounts(content.path("accounts"), titles));
        } catch (IOException failure) {
            throw new UncheckedIOException("SIM_CITY cannot be read: " + file, failure);
        }
    }

    public Titles titles() {
        return titles;
    }

    public List<Citizen> citizens() {
        return citizens;
    }

    /** The homes' accounts with one company, as at the start. */
    public List<Account> accounts(String supply) {
        return accounts.stream().filter(one -> one.supply().equals(supply)).toList();
    }

    public Optional<Citizen> citizen(String idNumber) {
        return citizens.stream().filter(one -> one.idNumber().equals(idNumber)).findFirst();
    }

    public Optional<Citizen> spouseOf(Citizen citizen) {
        return citizen.marriage().spouse().flatMap(login -> citizens.stream()
                .filter(one -> one.login().equals(login))
                .findFirst());
    }

    public void reset() {
        titles.reset(titlesAtTheStart);
    }

    /** Dates stay text: SnakeYAML would make them instants in UTC. */
    private static final class DatesAsText extends Resolver {

        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
            if (!Tag.TIMESTAMP.equals(tag)) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }
}
