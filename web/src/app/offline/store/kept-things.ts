import type { Sealer, Shelf } from './shelf';

/** Rows that are replaced whole, in both places: the packet, and whose phone this is. */
export class KeptThings {
  constructor(
    private readonly journal: Shelf,
    private readonly database: Shelf,
    private readonly sealer: Sealer,
  ) {}

  async keep(name: string, value: unknown): Promise<void> {
    const sealed = await this.sealer.seal(name, JSON.stringify(value));
    await this.journal.put(name, sealed);
    await this.database.put(name, sealed);
  }

  /** Null when it is nowhere, or cannot be opened. Whoever reads it judges its shape: it may be older than the page. */
  async read(name: string): Promise<unknown> {
    for (const shelf of [this.database, this.journal]) {
      const sealed = (await shelf.all()).get(name);
      if (sealed === undefined) continue;
      try {
        return JSON.parse(await this.sealer.open(name, sealed));
      } catch {
        // The other place may have it whole.
      }
    }
    return null;
  }

  async forget(name: string): Promise<void> {
    await this.database.remove(name);
    await this.journal.remove(name);
  }
}
