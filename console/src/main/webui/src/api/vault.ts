import createClient from 'openapi-fetch';
import type { components, paths } from './vault.d';
import { pageFetch } from './pageFetch';

export type Secret = components['schemas']['Secret'];
export type Owner = components['schemas']['Owner'];
export type Warning = components['schemas']['Warning'];

/** vault-service, through the console. */
export const vault = createClient<paths>({ baseUrl: `${window.location.origin}/api/vault`, fetch: pageFetch });
