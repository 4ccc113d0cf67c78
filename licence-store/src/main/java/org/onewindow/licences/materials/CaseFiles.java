package org.onewindow.licences.materials;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.blobs.Forgotten;
import org.onewindow.licences.keys.Erased;
import org.onewindow.licences.keys.HolderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the bytes of what a case bears: by a key of the case's archive, which outlives an erasure as archive law wants it, and by the key of
 * whose paper it is. Whoever handed it in for them, such as a clerk, opens it no more.
 */
public final class CaseFiles {

    private static final Logger LOG = LoggerFactory.getLogger(CaseFiles.class);

    private final Uploads uploads;
    private final IdentityHash hash;

    public CaseFiles(Uploads uploads, IdentityHash hash) {
        this.uploads = uploads;
        this.hash = hash;
    }

    /** Before the case is told that it has them; done twice it is as done once. What is not there any more is passed over. */
    public void keep(CaseNumber number, ServiceRequest request, Iterable<MaterialReference> materials) {
        for (var material : materials) {
            var upload = material.upload();
            if (upload != null && uploads.ofCase(upload).isPresent()) {
                keep(number, HolderId.of(hash, Whose.of(material, request)), upload);
            }
        }
    }

    private void keep(CaseNumber number, HolderId holder, String upload) {
        uploads.keep(upload);
        try {
            uploads.share(upload, HolderId.ofArchive(hash, number));
            handOver(upload, holder);
        } catch (Forgotten nobodys) {
            LOG.warn("case {} names an upload that nobody's key opens any more", number);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Who was erased is kept nothing for; the case keeps its copy. */
    private void handOver(String upload, HolderId holder) throws IOException {
        try {
            uploads.handOver(upload, holder);
        } catch (Erased nobody) {
            LOG.debug("an upload is of somebody who was erased");
        }
    }
}
