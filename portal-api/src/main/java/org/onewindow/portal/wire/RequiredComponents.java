package org.onewindow.portal.wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.AnnotatedType;
import org.jspecify.annotations.Nullable;

/** Makes a record's components required on the wire, but for those that are {@link Nullable} in Java: said once, in the record. */
final class RequiredComponents extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        var type = componentType(member);
        return type == null ? null : !type.isAnnotationPresent(Nullable.class);
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated member) {
        var type = componentType(member);
        return type == null || type.isAnnotationPresent(Nullable.class)
                ? JsonSetter.Value.empty()
                : JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL);
    }

    private static @Nullable AnnotatedType componentType(Annotated member) {
        if (!(member instanceof AnnotatedParameter parameter)) {
            return null;
        }
        var type = parameter.getDeclaringClass();
        if (!type.isRecord() || parameter.getOwner().getParameterCount() != type.getRecordComponents().length) {
            return null;
        }
        return type.getRecordComponents()[parameter.getIndex()].getAnnotatedType();
    }
}
