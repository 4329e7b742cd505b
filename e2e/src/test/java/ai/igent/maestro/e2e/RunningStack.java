package ai.igent.maestro.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import ai.igent.maestro.local.Options;
import ai.igent.maestro.local.Stack;

/** One stack for all journeys of a run: on free ports, in a folder of its own, stopped at the end. Tests take it as a parameter. */
final class RunningStack implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(RunningStack.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        of(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    private static Stack of(ExtensionContext context) {
        return context.getRoot().getStore(HERE).computeIfAbsent(Started.class, key -> new Started(), Started.class).stack;
    }

    /** Closed by JUnit when the last test is over. */
    private static final class Started implements AutoCloseable {
        private final Stack stack = Stack.start(Options.forTest(folder()));

        /** Among what a clean build removes, so that the logs of a failed journey can be read until then. */
        private static Path folder() {
            try {
                return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "journeys").resolve("state");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            stack.close();
        }
    }
}
