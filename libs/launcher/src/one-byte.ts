import { readFileSync, writeFileSync } from 'node:fs';

/**
 * `node one-byte.ts FILE`: writes what a program says beyond ASCII as escapes. Its text stays in memory as long as it runs, and one
 * character beyond Latin-1 makes two bytes of each. The bundler does so in strings, and leaves regular expressions as they are.
 */
const [, , file] = process.argv;
const text = readFileSync(file!, 'utf8');
writeFileSync(
  file!,
  text.replaceAll(/[^\x00-\x7f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
);
