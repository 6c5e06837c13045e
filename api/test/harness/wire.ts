import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** When the wire is cut: before PostgreSQL hears the COMMIT, or once it has answered and before that is heard. */
export type Cut = 'before-commit' | 'after-commit';

const COMMIT_ASKED = Buffer.from('COMMIT\0');
/** `CommandComplete` of it. */
const COMMIT_ANSWERED = Buffer.from('COMMIT\0');

/** The connection between the API and its PostgreSQL, which a test cuts where it wants. */
export class Wire {
  private server: Server | null = null;
  private cuts: { where: Cut; after: number }[] = [];
  private isDown = false;
  private readonly open = new Set<Socket>();

  /** How many commits were cut. */
  cutSoFar = 0;
  onCut: () => void = () => undefined;

  /** Listens in front of the database. @returns its address by this way */
  async to(databaseUrl: string): Promise<string> {
    const url = new URL(databaseUrl);
    const there = { host: url.hostname, port: Number(url.port || 5432) };
    this.server = createServer((near) => this.join(near, connect(there)));
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.toString();
  }

  /** The next commit is cut there, once `after` others went through. */
  cutNext(where: Cut, after = 0): void {
    this.cuts.push({ where, after });
  }

  /** Nothing goes through any more, or again. */
  down(isDown: boolean): void {
    this.isDown = isDown;
    if (isDown) for (const socket of this.open) socket.destroy();
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    this.server?.close();
    if (this.server) await once(this.server, 'close');
  }

  private join(near: Socket, far: Socket): void {
    let awaited = false;
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      this.open.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        this.open.delete(socket);
        end();
      });
    }
    if (this.isDown) return end();
    near.on('data', (sent: Buffer) => {
      const cut = sent.includes(COMMIT_ASKED) ? this.takeCut() : null;
      if (cut === 'before-commit') return end();
      if (cut === 'after-commit') awaited = true;
      far.write(sent);
    });
    far.on('data', (answered: Buffer) => {
      // Kept for good by now, and nobody is told.
      if (!awaited) near.write(answered);
      else if (answered.includes(COMMIT_ANSWERED)) end();
    });
  }

  private takeCut(): Cut | null {
    const [cut] = this.cuts;
    if (!cut) return null;
    if (cut.after > 0) {
      cut.after -= 1;
      return null;
    }
    this.cuts.shift();
    this.cutSoFar += 1;
    setImmediate(() => this.onCut());
    return cut.where;
  }
}
