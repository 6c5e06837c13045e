import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

/** A component on the page of the test, and the questions that specs ask of it. */
export interface Rendered<T> {
  readonly component: T;
  readonly host: HTMLElement;
  readonly fixture: ComponentFixture<T>;
  /** Gives new inputs and waits until they are drawn. */
  give(inputs: Record<string, unknown>): Promise<void>;
  /** What a person reads: the texts of an element one after the other, spaces of every width made plain. */
  text(selector?: string): string;
  texts(selector: string): string[];
  one<E extends Element = HTMLElement>(selector: string): E;
  all<E extends Element = HTMLElement>(selector: string): E[];
  click(selector: string): Promise<void>;
  press(selector: string, key: string, options?: KeyboardEventInit): Promise<void>;
  type(selector: string, text: string): Promise<void>;
}

/** Draws a component with its inputs in the document, where focus works. */
export async function render<T>(type: Type<T>, inputs: Record<string, unknown> = {}): Promise<Rendered<T>> {
  const fixture = TestBed.createComponent(type);
  const host = fixture.nativeElement as HTMLElement;
  document.body.append(host);
  const give = async (given: Record<string, unknown>): Promise<void> => {
    for (const [name, value] of Object.entries(given)) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
  };
  const one = <E extends Element = HTMLElement>(selector: string): E => {
    const element = host.querySelector<E>(selector);
    if (element === null) throw new Error(`Nothing matches ${selector} in ${host.innerHTML}`);
    return element;
  };
  const send = async (selector: string, event: Event): Promise<void> => {
    one(selector).dispatchEvent(event);
    await fixture.whenStable();
  };
  await give(inputs);
  return {
    component: fixture.componentInstance,
    host,
    fixture,
    give,
    one,
    all: <E extends Element>(selector: string) => [...host.querySelectorAll<E>(selector)],
    text: (selector) => readText(selector === undefined ? host : one(selector)),
    texts: (selector) => [...host.querySelectorAll(selector)].map(readText),
    click: async (selector) => {
      one(selector).click();
      await fixture.whenStable();
    },
    press: (selector, key, options) =>
      send(selector, new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options })),
    type: (selector, text) => {
      one<HTMLInputElement>(selector).value = text;
      return send(selector, new Event('input', { bubbles: true }));
    },
  };
}

/** What a person reads in an element: pieces that the screen sets apart are set apart here too. */
function readText(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  while (walker.nextNode() !== null) pieces.push(walker.currentNode.textContent ?? '');
  return pieces.join(' ').replace(/\s+/g, ' ').trim();
}
