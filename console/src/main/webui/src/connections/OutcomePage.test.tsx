import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectAccessible } from '../test/accessibility';
import { open } from '../test/open';
import { alice, services } from '../test/services';

const answers = { '/api/me': alice };

test('says that the account is connected', async () => {
  services(answers);

  open('/connections?outcome=connected');

  expect(await screen.findByRole('heading', { name: 'Account connected' })).toBeVisible();
  await expectAccessible();
});

test('says why it is not', async () => {
  services(answers);

  open('/connections?outcome=refused&code=access-denied');

  expect(await screen.findByText(/You or the provider declined/)).toBeVisible();
});

test('repeats nothing of an address it does not know', async () => {
  services(answers);

  open('/connections?outcome=refused&code=Call%20this%20number');

  expect(await screen.findByText(/did not hand out access/)).toBeVisible();
  expect(screen.queryByText(/number/)).toBeNull();
});
