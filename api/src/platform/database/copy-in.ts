import { once } from 'node:events';
import type { Writable } from 'node:stream';
import pg from 'pg';
import type { EntityManager } from 'typeorm';

/** What `pg` calls of a query while rows are awaited; its types name none of it. */
interface CopyConnection {
  stream: Writable;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/**
 * `COPY … FROM STDIN`, fed piece by piece as the database takes it: the way by which rows go in fastest, and memory stays flat. A
 * query of `pg`'s own kind, so that it waits its turn on a connection that pipelines.
 */
class CopyIn extends pg.Query {
  callback!: (error: Error | null) => void;
  private failure: Error | null = null;

  constructor(
    text: string,
    private readonly pieces: AsyncIterable<string>,
  ) {
    super(text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.feed(connection).catch((error: Error) => {
      this.failure = error;
      connection.sendCopyFail('given up');
    });
  }

  private async feed(connection: CopyConnection): Promise<void> {
    const { stream } = connection;
    for await (const piece of this.pieces) {
      connection.sendCopyFromChunk(Buffer.from(piece));
      if (stream.writableNeedDrain) await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
      if (stream.destroyed) return;
    }
    connection.endCopyFrom();
  }

  /** Why the rows ended, where it was not the database that refused them. */
  reasonOf(error: Error): Error {
    return this.failure ?? error;
  }
}

/**
 * Copies rows into a table, in the transaction of `manager`.
 * @param target table and columns: `usage_sent (line, device)`
 * @param pieces text in COPY's own format, cut anywhere; whatever it throws gives the copy up and is thrown again
 */
export async function copyIn(manager: EntityManager, target: string, pieces: AsyncIterable<string>): Promise<void> {
  const client = (await manager.queryRunner!.connect()) as pg.ClientBase;
  const copy = new CopyIn(`copy ${target} from stdin`, pieces);
  await new Promise<void>((resolve, reject) => {
    copy.callback = (error) => (error ? reject(copy.reasonOf(error)) : resolve());
    client.query(copy as never);
  });
}
