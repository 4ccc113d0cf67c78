package org.onewindow.licences.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The hash over a list, such that nothing in it can be changed, moved, put in or taken away (RFC 6962, section 2.1). */
final class MerkleTree {

    static final int HASH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    static byte[] leaf(String text) {
        var sha = sha256();
        sha.update(LEAF);
        return sha.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of nothing: the hash of nothing. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha256().digest();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        var sha = sha256();
        sha.update(NODE);
        sha.update(root(leaves.subList(0, left)));
        return sha.digest(root(leaves.subList(left, leaves.size())));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
