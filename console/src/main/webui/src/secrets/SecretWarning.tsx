import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Warning } from '../api/vault';
import classes from './SecretWarning.module.css';

export function SecretWarning({ warning }: { warning: Warning }) {
  return (
    <Group gap={4} wrap="nowrap" className={classes.warning}>
      <IconAlertTriangle size={13} stroke={1.8} aria-label="Warning" />
      <Text size="xs" fw={450}>
        {warning.detail}
      </Text>
    </Group>
  );
}
