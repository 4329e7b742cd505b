import { Button, Center, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';

interface NoticeProps {
  icon: Icon;
  title: string;
  text: string;
  action: { label: string; href: string };
}

/** One message in the middle of the page, with one thing to do next. */
export function Notice({ icon: Sign, title, text, action }: NoticeProps) {
  return (
    <Center mih="70vh" p="xl">
      <title>{`${title} · Maestro Secrets`}</title>
      <Stack align="center" gap="md" maw={420} ta="center">
        <ThemeIcon variant="light" size={56} radius="xl">
          <Sign size={28} stroke={1.5} aria-hidden />
        </ThemeIcon>
        <Title order={1} size="h2">
          {title}
        </Title>
        <Text c="dimmed">{text}</Text>
        <Button component="a" href={action.href} mt="xs">
          {action.label}
        </Button>
      </Stack>
    </Center>
  );
}
