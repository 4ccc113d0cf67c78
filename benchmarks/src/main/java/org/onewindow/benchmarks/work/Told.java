package org.onewindow.benchmarks.work;

/** One department's answer; code 0 is a good one. */
public record Told(int code, String id, String checksum, String remark) {}
