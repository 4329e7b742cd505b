package ai.igent.maestro.injector.git;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import ai.igent.maestro.injector.bundle.GitCredential;

/**
 * Chooses what git is to get. What is for another host is never among the choices. Of several, the user name in the address chooses an account or a
 * variable, else the owner of the repository an account of the same name.
 */
final class ChooseCredential {
    private ChooseCredential() {}

    /** @throws GitFailure.Ambiguous when nothing chooses between several */
    static Optional<GitCredential> of(CredentialQuery query, List<GitCredential> active) {
        if (!query.isSecure()) return Optional.empty();
        List<GitCredential> fitting = active.stream().filter(each -> each.use().host().equals(query.host())).toList();
        if (!query.username().isEmpty()) {
            List<GitCredential> named = matching(fitting, each -> isNamed(each, query.username()));
            if (!named.isEmpty()) return one(named);
            fitting = matching(fitting, each -> each.use().username().equals(query.username()));
        }
        List<GitCredential> ofOwner = matching(fitting, each -> query.pathOwner().equalsIgnoreCase(each.use().account()));
        return one(ofOwner.size() == 1 ? ofOwner : fitting);
    }

    private static boolean isNamed(GitCredential credential, String name) {
        return name.equalsIgnoreCase(credential.use().account()) || name.equals(credential.variable().text());
    }

    private static List<GitCredential> matching(List<GitCredential> credentials, Predicate<GitCredential> fits) {
        return credentials.stream().filter(fits).toList();
    }

    private static Optional<GitCredential> one(List<GitCredential> credentials) {
        if (credentials.size() > 1) throw new GitFailure.Ambiguous(credentials.stream().map(ChooseCredential::label).toList());
        return credentials.stream().findFirst();
    }

    /** What is unique: two accounts may have the same label at different owners. */
    private static String label(GitCredential credential) {
        return credential.variable().text();
    }
}
