import { connect } from 'node:net';

export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Longest wait for an answer; a server that stays silent has not answered. */
const PATIENCE_MILLISECONDS = 1_500;

/**
 * Writes bytes to a listening server as they are, whole requests or none, and reads what comes back on the connection.
 * @returns the first answer, or null where the connection ended or stayed silent without one
 */
export function sendRaw(port: number, request: string | Uint8Array, hangUp = false): Promise<RawAnswer | null> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => {
      if (hangUp) socket.end(request);
      else socket.write(request);
    });
    const silence = setTimeout(finish, PATIENCE_MILLISECONDS);
    function finish() {
      clearTimeout(silence);
      socket.destroy();
      resolve(readAnswer(Buffer.concat(pieces)));
    }
    socket.on('data', (piece) => {
      pieces.push(piece);
      if (isWhole(Buffer.concat(pieces))) finish();
    });
    socket.on('end', finish);
    socket.on('error', finish);
  });
}

function readAnswer(bytes: Buffer): RawAnswer | null {
  const text = bytes.toString('utf8');
  const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(text) ?? [];
  if (!status) return null;
  const end = text.indexOf('\r\n\r\n');
  const lines = text.slice(0, end).split('\r\n').slice(1);
  const headers = Object.fromEntries(lines.map((line) => [nameIn(line), line.slice(line.indexOf(':') + 1).trim()]));
  const length = headers['content-length'];
  const rest = Buffer.from(text.slice(end + 4));
  const body = (length ? rest.subarray(0, Number(length)) : rest).toString();
  return { status: Number(status), headers, body: headers['transfer-encoding'] ? unchunked(body) : body };
}

const nameIn = (line: string) => line.slice(0, line.indexOf(':')).toLowerCase();

function isWhole(bytes: Buffer): boolean {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = bytes.subarray(0, end).toString().toLowerCase();
  if (/^http\/1\.1 (204|304)/.test(head)) return true;
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length) return bytes.length >= end + 4 + Number(length);
  return head.includes('transfer-encoding: chunked') && bytes.subarray(-5).toString() === '0\r\n\r\n';
}

function unchunked(body: string): string {
  const bytes = Buffer.from(body);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const line = bytes.indexOf('\r\n', at);
    const size = parseInt(bytes.subarray(at, line).toString(), 16);
    if (!size) break;
    pieces.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
  return Buffer.concat(pieces).toString();
}
