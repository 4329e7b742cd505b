import { Text } from '@mantine/core';
import { useState } from 'react';

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** A moment as its distance from when it was first shown; the exact time is in its title. */
export function Ago({ time }: { time: string }) {
  const [now] = useState(Date.now);
  const at = new Date(time);
  return (
    <Text component="time" size="sm" dateTime={time} title={at.toLocaleString()}>
      {distance((at.getTime() - now) / 1000)}
    </Text>
  );
}

function distance(seconds: number): string {
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  if (!step) return 'just now';
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.round(seconds / step[1]), step[0]);
}
