import { Stack, Text } from '@mantine/core';
import { Nothing } from './Nothing';

interface IntegrationProps {
  integration?: string | null;
  account?: string | null;
}

/** What the secret is for, and the account that tells two sets of it apart. */
export function Integration({ integration, account }: IntegrationProps) {
  return (
    <Stack gap={2}>
      {integration ? <Text size="sm">{integration}</Text> : <Nothing />}
      {account && (
        <Text size="xs" c="dimmed">
          {account}
        </Text>
      )}
    </Stack>
  );
}
