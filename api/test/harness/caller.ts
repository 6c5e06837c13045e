import { randomUUID } from 'node:crypto';

export interface Called {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of many routes
  body: any;
  text: string;
  /** Of a refusal that says when to come back. */
  retryAfterSeconds: number | null;
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

  get(path: string): Promise<Called> {
    return this.call(path, {});
  }

  post(path: string, { key, version, body }: CallOptions): Promise<Called> {
    return this.call(path, {
      method: 'POST',
      headers: {
        'idempotency-key': key,
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** A file in a form, under a key of its own. */
  upload(path: string, content: Uint8Array<ArrayBuffer>): Promise<Called> {
    const form = new FormData();
    form.set('file', new Blob([content]), 'fichier');
    return this.call(path, { method: 'POST', headers: { 'idempotency-key': randomUUID() }, body: form });
  }

  private async call(path: string, request: RequestInit): Promise<Called> {
    const answer = await fetch(`${this.origin}${path}`, {
      ...request,
      headers: { cookie: `parc_session=${this.token}`, 'x-csrf-token': this.csrfToken, ...request.headers },
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    const retryAfterSeconds = Number(answer.headers.get('retry-after')) || null;
    return { status: answer.status, body: isJson && text ? JSON.parse(text) : null, text, retryAfterSeconds };
  }
}
