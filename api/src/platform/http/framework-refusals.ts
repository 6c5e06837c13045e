import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PlainRefusal } from '@parc/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_TYPE, problemDocument, Refused } from './refused.js';

/** What the framework and its plugins refuse, by their status. */
const BY_STATUS: Record<number, PlainRefusal> = {
  // A path that leaves its folder: there is nothing there.
  403: 'route.not-found',
  404: 'route.not-found',
  405: 'route.method',
  408: 'request.slow',
  412: 'request.condition',
  413: 'request.too-large',
  414: 'request.address-too-long',
  415: 'request.media-type',
  416: 'request.range',
  417: 'request.expectation',
  429: 'request.too-many',
  431: 'request.headers-too-large',
};

/** Null for what is no fault of the request. */
export function refusalOfStatus(status: number): Refused | null {
  if (!(status >= 400 && status < 500)) return null;
  return new Refused(BY_STATUS[status] ?? 'request.unreadable');
}

/** Answers sent before any hook runs carry what a browser must know of them. */
const BARE_HEADERS = {
  'content-type': PROBLEM_TYPE,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** What Node's parser throws, by its code: the rest is unreadable. */
const BY_PARSER_CODE: Record<string, PlainRefusal> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request.slow',
  HPE_HEADER_OVERFLOW: 'request.headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'request.too-large',
};

/** Options of the server: what it answers by itself, before a request has a route. */
export const frameworkAnswers = {
  // Asked for by `boundBodies`, in our own words.
  http: { requireHostHeader: false },
  frameworkErrors(error: { statusCode?: number }, _request: FastifyRequest, reply: FastifyReply): void {
    const refused = refusalOfStatus(error.statusCode ?? 500) ?? new Refused('server.failed');
    void reply.status(refused.status).headers(BARE_HEADERS).send(problemDocument(refused));
  },
  clientErrorHandler(error: { code?: string }, socket: Duplex): void {
    if (error.code !== 'ECONNRESET')
      writeBare(socket, new Refused(BY_PARSER_CODE[error.code ?? ''] ?? 'request.unreadable'));
    socket.destroy();
  },
};

/** What Node would answer, or hang up on, without asking the application. */
export function answerUnroutable(application: NestFastifyApplication): void {
  const server = application.getHttpServer() as Server;
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => undefined);
    writeBare(socket, new Refused('route.method'));
    socket.destroy();
  });
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const refused = new Refused('request.expectation');
    response.writeHead(refused.status, { ...BARE_HEADERS, connection: 'close' }).end(textOf(refused));
  });
}

/** On the connection itself, unless an answer has begun on it. */
function writeBare(socket: Duplex, refused: Refused): void {
  const { _httpMessage: answer } = socket as { _httpMessage?: ServerResponse };
  if (!socket.writable || answer?.headersSent) return;
  const text = textOf(refused);
  const headers = { ...BARE_HEADERS, 'content-length': Buffer.byteLength(text), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`HTTP/1.1 ${refused.status} ${STATUS_CODES[refused.status]}\r\n${lines.join('')}\r\n${text}`);
}

const textOf = (refused: Refused) => JSON.stringify(problemDocument(refused));
