import axe from 'axe-core';
import { expect } from 'vitest';

/** Colours are checked in a real browser: jsdom does not paint. */
export async function expectAccessible() {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
