import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Camera, type NoCamera, type OpenCamera } from './camera';
import { CodeReader } from './code-reader';
import type { Scan } from './scan';
import { Scanner } from './scanner';

/** What lies before the camera. */
let inSight: readonly string[];
let camera: OpenCamera | NoCamera;
let light: jest.Mock<(on: boolean) => Promise<void>>;
let closed: number;

beforeEach(() => {
  inSight = [];
  closed = 0;
  light = jest.fn(() => Promise.resolve());
  camera = { stream: {} as MediaStream, light, close: () => void closed++ };
  Object.defineProperty(HTMLMediaElement.prototype, 'play', { configurable: true, value: () => Promise.resolve() });
  Object.defineProperty(HTMLMediaElement.prototype, 'readyState', { configurable: true, value: 4 });
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', { configurable: true, writable: true, value: null });
  TestBed.configureTestingModule({
    providers: [
      { provide: Camera, useValue: { open: () => Promise.resolve(camera) } },
      { provide: CodeReader, useValue: { load: () => Promise.resolve({ read: () => Promise.resolve(inSight) }) } },
    ],
  });
});
afterEach(() => {
  jest.useRealTimers();
});

interface Page {
  fixture: ComponentFixture<Scanner>;
  one<E extends HTMLElement>(selector: string): E;
  has(selector: string): boolean;
  text(selector: string): string;
  click(selector: string): Promise<void>;
}

async function shown(): Promise<{ page: Page; scans: Scan[] }> {
  const fixture = TestBed.createComponent(Scanner);
  const host = fixture.nativeElement as HTMLElement;
  document.body.append(host);
  const one = <E extends HTMLElement>(selector: string): E => host.querySelector<E>(selector)!;
  const scans: Scan[] = [];
  fixture.componentInstance.scanned.subscribe((scan) => scans.push(scan));
  await fixture.whenStable();
  const click = async (selector: string): Promise<void> => {
    one(selector).click();
    await fixture.whenStable();
  };
  const text = (selector: string): string => one(selector).textContent.replace(/\s+/g, ' ').trim();
  return { page: { fixture, one, has: (selector) => host.querySelector(selector) !== null, text, click }, scans };
}

const until = async (happened: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 100 && !happened(); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(happened()).toBe(true);
};

/** As a reader types it, wherever the focus is. */
function readBy(element: Element, text: string): void {
  for (const key of [...text, 'Enter'])
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

describe('the scanner', () => {
  it('reads what the camera sees, once as long as it stays in sight, and stays open', async () => {
    const { page, scans } = await shown();
    await page.click('.view .button');
    await until(() => page.has('.on'));
    inSight = ['https://parc.exemple.fr/e/PE-000001'];
    await until(() => scans.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    inSight = ['https://parc.exemple.fr/e/PE-000001', '5CG123'];
    await until(() => scans.length === 2);
    expect(scans).toEqual([
      { code: 'PE-000001', by: 'camera', again: false },
      { code: '5CG123', by: 'camera', again: false },
    ]);
    expect(page.text('[role=status]')).toBe('5CG123 : lu');
    expect(closed).toBe(0);
    page.fixture.destroy();
    expect(closed).toBe(1);
  });

  it('reads a reader wherever the focus is, and leaves Entrée to nobody else', async () => {
    const { page, scans } = await shown();
    const pressed = jest.fn();
    page.one('.view .button').addEventListener('click', pressed);
    readBy(page.one('.view .button'), 'PE-000002');
    readBy(page.one('input'), 'PE-000003');
    expect(scans).toEqual([
      { code: 'PE-000002', by: 'reader', again: false },
      { code: 'PE-000003', by: 'reader', again: false },
    ]);
    expect(pressed).not.toHaveBeenCalled();
    page.fixture.destroy();
  });

  it('takes a code that is typed, and nothing when nothing is', async () => {
    const { page, scans } = await shown();
    const submit = async () => {
      page.one('form').dispatchEvent(new Event('submit', { cancelable: true }));
      await page.fixture.whenStable();
    };
    await submit();
    page.one<HTMLInputElement>('input').value = ' PE-000004 ';
    page.one('input').dispatchEvent(new Event('input'));
    await submit();
    expect(scans).toEqual([{ code: 'PE-000004', by: 'typed', again: false }]);
    expect(page.one<HTMLInputElement>('input').value).toBe('');
    page.fixture.destroy();
  });

  it('says what the page found behind a code, and that it was read before', async () => {
    const { page, scans } = await shown();
    readBy(document.body, 'PE-000005');
    page.fixture.componentRef.setInput('answer', { code: 'PE-000005', words: 'Portable, Salle 3', tone: 'done' });
    await page.fixture.whenStable();
    expect(page.text('[role=status]')).toBe('Portable, Salle 3');
    readBy(document.body, 'PE-000005');
    await page.fixture.whenStable();
    expect(page.text('[role=status]')).toBe('Déjà lu : Portable, Salle 3');
    expect(scans.at(-1)).toEqual({ code: 'PE-000005', by: 'reader', again: true });
    page.fixture.destroy();
  });

  it('lights the label where the camera can', async () => {
    const { page } = await shown();
    await page.click('.view .button');
    await until(() => page.has('[aria-pressed]'));
    await page.click('[aria-pressed]');
    expect(light).toHaveBeenCalledWith(true);
    page.fixture.destroy();
  });

  it.each([
    ['refused', /Autorisez-le dans ses réglages/],
    ['missing', /pas d’appareil photo/],
    ['failed', /une autre application/],
  ] as const)('says why there is no picture when it is %s, and what else there is', async (why, sentence) => {
    camera = why;
    const { page } = await shown();
    await page.click('.view .button');
    await until(() => sentence.test(page.text('.view')));
    expect(page.text('.view')).toMatch(/tapez le code/);
    page.fixture.destroy();
  });
});
