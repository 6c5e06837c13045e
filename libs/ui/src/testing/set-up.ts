import { afterEach, beforeEach, expect, jest } from '@jest/globals';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

// jsdom knows <dialog> but not its modal methods: open and close are all that the components rely on.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.setAttribute('open', '');
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.removeAttribute('open');
  this.dispatchEvent(new Event('close'));
};
// Nothing is painted: axe asks for a canvas, and is told that there is none.
HTMLCanvasElement.prototype.getContext = () => null;
Element.prototype.scrollIntoView ??= () => undefined;

// An alarm: a component that writes to the console in a test is a component that fails in silence on a screen.
let consoleErrors: ReturnType<typeof jest.spyOn>[];
beforeEach(() => {
  consoleErrors = (['error', 'warn'] as const).map((level) =>
    jest.spyOn(console, level).mockImplementation(() => undefined),
  );
});
afterEach(() => {
  const said = consoleErrors.flatMap((spy) => spy.mock.calls.map((words: unknown[]) => words.map(String)));
  jest.restoreAllMocks();
  expect(said).toEqual([]);
});
