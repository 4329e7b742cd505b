import { beforeEach, expect, test, vi } from 'vitest';
import { problem, services } from '../test/services';
import { pageFetch } from './pageFetch';

const reload = vi.fn();

beforeEach(() => {
  reload.mockClear();
  vi.stubGlobal('location', { reload });
});

const call = () => pageFetch(new Request('http://localhost/api/vault/v1/secrets'));

test('loads the page again, and so signs in again, when the sign-in is over', async () => {
  services({ '/api/vault/v1/secrets': () => problem(401, 'signed-out', 'Not signed in', '') });

  await call();

  expect(reload).toHaveBeenCalledOnce();
});

test('does not load again for the refusal of a service', async () => {
  services({ '/api/vault/v1/secrets': () => problem(401, 'unauthorized', 'A valid token is needed', '') });

  await call();

  expect(reload).not.toHaveBeenCalled();
});

test('tells a lost connection from a refusal', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));

  await expect(call()).rejects.toMatchObject({ code: 'unreachable' });
});
