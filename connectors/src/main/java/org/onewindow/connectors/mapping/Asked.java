package org.onewindow.connectors.mapping;

import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.connectors.MappingContext;

/** What a request mapping is given. */
public record Asked(DepartmentRequest request, MappingContext context, Holes holes) {}
