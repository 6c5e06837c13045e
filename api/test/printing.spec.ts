import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Printing } from '../src/platform/files/printing.js';

const templates = join(import.meta.dirname, 'harness/templates');
const job = (name: string) => ({ template: `${name}.typ`, document: '{}' });

describe('The process that prints', () => {
  it.each([
    ['aborts', /the printing process ended \(SIGABRT\)/],
    ['long', /the printing process ended \(SIGKILL\)/],
    ['refused', /nobody wrote this/],
    ['no-such', /no-such/],
  ])('loses the document when its template %s, and prints the next', async (name, message) => {
    const printing = new Printing(templates, 3_000);
    const [lost, next] = await Promise.allSettled([printing.print(job(name)), printing.print(job('plain'))]);
    expect(lost).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(message) } });
    expect(next).toMatchObject({ status: 'fulfilled' });
  });

  it('reads nothing outside its templates', async () => {
    const printing = new Printing(join(templates, '..', 'no-such-folder'));
    await expect(printing.print(job('../templates/plain'))).rejects.toThrow();
  });

  it('leaves the server free while it prints, and answers in order', async () => {
    const printing = new Printing(templates);
    const printed: number[] = [];
    await Promise.all([1, 2, 3].map(async (number) => printing.print(job('plain')).then(() => printed.push(number))));
    expect(printed).toEqual([1, 2, 3]);
  });
});
