package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.util.function.Function;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

/** How the words of a secret stand in its row: as the text they have everywhere else. */
final class Columns {
    private Columns() {}

    private static <T> String write(T word, Function<T, String> text) {
        return word == null ? null : text.apply(word);
    }

    private static <T> T read(String text, Function<String, T> parse) {
        return text == null ? null : parse.apply(text);
    }

    @Converter(autoApply = true)
    static class OwnerColumn implements AttributeConverter<Owner, String> {
        @Override
        public String convertToDatabaseColumn(Owner owner) {
            return write(owner, Owner::text);
        }

        @Override
        public Owner convertToEntityAttribute(String text) {
            return read(text, Owner::parse);
        }
    }

    @Converter(autoApply = true)
    static class NameColumn implements AttributeConverter<SecretName, String> {
        @Override
        public String convertToDatabaseColumn(SecretName name) {
            return write(name, SecretName::text);
        }

        @Override
        public SecretName convertToEntityAttribute(String text) {
            return read(text, SecretName::new);
        }
    }

    @Converter(autoApply = true)
    static class VariableColumn implements AttributeConverter<VariableName, String> {
        @Override
        public String convertToDatabaseColumn(VariableName variable) {
            return write(variable, VariableName::text);
        }

        @Override
        public VariableName convertToEntityAttribute(String text) {
            return read(text, VariableName::new);
        }
    }

    @Converter(autoApply = true)
    static class AccountColumn implements AttributeConverter<Account, String> {
        @Override
        public String convertToDatabaseColumn(Account account) {
            return write(account, Account::text);
        }

        @Override
        public Account convertToEntityAttribute(String text) {
            return read(text, Account::new);
        }
    }

    @Converter(autoApply = true)
    static class KindColumn implements AttributeConverter<SecretKind, String> {
        @Override
        public String convertToDatabaseColumn(SecretKind kind) {
            return write(kind, SecretKind::text);
        }

        @Override
        public SecretKind convertToEntityAttribute(String text) {
            return read(text, SecretKind::parse);
        }
    }

    @Converter(autoApply = true)
    static class EnvironmentColumn implements AttributeConverter<Environment, String> {
        @Override
        public String convertToDatabaseColumn(Environment environment) {
            return write(environment, Environment::text);
        }

        @Override
        public Environment convertToEntityAttribute(String text) {
            return read(text, Environment::parse);
        }
    }

    @Converter(autoApply = true)
    static class StatusColumn implements AttributeConverter<Status, String> {
        @Override
        public String convertToDatabaseColumn(Status status) {
            return write(status, Status::text);
        }

        @Override
        public Status convertToEntityAttribute(String text) {
            return read(text, Status::parse);
        }
    }

    /** ISO 8601, for a reader of the table. */
    @Converter(autoApply = true)
    static class PeriodColumn implements AttributeConverter<Duration, String> {
        @Override
        public String convertToDatabaseColumn(Duration period) {
            return write(period, Duration::toString);
        }

        @Override
        public Duration convertToEntityAttribute(String text) {
            return read(text, Duration::parse);
        }
    }
}
