package ai.igent.maestro.vault.keyjob;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** As the word it is everywhere else. */
@Converter(autoApply = true)
class KeyJobKindColumn implements AttributeConverter<KeyJobKind, String> {
    @Override
    public String convertToDatabaseColumn(KeyJobKind kind) {
        return kind.text();
    }

    @Override
    public KeyJobKind convertToEntityAttribute(String text) {
        return KeyJobKind.parse(text);
    }
}
