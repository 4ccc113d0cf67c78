package org.onewindow.licences;

/**
 * Materials of a matter's cases: what applicants had to hand in, and what they were not asked for (要件复用).
 *
 * @param reusedPercent of all materials, in whole per cent
 * @param overrides second notices of the same round that a supervisor had told
 */
public record MaterialsAsked(String matter, long cases, long asked, long reused, int reusedPercent, long overrides) {}
