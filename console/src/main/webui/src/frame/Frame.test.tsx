import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { expectAccessible } from '../test/accessibility';
import { open } from '../test/open';
import { alice, json, services } from '../test/services';

const answers = { '/api/me': alice, '/api/vault/v1/secrets': () => json({ items: [], next: null }) };

test('shows who is signed in and the way out', async () => {
  services(answers);

  open('/');

  expect(await screen.findByRole('group', { name: 'Signed in as Alice Moreau' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Sign out' })).toHaveAttribute('href', '/logout');
});

test('marks its calls as calls of this page', async () => {
  const calls = services(answers);

  open('/');

  await screen.findByRole('group', { name: /Alice/ });
  expect(calls.map((call) => call.headers.get('X-Requested-With'))).toEqual(calls.map(() => 'JavaScript'));
});

test('changes between light and dark', async () => {
  services(answers);
  open('/');

  await userEvent.click(await screen.findByRole('button', { name: 'Use the dark theme' }));

  expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark');
  expect(screen.getByRole('button', { name: 'Use the light theme' })).toBeVisible();
});

test('reaches the content first by keyboard', async () => {
  services(answers);
  open('/');
  await screen.findByRole('group', { name: /Alice/ });

  await userEvent.tab();

  expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
});

test.each(['/nowhere', '/signed-out', '/sign-in-failed'])('says where one is at %s', async (address) => {
  services(answers);

  open(address);

  expect(await screen.findByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible();
});
