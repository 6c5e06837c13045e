import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TONES } from '@parc/domain';

type Theme = 'light' | 'dark';

const source = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

function colour(token: string, theme: Theme): string {
  const value = new RegExp(`--${token}:\\s*([^;]+);`).exec(source)?.[1];
  if (value === undefined) throw new Error(`No token --${token}`);
  const [light, dark] = value.match(/#[0-9a-f]{6}/g) ?? [];
  const chosen = theme === 'light' ? light : (dark ?? light);
  if (chosen === undefined) throw new Error(`--${token} is no colour`);
  return chosen;
}

/** Relative luminance and contrast of WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

const TEXT_PAIRS = [
  ...['background', 'surface', 'sunken', 'soft'].map((ground) => ['ink', ground]),
  ...['background', 'surface', 'sunken'].map((ground) => ['muted', ground]),
  ...['background', 'surface', 'sunken', 'soft'].map((ground) => ['primary', ground]),
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
  ['on-chalk', 'chalk'],
  ['on-reversed', 'reversed'],
  ...TONES.flatMap((tone) => [
    [`on-${tone}`, tone],
    ['ink', tone],
  ]),
  ...['waiting', 'trouble'].map((tone) => [`on-${tone}`, 'surface']),
] as [string, string][];

const EDGE_PAIRS = [
  ...['background', 'surface', 'sunken'].flatMap((ground) => [
    ['edge', ground],
    ['focus', ground],
  ]),
  ['focus', 'soft'],
] as [string, string][];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(TEXT_PAIRS)('lets %s be read on %s', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(EDGE_PAIRS)('lets %s be seen on %s', (edge, ground) => {
    expect(contrast(colour(edge, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

describe.each(TONES)('the tone %s', (tone) => {
  it('paints, from its two tokens, whatever shows a tone', () => {
    const rule = new RegExp(
      `:host\\(\\.${tone}\\) \\{\\s*background: var\\(--${tone}\\);\\s*color: var\\(--on-${tone}\\);`,
    );
    expect(readFileSync(join(import.meta.dirname, 'tones.css'), 'utf8')).toMatch(rule);
  });
});

it.each(['state-chip/state-chip.ts', 'notice/notice.ts'])('%s paints every tone from the one file', (component) => {
  expect(readFileSync(join(import.meta.dirname, '..', component), 'utf8')).toContain("'../styles/tones.css'");
});

it('never gives a text the colour of chalk', () => {
  for (const folder of ['..', '../../../../web/src']) {
    const root = join(import.meta.dirname, folder);
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(css|ts|html)$/.test(name),
    );
    const guilty = sources.filter((name) =>
      /[^-\w]color:\s*var\(--chalk\)/.test(readFileSync(join(root, name), 'utf8')),
    );
    expect(guilty.filter((name) => !name.endsWith('tokens.spec.ts'))).toEqual([]);
  }
});
