export interface Called {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of many routes
  body: any;
  text: string;
}

export interface CallOptions {
  /** Idempotency-Key. */
  key: string;
  /** If-Match. */
  version?: number;
  body?: unknown;
}

/** Somebody signed in who talks to a listening server over real connections. */
export class Caller {
  constructor(
    private readonly origin: string,
    private readonly token: string,
    private readonly csrfToken: string,
  ) {}

  static async signIn(origin: string, email: string, password: string): Promise<Caller> {
    const answer = await fetch(`${origin}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const token = /parc_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
    if (!token) throw new Error(`sign-in of ${email} answered ${answer.status}: ${await answer.text()}`);
    return new Caller(origin, token, ((await answer.json()) as { csrfToken: string }).csrfToken);
  }

  /** The same session, at the address where the server listens now. */
  at(origin: string): Caller {
    return new Caller(origin, this.token, this.csrfToken);
  }

  async post(path: string, { key, version, body }: CallOptions): Promise<Called> {
    const answer = await fetch(`${this.origin}${path}`, {
      method: 'POST',
      headers: {
        cookie: `parc_session=${this.token}`,
        'x-csrf-token': this.csrfToken,
        'idempotency-key': key,
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : null, text };
  }
}
