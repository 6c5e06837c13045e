import { Socket } from 'node:net';

/** A test talks to this machine only: a connection that would leave it is refused, loudly. */
const local = new Set(['127.0.0.1', '::1', 'localhost', '0.0.0.0']);
const mark = Symbol.for('parc.network-alarm');

interface Marked {
  [mark]?: true;
}

// Node's own modules are shared by the files a worker runs: the alarm is put once.
const prototype = Socket.prototype as Socket & Marked;
if (prototype[mark] === undefined) {
  prototype[mark] = true;
  const connect = prototype.connect as (...parameters: unknown[]) => Socket;
  prototype.connect = function connectWithAlarm(this: Socket, ...parameters: unknown[]): Socket {
    const host = hostOf(parameters);
    if (host !== undefined && !local.has(host)) {
      throw new Error(`A test must not leave this machine: connection to ${host}`);
    }
    return connect.apply(this, parameters);
  } as Socket['connect'];
}

/** `connect(options)`, `connect(port, host)`, `connect(path)`, or the list of one of these that node:http passes on. */
function hostOf(parameters: unknown[]): string | undefined {
  const [first, second] = Array.isArray(parameters[0]) ? (parameters[0] as unknown[]) : parameters;
  if (typeof first === 'object' && first !== null) return (first as { host?: string }).host;
  return typeof second === 'string' && typeof first === 'number' ? second : undefined;
}
