import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import { provideFrenchText } from './french-text';

@Component({
  template: `
    <p aria-label="Tout est là ?">Poste partagé : la session se ferme.</p>
    <b [title]="words()">{{ words() }}</b>
    <input placeholder="Une école ?" [value]="words()" />
  `,
})
class Page {
  readonly words = signal('« réalisés » ; puis');
}

it('every text that Angular writes is set in French, and what people typed is left alone', async () => {
  TestBed.configureTestingModule({ providers: [provideFrenchText()] });
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;
  expect(host.querySelector('p')?.textContent).toBe('Poste partagé\u202f: la session se ferme.');
  expect(host.querySelector('p')?.getAttribute('aria-label')).toBe('Tout est là\u202f?');
  expect(host.querySelector('b')?.textContent).toBe('«\u202fréalisés\u202f»\u202f; puis');
  expect(host.querySelector('b')?.title).toBe('«\u202fréalisés\u202f»\u202f; puis');
  expect(host.querySelector('input')?.placeholder).toBe('Une école\u202f?');
  expect(host.querySelector('input')?.value).toBe('« réalisés » ; puis');
  fixture.componentInstance.words.set('encore ?');
  await fixture.whenStable();
  expect(host.querySelector('b')?.textContent).toBe('encore\u202f?');
});
