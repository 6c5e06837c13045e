import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';

/**
 * The process that prints, started by `printing.ts`: the compiler is native code that aborts on some texts (a letter that turns
 * direction under a mark, say), and a long table takes it a tenth of a second. Here neither touches those who wait for the server.
 *
 * It imports nothing of the house, so that Node runs it as it is written, in tests too. Parameters: the folder of templates,
 * the folder of fonts.
 */
const [, , templates = '', fonts = ''] = process.argv;

export interface PrintJob {
  template: string;
  /** What the template finds in `sys.inputs.document`, JSON. */
  document: string;
}

export type Printed = { content: Uint8Array } | { error: string };

const typst = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as typeof Typst;
const compiler = typst.NodeCompiler.create({
  workspace: templates,
  fontArgs: [{ fontBlobs: fontFiles().map((name) => readFileSync(join(fonts, name))) }],
});

function fontFiles(): string[] {
  return readdirSync(fonts)
    .filter((name) => name.endsWith('.ttf'))
    .sort();
}

function print({ template, document }: PrintJob): Printed {
  try {
    // Straight to bytes: a compiled document kept in between is freed late, and 900 of them hold 80 MB more.
    const inputs = { mainFilePath: join(templates, template), inputs: { document } };
    return { content: compiler.pdf(inputs, { pdfStandard: 'ua-1' }) };
  } catch (error) {
    // What the template did wrong stands in `code`, what the standard refuses in `message`.
    const { message, code } = error as Error & { code?: string };
    return { error: `${message}${code ?? ''}` };
  } finally {
    // What one document leaves in the compiler's memory is of no use to the next; fonts and templates are used each time.
    compiler.evictCache(1);
  }
}

process.on('message', (job: PrintJob) => process.send?.(print(job)));
// Who stops the server by hand stops the whole group: what is being printed is finished first, the server ends this process.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit());
