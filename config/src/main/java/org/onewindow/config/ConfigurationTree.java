package org.onewindow.config;

import java.util.Map;

/**
 * One checked revision of the whole tree: immutable, complete, safe to share.
 *
 * @param revision SHA-256 over all files but {@code hub.yaml}, the first 12 hex digits; see {@link Archive#revision}
 */
public record ConfigurationTree(
        String revision,
        Map<String, Department> departments,
        Map<String, Matter> matters,
        Map<String, Inquiry> inquiries,
        Map<String, Channel> channels,
        Map<String, LicenceType> licences,
        Map<String, MaterialType> materials,
        WorkingDays workingDays) {

    /** A tree without channels of its own form and without catalogues of licences and materials. */
    public ConfigurationTree(
            String revision,
            Map<String, Department> departments,
            Map<String, Matter> matters,
            Map<String, Inquiry> inquiries,
            WorkingDays workingDays) {
        this(revision, departments, matters, inquiries, Map.of(), Map.of(), Map.of(), workingDays);
    }
}
