/** A place that keeps sealed rows by name. */
export interface Shelf {
  all(): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Resolves once it is kept. @throws Full */
  put(name: string, sealed: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

/** The browser gives no more room. */
export class Full extends Error {
  override readonly name = 'Full';
}

/** What makes rows unreadable without the person's key. The name is sealed along: rows cannot be exchanged. */
export interface Sealer {
  seal(name: string, text: string): Promise<Uint8Array>;
  open(name: string, sealed: Uint8Array): Promise<string>;
}
