import { afterEach, beforeEach } from '@jest/globals';
import { format } from 'node:util';

/** A test that prints something it does not expect fails: warnings nobody reads are faults nobody mends. */
const methods = ['debug', 'info', 'log', 'warn', 'error'] as const;
const real = Object.fromEntries(methods.map((method) => [method, console[method]]));
let printed: string[] = [];

beforeEach(() => {
  printed = [];
  for (const method of methods) {
    console[method] = (...parameters: unknown[]) => void printed.push(`console.${method}: ${format(...parameters)}`);
  }
});

afterEach(() => {
  Object.assign(console, real);
  if (printed.length > 0) throw new Error(`Unexpected console output:\n${printed.join('\n')}`);
});
