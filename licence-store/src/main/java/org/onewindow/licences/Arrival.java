package org.onewindow.licences;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.keys.HolderId;

/**
 * A licence that came in force.
 *
 * @param holders as it names them now
 * @param askedFor the case whose look had its issuer asked, and saw what came of that; null: none had
 */
public record Arrival(String type, List<HolderId> holders, @Nullable CaseNumber askedFor) {}
