/** What the bench uses of autocannon 9, which brings no types. */
declare module 'autocannon' {
  interface LoadClient {
    setRequests(requests: { path: string; headers?: Record<string, string> }[]): void;
  }
  interface LoadOptions {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    setupClient(client: LoadClient): void;
  }
  interface LoadResult {
    /** Seconds it took. */
    duration: number;
    errors: number;
    non2xx: number;
    '2xx': number;
  }
  export default function autocannon(options: LoadOptions): Promise<LoadResult>;
}
