import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type RoomGroup, RoomsMenu } from './rooms-menu';

const rooms = (...labels: string[]): RoomGroup => ({
  heading: '',
  links: labels.map((label) => ({ path: `/${label}`, label })),
});

describe('the other rooms of a list', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
  });
  afterEach(() => document.body.replaceChildren());

  async function shown(...groups: RoomGroup[]) {
    const fixture = TestBed.createComponent(RoomsMenu);
    const host = fixture.nativeElement as HTMLElement;
    document.body.append(host);
    fixture.componentRef.setInput('groups', groups);
    await fixture.whenStable();
    const menu = host.querySelector('details');
    if (menu) menu.open = true;
    return { host, menu, links: [...host.querySelectorAll('a')].map(({ textContent }) => textContent.trim()) };
  }

  it('lead there at once when they are few', async () => {
    const { menu, links } = await shown(rooms('Problèmes'), rooms('Remèdes'));
    expect(menu).toBeNull();
    expect(links).toEqual(['Problèmes', 'Remèdes']);
  });

  it('stand behind one word when they are more, without the groups in which there is nothing', async () => {
    const { menu, links, host } = await shown(rooms('Problèmes', 'Remèdes', 'À imputer'), {
      heading: 'Vide',
      links: [],
    });
    expect(menu).not.toBeNull();
    expect(links).toEqual(['Problèmes', 'Remèdes', 'À imputer']);
    expect(host.textContent).not.toContain('Vide');
  });

  it('are shut by Échap, which leaves the keyboard on the word, and by a click beside them', async () => {
    const { host, menu } = await shown(rooms('Problèmes', 'Remèdes', 'À imputer'));
    host.querySelector('a')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(menu!.open).toBe(false);
    expect(document.activeElement).toBe(host.querySelector('summary'));
    menu!.open = true;
    host.querySelector('ul')!.click();
    expect(menu!.open).toBe(true);
    document.body.click();
    expect(menu!.open).toBe(false);
  });
});
