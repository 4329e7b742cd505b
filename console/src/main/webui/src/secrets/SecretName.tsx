import { Stack, Text } from '@mantine/core';
import type { Secret } from '../api/vault';
import { SecretWarning } from './SecretWarning';

/** The name, the variable where it is another one, and what the owner should know about this secret. */
export function SecretName({ secret }: { secret: Secret }) {
  return (
    <Stack gap={2}>
      <Text ff="monospace" size="sm" fw={600}>
        {secret.name}
      </Text>
      {secret.variable !== secret.name && (
        <Text size="xs" c="dimmed" fw={400}>
          delivered as{' '}
          <Text span inherit ff="monospace">
            {secret.variable}
          </Text>
        </Text>
      )}
      {secret.warnings.map((warning) => (
        <SecretWarning key={warning.code} warning={warning} />
      ))}
    </Stack>
  );
}
