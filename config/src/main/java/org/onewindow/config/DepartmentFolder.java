package org.onewindow.config;

import java.nio.file.Path;

/**
 * A department's folder while the tree is read.
 *
 * @param contract what its contract says; nothing where that cannot be read, which is then reported
 */
record DepartmentFolder(Path path, YamlValue file, ContractFacts contract) {

    static DepartmentFolder of(Path path, YamlValue file, Diagnostics diagnostics) {
        return new DepartmentFolder(path, file, new ContractCheck(path, diagnostics).check(file.get("contract")));
    }
}
