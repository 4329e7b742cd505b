import { Center, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface MessageProps {
  icon: Icon;
  color?: string;
  title: string;
  text: string;
  action?: ReactNode;
}

/** Stands in the place of the table when there is nothing to list. */
export function Message({ icon: Sign, color, title, text, action }: MessageProps) {
  return (
    <Center mih={340} p="xl">
      <Stack align="center" gap="sm" maw={440} ta="center">
        <ThemeIcon variant="light" color={color} size={48} radius="xl">
          <Sign size={24} stroke={1.5} aria-hidden />
        </ThemeIcon>
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
        {action}
      </Stack>
    </Center>
  );
}
