package org.onewindow.connectors.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.onewindow.connectors.RealTree;

/** Every sample of every department holds both ways and keeps to the contract. */
final class SamplesTest {

    @TestFactory
    Stream<DynamicTest> everyDepartmentsFolderHolds() {
        return RealTree.with(Map.of()).departments().values().stream()
                .map(department -> DynamicTest.dynamicTest(
                        department.id(), () -> assertThat(FolderCheck.of(RealTree.ROOT, department))
                                .isEmpty()));
    }
}
