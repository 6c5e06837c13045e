import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Fonts and pictures are compressed already: a second time only costs. */
const COMPRESSIBLE = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.wasm', '.webmanifest']);
/** Under this size the head of a response weighs more than what is saved. */
const SMALLEST_BYTES = 512;

export interface CompressionReport {
  readonly files: number;
  readonly bytes: number;
  readonly brotliBytes: number;
}

/**
 * Writes a .br and a .gz beside each text file of the built application, so that the server only has to choose.
 * A copy that is not smaller than its original is not kept. Safe to run again.
 * @param folder where the build left index.html
 */
export async function compress(folder: string): Promise<CompressionReport> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => COMPRESSIBLE.has(extname(name)))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size >= SMALLEST_BYTES);
  const brotliSizes = await Promise.all(files.map(compressOne));
  return {
    files: files.length,
    bytes: files.reduce((sum, path) => sum + statSync(path).size, 0),
    brotliBytes: brotliSizes.reduce((sum, size) => sum + size, 0),
  };
}

async function compressOne(path: string): Promise<number> {
  const content = readFileSync(path);
  const brotli = await promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
  keepIfSmaller(`${path}.br`, brotli, content.length);
  keepIfSmaller(`${path}.gz`, await promisify(gzip)(content, { level: 9 }), content.length);
  return Math.min(brotli.length, content.length);
}

function keepIfSmaller(path: string, copy: Buffer, originalBytes: number): void {
  if (copy.length < originalBytes) writeFileSync(path, copy);
  else rmSync(path, { force: true });
}

if (import.meta.main) {
  const { files, bytes, brotliBytes } = await compress(
    process.argv[2] ?? join(import.meta.dirname, '../dist/web/browser'),
  );
  process.stdout.write(`${files} files, ${bytes} bytes, ${brotliBytes} with Brotli\n`);
}
