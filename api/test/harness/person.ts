import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { causeOf } from './faults.js';
import { agreeing, totalShown } from './seen.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are checked against the OpenAPI document at run time
type Body = any;

export interface Answer {
  status: number;
  body: Body;
  headers: Record<string, unknown>;
  text: string;
}

interface SessionBody {
  csrfToken: string;
  account: { id: string; name: string };
  assignment: { id: string };
}

export interface WriteOptions {
  version?: number;
  key?: string;
  headers?: Record<string, string>;
}

type CheckAnswer = (method: string, url: string, status: number, body: Body, cause: unknown) => void;

/** Somebody with a session, doing what a browser would: cookie, CSRF token, version seen, repetition key. */
export class Person {
  constructor(
    private readonly application: NestFastifyApplication,
    /** The session's, by its name; null for nobody. */
    readonly cookies: Record<string, string> | null,
    private page: SessionBody | null,
    private readonly checkAnswer: CheckAnswer,
  ) {}

  /** As this person's page has it. */
  get session(): SessionBody | null {
    return this.page;
  }

  get token(): string | null {
    return this.cookies ? Object.values(this.cookies)[0]! : null;
  }

  get accountId(): string {
    return this.session!.account.id;
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', url, undefined, headers);
  }

  post(url: string, body?: Body, options: WriteOptions = {}): Promise<Answer> {
    return this.write('POST', url, body, options);
  }

  put(url: string, body?: Body, options: WriteOptions = {}): Promise<Answer> {
    return this.write('PUT', url, body, options);
  }

  delete(url: string, options: WriteOptions = {}): Promise<Answer> {
    return this.write('DELETE', url, undefined, options);
  }

  /** The action of an order at the version it has now, and at the total that its page shows. */
  async act(orderId: string, action: string, body?: Body, options: WriteOptions = {}): Promise<Answer> {
    const page = (await this.get(`/api/v1/orders/${orderId}`)).body;
    const version = options.version ?? page.version;
    const post = (sent: Body) => this.post(`/api/v1/orders/${orderId}/${action}`, sent, { ...options, version });
    return agreeing(post, body, totalShown(page, action, body));
  }

  private write(method: 'POST' | 'PUT' | 'DELETE', url: string, body: Body, options: WriteOptions): Promise<Answer> {
    return this.send(method, url, body, {
      'idempotency-key': options.key ?? randomUUID(),
      ...(options.version === undefined ? {} : { 'if-match': `"${options.version}"` }),
      ...options.headers,
    });
  }

  async send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: Body,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await this.application.inject({
      method,
      url,
      ...(body === undefined ? {} : { payload: body }),
      headers: { ...(this.session ? { 'x-csrf-token': this.session.csrfToken } : {}), ...headers },
      ...(this.cookies ? { cookies: this.cookies } : {}),
    });
    const isJson = String(answer.headers['content-type'] ?? '').includes('json');
    const parsed = isJson && answer.body ? answer.json() : null;
    this.checkAnswer(method, url, answer.statusCode, parsed, causeOf(answer.raw.req));
    if (answer.statusCode === 200 && url.startsWith('/api/v1/session') && parsed?.csrfToken) this.page = parsed;
    return { status: answer.statusCode, body: parsed, headers: answer.headers, text: answer.body };
  }
}
