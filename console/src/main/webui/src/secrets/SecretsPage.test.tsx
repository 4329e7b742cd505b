import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { expectAccessible } from '../test/accessibility';
import { open } from '../test/open';
import { alice, json, problem, services } from '../test/services';
import { secret } from './examples';

const SECRETS = '/api/vault/v1/secrets';

test('lists what describes a secret', async () => {
  const token = secret('GITHUB_WORK', {
    variable: 'GITHUB_TOKEN',
    integration: 'github',
    account: 'work',
    environment: 'production',
    owner: { kind: 'organization', id: 'acme' },
    version: 7,
    warnings: [{ code: 'expires-soon', detail: 'Expires in 3 days' }],
  });
  services({ '/api/me': alice, [SECRETS]: () => json({ items: [token], next: null }) });

  open('/secrets');

  const row = within(await screen.findByRole('row', { name: /GITHUB_WORK/ }));
  for (const text of ['GITHUB_TOKEN', 'github', 'work', 'production', 'acme', 'Active', 'v7', 'Expires in 3 days']) expect(row.getByText(text)).toBeVisible();
  await expectAccessible();
});

test('shows whose secrets are the own ones', async () => {
  services({ '/api/me': alice, [SECRETS]: () => json({ items: [secret('MINE')], next: null }) });

  open('/');

  expect(await screen.findByRole('cell', { name: 'Person You' })).toBeVisible();
});

test('says that there is nothing yet', async () => {
  services({ '/api/me': alice, [SECRETS]: () => json({ items: [], next: null }) });

  open('/secrets');

  expect(await screen.findByRole('heading', { name: 'No secrets yet' })).toBeVisible();
  await expectAccessible();
});

test('says that it is loading', async () => {
  services({ '/api/me': alice, [SECRETS]: () => new Promise(() => {}) });

  open('/secrets');

  expect(await screen.findByRole('status', { name: 'Loading your secrets' })).toBeVisible();
  await expectAccessible();
});

test('asks the service for what is typed into the filter', async () => {
  const all = [secret('AWS_REGION'), secret('STRIPE_KEY')];
  services({
    '/api/me': alice,
    [SECRETS]: (url) => json({ items: all.filter(({ name }) => name.includes(url.searchParams.get('query') ?? '')), next: null }),
  });
  open('/secrets');
  await screen.findByText('STRIPE_KEY');

  await userEvent.type(screen.getByRole('searchbox', { name: 'Filter secrets' }), 'AWS');

  await expect.poll(() => screen.queryByText('STRIPE_KEY')).toBeNull();
  expect(screen.getByText('AWS_REGION')).toBeVisible();
});

test('offers the way back when nothing matches the filter', async () => {
  services({ '/api/me': alice, [SECRETS]: (url) => json({ items: url.searchParams.has('query') ? [] : [secret('AWS_REGION')], next: null }) });
  open('/secrets?filter=nope');

  await userEvent.click(await screen.findByRole('button', { name: 'Show all' }));

  expect(await screen.findByText('AWS_REGION')).toBeVisible();
});

test('shows more when there is more', async () => {
  services({
    '/api/me': alice,
    [SECRETS]: (url) => json(url.searchParams.get('cursor') === 'two' ? { items: [secret('B')], next: null } : { items: [secret('A')], next: 'two' }),
  });
  open('/secrets');

  await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));

  expect(await screen.findByText('B')).toBeVisible();
  expect(screen.getByText('A')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('says what is wrong and recovers when asked to try again', async () => {
  let away = true;
  services({
    '/api/me': alice,
    [SECRETS]: () => (away ? problem(503, 'service-unavailable', 'Service away', 'Try again in a moment.') : json({ items: [secret('BACK')], next: null })),
  });
  open('/secrets');
  expect(await screen.findByRole('alert')).toHaveTextContent('Try again in a moment.');
  await expectAccessible();

  away = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

  expect(await screen.findByText('BACK')).toBeVisible();
});

test('says that a filter is too long without asking the service, and offers the way back', async () => {
  const calls = services({ '/api/me': alice, [SECRETS]: () => json({ items: [secret('AWS_REGION')], next: null }) });
  open(`/secrets?filter=${'x'.repeat(201)}`);
  expect(await screen.findByRole('alert')).toHaveTextContent('at most 200 characters');
  expect(calls.map(({ url }) => new URL(url).pathname)).not.toContain(SECRETS);
  await expectAccessible();

  await userEvent.click(screen.getByRole('button', { name: 'Show all' }));

  expect(await screen.findByText('AWS_REGION')).toBeVisible();
});

test('asks for a filter of the greatest length', async () => {
  services({ '/api/me': alice, [SECRETS]: (url) => json({ items: [secret(`FOUND_BY_${url.searchParams.get('query')?.length}`)], next: null }) });

  open(`/secrets?filter=${'x'.repeat(200)}`);

  expect(await screen.findByText('FOUND_BY_200')).toBeVisible();
});

test('offers another account to one that keeps no secrets', async () => {
  services({ '/api/me': alice, [SECRETS]: () => problem(403, 'forbidden', 'Not allowed', 'This token may not do that.') });

  open('/secrets');

  expect(await screen.findByRole('alert')).toHaveTextContent('This account has no secrets');
  expect(screen.getByRole('link', { name: 'Use another account' })).toHaveAttribute('href', '/logout');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  await expectAccessible();
});
