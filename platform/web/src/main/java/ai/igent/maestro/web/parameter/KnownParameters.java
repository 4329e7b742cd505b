package ai.igent.maestro.web.parameter;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.Set;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that a resource method declares, its {@code @BeanParam}s' fields among them. One with {@link UriInfo} looks by itself. */
record KnownParameters(Set<String> names, boolean any) {
    static KnownParameters of(Method method) {
        Set<String> names = new HashSet<>();
        boolean any = method.isAnnotationPresent(AnyParameters.class);
        for (Parameter each : method.getParameters()) {
            add(each, each.getName(), each.getType(), names);
            any |= each.getType() == UriInfo.class;
        }
        return new KnownParameters(names, any);
    }

    private static void add(AnnotatedElement place, String name, Class<?> type, Set<String> names) {
        if (place.isAnnotationPresent(BeanParam.class)) addFieldsOf(type, names);
        RestQuery query = place.getAnnotation(RestQuery.class);
        if (query != null) names.add(query.value().isEmpty() ? name : query.value());
        QueryParam standard = place.getAnnotation(QueryParam.class);
        if (standard != null) names.add(standard.value());
    }

    private static void addFieldsOf(Class<?> bean, Set<String> names) {
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass())
            for (Field field : type.getDeclaredFields())
                add(field, field.getName(), field.getType(), names);
    }
}
