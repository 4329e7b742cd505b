package ai.igent.maestro.session;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.vocabulary.Source;

/** Steers the {@link PlayedOwners}. */
final class Owners {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Owners() {}

    static void have(Described.Item thing) {
        try {
            send(HttpRequest.newBuilder(at("")).PUT(BodyPublishers.ofByteArray(PlayedOwners.JSON.writeValueAsBytes(thing))).build());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static void lose(String id) {
        send(HttpRequest.newBuilder(at("?id=" + id)).DELETE().build());
    }

    static void away(Source source) {
        send(HttpRequest.newBuilder(at("?away=" + source.text())).POST(BodyPublishers.noBody()).build());
    }

    static void back(Source source) {
        send(HttpRequest.newBuilder(at("?back=" + source.text())).POST(BodyPublishers.noBody()).build());
    }

    private static URI at(String query) {
        return URI.create(System.getProperty(PlayedOwners.ADDRESS) + "/steer" + query);
    }

    private static void send(HttpRequest request) {
        try {
            HTTP.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
