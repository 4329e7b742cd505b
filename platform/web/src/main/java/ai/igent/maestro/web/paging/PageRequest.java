package ai.igent.maestro.web.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;

import org.jboss.resteasy.reactive.RestQuery;

/** {@code ?limit=&cursor=} of every list; a {@code @BeanParam}. */
public class PageRequest {
    @RestQuery
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    int limit;

    @RestQuery
    String cursor;

    public int limit() {
        return limit;
    }

    /** Where to go on, or null for the beginning. */
    public Cursor cursor() {
        return Cursor.parse(cursor);
    }
}
