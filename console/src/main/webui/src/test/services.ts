import { vi } from 'vitest';

type Answer = (url: URL, request: Request) => Response | Promise<Response>;

/** Stands in for the console's origin: each path is answered by the function given for it. */
export function services(answers: Record<string, Answer>) {
  const calls: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    calls.push(request);
    const url = new URL(request.url);
    return answers[url.pathname]?.(url, request) ?? problem(404, 'not-found', 'Not found', 'There is nothing at this address.');
  });
  return calls;
}

export function json(body: unknown): Response {
  return Response.json(body);
}

export function problem(status: number, code: string, title: string, detail: string): Response {
  return Response.json({ type: `urn:maestro:problem:${code}`, title, status, detail, code }, { status });
}

export const alice = () => json({ id: 'alice', name: 'Alice Moreau' });
