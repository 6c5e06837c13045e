import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { LIFECYCLES } from '../src/lifecycles.js';

const sections = readFileSync(join(import.meta.dirname, 'glossary.md'), 'utf8').split(/^## /m);

it.each(LIFECYCLES)('the glossary says what each state of $title is, by the words of its row', ({ title, states }) => {
  const lines = (sections.find((section) => section.startsWith(`${title}\n`)) ?? '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const told = Object.entries(states)
    .filter(([state, { word }]) => !lines.some(([, code, screens, is]) => code === state && screens === word && is))
    .map(([state, { word }]) => `docs/glossary.md has no line "| ${state} | ${word} | what it is |" under "${title}"`);
  expect(told).toEqual([]);
});
