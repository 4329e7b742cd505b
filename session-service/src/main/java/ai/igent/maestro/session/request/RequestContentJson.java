package ai.igent.maestro.session.request;

import jakarta.persistence.Converter;

/** The stored form of a request's content. */
@Converter
class RequestContentJson extends JsonColumn<RequestContent> {
    RequestContentJson() {
        super(RequestContent.class);
    }
}
