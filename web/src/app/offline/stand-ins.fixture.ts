import { IDBFactory } from 'fake-indexeddb';
import { webcrypto } from 'node:crypto';
import { Blob as NodeBlob } from 'node:buffer';
import { TextDecoder, TextEncoder } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import type { Answer } from './queue/answer';

export interface SentRequest {
  readonly path: string;
  readonly key: string;
  readonly version: string | null;
  /** What the phone says of its count (`Phone-Act`), after its id. */
  readonly count: string | null;
  readonly body: unknown;
}

type Answering = (request: SentRequest) => Answer;

/** What the page's stand-in has not and every browser has: stores, locks, a network that can be cut. */
export function standInForBrowser() {
  const caches = new Map<string, Map<string, Uint8Array>>();
  const sent: SentRequest[] = [];
  let answering: Answering | null = null;
  const define = (name: string, value: unknown, on: object = globalThis) =>
    Object.defineProperty(on, name, { value, configurable: true, writable: true });
  define('crypto', webcrypto);
  define('TextEncoder', TextEncoder);
  define('TextDecoder', TextDecoder);
  define('Blob', NodeBlob);
  define('FormData', NodeFormData);
  define('structuredClone', (value: unknown) => deserialize(serialize(value)));
  define('Response', KeptAnswer);
  define('caches', cachesOver(caches));
  define('BroadcastChannel', SilentChannel);
  define('locks', { request: locking() }, navigator);
  define('fetch', async (path: string, { headers, body }: { headers: Record<string, string>; body: unknown }) => {
    const count = headers['Phone-Act']?.slice(headers['Phone-Act'].indexOf(';') + 1) ?? null;
    const request = { path, key: headers['Idempotency-Key']!, version: headers['If-Match'] ?? null, count, body };
    sent.push(request);
    if (answering === null) throw new TypeError('network');
    const { status, key, body: told } = answering(request);
    const heads = new Map([
      ['content-type', 'application/json'],
      ...(key === null ? [] : [['idempotency-key', key] as const]),
    ]);
    return {
      status,
      headers: { get: (name: string) => heads.get(name.toLowerCase()) ?? null },
      json: async () => told,
    };
  });
  return {
    sent,
    cut: () => (answering = null),
    answers: (next: Answering) => (answering = next),
    losesDatabases: () => define('indexedDB', new IDBFactory()),
    cached: (part: string) =>
      [...caches].filter(([name]) => name.includes(part)).reduce((sum, [, rows]) => sum + rows.size, 0),
    plainText: () =>
      [...caches.values()].flatMap((rows) => [...rows.values()].map((bytes) => new TextDecoder().decode(bytes))).join(),
  };
}

/** The page's stand-in takes only its own blobs. */
class NodeFormData {
  readonly parts: unknown[] = [];
  append(...part: unknown[]): void {
    this.parts.push(part);
  }
}

class KeptAnswer {
  constructor(readonly bytes: Uint8Array) {}
  async arrayBuffer(): Promise<ArrayBuffer> {
    return Uint8Array.from(this.bytes).buffer;
  }
}

class SilentChannel {
  onmessage: unknown = null;
  postMessage(): void {}
  close(): void {}
}

function cachesOver(caches: Map<string, Map<string, Uint8Array>>) {
  const open = async (name: string) => {
    const rows = caches.get(name) ?? new Map<string, Uint8Array>();
    caches.set(name, rows);
    const addressOf = (request: string | { url: string }) => (typeof request === 'string' ? request : request.url);
    return {
      keys: async () => [...rows.keys()].map((url) => ({ url })),
      match: async (request: string | { url: string }) => {
        const bytes = rows.get(addressOf(request));
        return bytes && new KeptAnswer(bytes);
      },
      put: async (address: string, answer: KeptAnswer) => void rows.set(address, answer.bytes),
      delete: async (address: string) => rows.delete(address),
    };
  };
  return { open, has: async (name: string) => caches.has(name), delete: async (name: string) => caches.delete(name) };
}

/** One after the other by name, as the browser's. */
function locking() {
  const last = new Map<string, Promise<unknown>>();
  return <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const before = last.get(name) ?? Promise.resolve();
    const next = before.then(work, work);
    last.set(
      name,
      next.catch(() => undefined),
    );
    return next;
  };
}
