/** Why a call did not succeed, in words for people. */
export class Trouble extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;

  constructor(status: number, code: string, title: string, detail: string) {
    super(title);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }

  /** Reads a problem+json body; anything else is described by its status alone. */
  static of(status: number, body: unknown): Trouble {
    const problem = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
    const text = (name: string, otherwise: string) => (typeof problem[name] === 'string' ? problem[name] : otherwise);
    return new Trouble(status, text('code', 'unknown'), text('title', 'That did not work'), text('detail', `The answer was ${status}.`));
  }

  static unreachable(): Trouble {
    return new Trouble(0, 'unreachable', 'No connection', 'Maestro cannot be reached from this browser right now.');
  }
}
