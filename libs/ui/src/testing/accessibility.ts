import { expect } from '@jest/globals';
import axe from 'axe-core';

/**
 * Runs axe on an element and fails with what it found. Contrast is left to tokens.spec.ts and to the browser
 * journeys: jsdom paints nothing. Rules about whole pages do not apply to a piece.
 */
export async function expectAccessible(element: Element): Promise<void> {
  const alone = !element.isConnected;
  if (alone) document.body.append(element);
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  if (alone) element.remove();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
