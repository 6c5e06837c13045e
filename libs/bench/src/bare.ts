import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BareOrders } from './bare-server.ts';

export interface Bare {
  origin: string;
  stop(): Promise<void>;
}

/** Starts the bare server in a process of its own, as the API has one. */
export async function startBare(orders: BareOrders): Promise<Bare> {
  const child = fork(join(import.meta.dirname, 'bare-server.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send(orders);
  const [port] = (await once(child, 'message')) as [number];
  const stop = async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  };
  return { origin: `http://127.0.0.1:${port}`, stop };
}
