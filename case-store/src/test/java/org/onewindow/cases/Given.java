package org.onewindow.cases;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Localised;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.config.Department;
import org.onewindow.config.Effect;
import org.onewindow.config.Expression;
import org.onewindow.config.Matter;
import org.onewindow.config.Operation;
import org.onewindow.config.WorkingDays;

/** A small world for tests: departments, matters and requests, written down where they are used. */
public final class Given {

    public static final String DEPARTMENT = "registry";
    public static final Party WANG =
            new Party("seller", Party.Kind.PERSON, "王强", IdType.RESIDENT_ID, "370102197909143315", null, null, null);
    public static final Party CHEN =
            new Party("seller", Party.Kind.PERSON, "陈静", IdType.RESIDENT_ID, "370102198105205044", null, null, null);
    public static final Party ZHANG =
            new Party("buyer", Party.Kind.PERSON, "张铭", IdType.RESIDENT_ID, "370102198503078212", null, null, null);
    public static final WorkingDays YEAR_2026 = new WorkingDays(Map.of(
            2026,
            new WorkingDays.Year(
                    days("2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"), days("2026-10-10"))));

    private static final Localised NAME = new Localised("名", "name");

    private Given() {}

    private static Set<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).collect(Collectors.toUnmodifiableSet());
    }

    public static Expression value(Function<Map<String, ?>, @Nullable Object> function) {
        return new Expression() {
            @Override
            public @Nullable Object evaluate(Map<String, ?> input) {
                return function.apply(input);
            }

            @Override
            public String source() {
                return "a test's own";
            }
        };
    }

    /** The facts of a step as an expression sees them. */
    public static Map<String, Object> factsOf(Map<String, ?> input, String step) {
        return part(part(input, "facts"), step);
    }

    /** An object in an object; an empty one where it is missing. */
    @SuppressWarnings("unchecked") // JSON values
    private static Map<String, Object> part(Map<String, ?> input, String name) {
        return input.get(name) instanceof Map<?, ?> object ? (Map<String, Object>) object : Map.of();
    }

    public static ServiceRequest request() {
        return request(ZHANG, List.of(WANG, ZHANG));
    }

    public static ServiceRequest request(Party applicant, List<Party> parties) {
        return new ServiceRequest("sale", "portal", applicant, parties, Map.of("titleNumber", "T1"), List.of());
    }

    /** An operation with everything it may have. */
    public static final class Op {

        private final String id;
        private final Effect effect;
        private @Nullable Duration kept;
        private Operation.@Nullable Query query;
        private Operation.@Nullable Outcome outcome;

        private Op(String id, Effect effect) {
            this.id = id;
            this.effect = effect;
        }

        public Op kept(Duration time) {
            kept = time;
            return this;
        }

        public Op query(String operation, Duration settle) {
            query = new Operation.Query(
                    operation, settle, value(input -> part(input, "facts").containsKey("number")));
            return this;
        }

        public Op outcome(Operation.Outcome.By by, @Nullable String poll, @Nullable Duration every) {
            outcome = new Operation.Outcome(by, poll, every, null);
            return this;
        }

        public Op outcomeWithin(Duration within) {
            outcome = new Operation.Outcome(Operation.Outcome.By.QUEUE, null, null, within);
            return this;
        }

        Operation build() {
            return new Operation(id, NAME, id, effect, kept, query, outcome, null, null);
        }
    }

    public static Op operation(String id, Effect effect) {
        return new Op(id, effect);
    }

    /** An operation of each effect class as a department would declare it. */
    public static Op typical(String id, Effect effect) {
        return switch (effect) {
            case READ, NONE -> operation(id, effect);
            case KEY -> operation(id, effect).kept(Duration.ofDays(2));
            case QUERY -> operation(id, effect).query("find", Duration.ofSeconds(30));
        };
    }

    public static Department department(Op... operations) {
        return department(DEPARTMENT, null, operations);
    }

    public static Department department(String id, Department.@Nullable Hours hours, Op... operations) {
        var all = new LinkedHashMap<String, Operation>();
        for (var operation : operations) {
            all.put(operation.id, operation.build());
        }
        return new Department(
                id,
                Path.of("."),
                "1",
                NAME,
                Department.Kind.DEPARTMENT,
                Department.Format.JSON,
                new Department.Contract.Page(Path.of("README.md")),
                new Department.Endpoint.Http("http://127.0.0.1", null, null, new Department.Security.None()),
                new Department.Limits(Duration.ofSeconds(10), 4, null, hours),
                Map.of(),
                Map.of(),
                null,
                all,
                null,
                null);
    }

    public static Map<String, Department> departments(Department... departments) {
        return Stream.of(departments).collect(Collectors.toMap(Department::id, one -> one));
    }

    /** A step with everything it may have. */
    public static final class Part {

        private final String id;
        private final Matter.Work work;
        private final List<Matter.Rule> refuseWhen = new ArrayList<>();
        private final List<Matter.Hold> holdWhen = new ArrayList<>();
        private List<String> after = List.of();
        private @Nullable Expression when;
        private @Nullable Expression forEach;
        private @Nullable String supplement;
        private Matter.@Nullable Undo undo;
        private @Nullable Integer limitDays;

        private Part(String id, Matter.Work work) {
            this.id = id;
            this.work = work;
        }

        public Part after(String... steps) {
            after = List.of(steps);
            return this;
        }

        public Part when(Function<Map<String, ?>, @Nullable Object> condition) {
            when = value(condition);
            return this;
        }

        public Part forEach(Function<Map<String, ?>, @Nullable Object> list) {
            forEach = value(list);
            return this;
        }

        public Part refuseWhen(String reason, Function<Map<String, ?>, @Nullable Object> condition) {
            refuseWhen.add(new Matter.Rule(value(condition), reason));
            return this;
        }

        public Part holdWhen(String reason, Function<Map<String, ?>, @Nullable Object> condition) {
            holdWhen.add(new Matter.Hold(value(condition), reason, "RELEASED", value(_ -> "T1"), Duration.ofDays(1)));
            return this;
        }

        public Part supplement(String operation) {
            supplement = operation;
            return this;
        }

        public Part undo(String operation) {
            undo = new Matter.Undo.Call(DEPARTMENT, operation);
            return this;
        }

        public Part undoByPerson() {
            undo = new Matter.Undo.ByPerson();
            return this;
        }

        public Part limitDays(int days) {
            limitDays = days;
            return this;
        }

        Matter.Step build() {
            return new Matter.Step(
                    id,
                    NAME,
                    work,
                    after,
                    when,
                    forEach,
                    refuseWhen,
                    holdWhen,
                    supplement,
                    undo,
                    limitDays,
                    Matter.Shows.ALL);
        }
    }

    public static Part call(String id) {
        return call(id, id);
    }

    public static Part call(String id, String operation) {
        return new Part(id, new Matter.Work.Call(DEPARTMENT, operation));
    }

    public static Part agreement(String id, String of) {
        return new Part(id, new Matter.Work.Confirmation(of, Duration.ofDays(10)));
    }

    public static Part payment(String id, long amountFen, String until) {
        return new Part(id, new Matter.Work.Payment(DEPARTMENT, "bill", value(_ -> amountFen), value(_ -> until)));
    }

    public static Matter matter(Part... parts) {
        return matter(null, parts);
    }

    public static Matter matter(Matter.@Nullable Issue issue, Part... parts) {
        var steps = new LinkedHashMap<String, Matter.Step>();
        for (var part : parts) {
            steps.put(part.id, part.build());
        }
        return new Matter(
                "sale",
                "r1",
                NAME,
                new Matter.Limit(30, 5),
                value(input -> part(input, "form").get("titleNumber")),
                "{}",
                Map.of(),
                List.of(),
                List.of(),
                steps,
                issue,
                Map.of(),
                Map.of(),
                null);
    }
}
