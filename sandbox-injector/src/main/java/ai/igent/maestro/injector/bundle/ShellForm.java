package ai.igent.maestro.injector.bundle;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import ai.igent.maestro.vocabulary.VariableName;

/**
 * Commands for a POSIX shell to evaluate: unsets what the shell has of an earlier bundle and is gone, exports what is active, and writes files into the
 * directory {@code MAESTRO_FILES}, which the shell has made for itself alone; without it the variables of files are not set.
 *
 * <p>At the end the shell knows {@code MAESTRO_REVISION}, {@code MAESTRO_VARIABLES} (the names it now has, for the next time) and
 * {@code MAESTRO_UNAVAILABLE}. Values are words of builtins only, so that none is ever an argument of a process.
 */
record ShellForm(Set<VariableName> have) implements BundleForm {
    @Override
    public byte[] of(Bundle bundle) {
        Text text = new Text();
        unset(text, bundle);
        bundle.variables().forEach(each -> text.add("export " + each.variable() + "=").addQuoted(each.value()).add("\n"));
        bundle.files().forEach(each -> file(text, each));
        text.add("export MAESTRO_REVISION=" + bundle.revision() + "\n");
        list(text, "MAESTRO_VARIABLES", bundle.names(), VariableName::text);
        list(text, "MAESTRO_UNAVAILABLE", bundle.undelivered(), each -> each.variable() + "=" + each.code());
        return text.bytes();
    }

    /** Also what is unavailable: a value from before may not be the right one any more. */
    private void unset(Text text, Bundle bundle) {
        List<VariableName> names = bundle.names();
        have.stream().filter(name -> !names.contains(name)).sorted(java.util.Comparator.comparing(VariableName::text))
                .forEach(name -> text.add("unset -v " + name + "\n"));
    }

    private static void file(Text text, Delivered file) {
        String path = "\"$MAESTRO_FILES/" + file.variable() + '"';
        text.add("[ -z \"${MAESTRO_FILES-}\" ] || { (umask 077 && printf %s ").addQuoted(file.value())
                .add(" >" + path + ") && export " + file.variable() + "=" + path + "; }\n");
    }

    private static <T> void list(Text text, String name, List<T> items, Function<T, String> word) {
        if (items.isEmpty()) text.add("unset -v " + name + "\n");
        else
            text.add("export " + name + "='" + items.stream().map(word).collect(Collectors.joining(",")) + "'\n");
    }
}
