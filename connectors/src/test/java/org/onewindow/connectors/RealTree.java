package org.onewindow.connectors;

import java.nio.file.Path;
import java.util.Map;
import org.onewindow.config.Configuration;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Department;
import org.onewindow.config.Settings;

/** The repository's own configuration tree. */
public final class RealTree {

    public static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..", "config")
            .toAbsolutePath()
            .normalize();

    private RealTree() {}

    public static ConfigurationTree with(Map<String, String> settings) {
        return Configuration.load(ROOT, Settings.of(settings)).orThrow();
    }

    static Department department(String id, Map<String, String> settings) {
        var department = with(settings).departments().get(id);
        if (department == null) {
            throw new IllegalArgumentException("no department " + id);
        }
        return department;
    }
}
