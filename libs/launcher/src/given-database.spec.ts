import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { checkGivenDatabase, refuseOldVersion } from './given-database.ts';
import { freePort } from './ports.ts';

describe('A given database', () => {
  it('that is away is refused in one line, without its secret', async () => {
    const port = await freePort();
    const checked = checkGivenDatabase(`postgres://parc:s3cret@127.0.0.1:${port}/parc`);
    await expect(checked).rejects.toThrow(
      /^La base de données 127\.0\.0\.1:\d+\/parc ne répond pas \(.*ECONNREFUSED.*\)\.$/,
    );
    await expect(checked).rejects.not.toThrow('s3cret');
  });

  it('that accepts and says nothing is refused once the time has passed', async () => {
    const mute = createServer((socket) => socket.resume());
    const port = await new Promise<number>((resolve) => {
      mute.listen(0, '127.0.0.1', () => resolve((mute.address() as { port: number }).port));
    });
    await expect(checkGivenDatabase(`postgres://parc@127.0.0.1:${port}/parc`, 200)).rejects.toThrow('ne répond pas');
    await new Promise((resolve) => mute.close(resolve));
  });

  it('older than PostgreSQL 18 is refused with both versions', () => {
    expect(() => refuseOldVersion(170_006, 'base:5432/parc')).toThrow(/base:5432\/parc est en PostgreSQL 17.*18/);
    expect(() => refuseOldVersion(180_000, 'base:5432/parc')).not.toThrow();
  });
});
