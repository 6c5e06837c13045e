import type { KeptThings } from './kept-things';

const DROPPED = 'dropped';

/** Numbers of acts that will never come: kept until the server has been told of them. */
export class DroppedActs {
  constructor(
    private readonly things: Pick<KeptThings, 'keep' | 'read'>,
    /** One work after the other, over all windows of this browser. */
    private readonly exclusive: <Result>(work: () => Promise<Result>) => Promise<Result>,
  ) {}

  async list(): Promise<readonly number[]> {
    const found = await this.things.read(DROPPED);
    return Array.isArray(found) ? found.filter((one): one is number => typeof one === 'number') : [];
  }

  add(seq: number): Promise<void> {
    return this.change((all) => (all.includes(seq) ? all : [...all, seq].sort((a, b) => a - b)));
  }

  told(seqs: readonly number[]): Promise<void> {
    return seqs.length === 0 ? Promise.resolve() : this.change((all) => all.filter((seq) => !seqs.includes(seq)));
  }

  private change(next: (all: readonly number[]) => readonly number[]): Promise<void> {
    return this.exclusive(async () => this.things.keep(DROPPED, next(await this.list())));
  }
}
