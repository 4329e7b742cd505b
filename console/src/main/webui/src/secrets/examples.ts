import type { Secret } from '../api/vault';

/** A secret for tests; what matters to the test is named. */
export function secret(name: string, more: Partial<Secret> = {}): Secret {
  return {
    id: `sec_${name.toLowerCase()}`,
    name,
    variable: name,
    kind: 'env',
    description: null,
    tags: [],
    environment: null,
    integration: null,
    account: null,
    owner: { kind: 'user', id: 'alice' },
    version: 1,
    status: 'active',
    warnings: [],
    expiresAt: null,
    rotateEvery: null,
    rotationDueAt: null,
    createdAt: '2026-01-01T08:00:00Z',
    updatedAt: '2026-01-01T08:00:00Z',
    ...more,
  };
}
