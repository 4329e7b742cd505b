import { Text, VisuallyHidden } from '@mantine/core';

/** A cell that has nothing to say. */
export function Nothing() {
  return (
    <Text span size="sm" c="dimmed">
      <span aria-hidden>–</span>
      <VisuallyHidden>none</VisuallyHidden>
    </Text>
  );
}
