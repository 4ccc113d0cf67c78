package org.onewindow.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.EffectKey;
import org.onewindow.canonical.ResidentId;
import org.onewindow.canonical.ServiceRequest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What every submission pays for its canonical form: reading it, checking a number, naming an act. Budget: 4 µs a reading. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CanonicalBenchmark {

    private static final String REQUEST =
            """
            {"matter": "used-home-transfer", "channel": "portal",
             "applicant": {"kind": "person", "name": "张铭", "idType": "resident-id", "idNumber": "370102198503078212"},
             "parties": [{"role": "seller", "kind": "person", "name": "王强", "idType": "resident-id",
                          "idNumber": "370102197909143315", "share": "1/1"},
                         {"role": "buyer", "kind": "person", "name": "张铭", "idType": "resident-id",
                          "idNumber": "370102198503078212", "share": "1/1"}],
             "form": {"titleNumber": "鲁(2016)济南市不动产权第0012345号", "priceFen": 128000000, "signedOn": "2026-11-20"},
             "materials": [{"type": "sale-contract", "upload": "upl_1"}]}
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final CaseNumber number = CaseNumber.on(LocalDate.of(2026, 11, 24));

    @Benchmark
    public ServiceRequest readsARequest() throws JsonProcessingException {
        return json.readValue(REQUEST, ServiceRequest.class);
    }

    @Benchmark
    public boolean checksAResidentNumber() {
        return ResidentId.isValid("370102198503078212");
    }

    @Benchmark
    public EffectKey namesAnAct() {
        return EffectKey.of(number, "transfer", 1);
    }
}
