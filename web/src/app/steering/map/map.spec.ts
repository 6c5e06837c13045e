import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { HexagonMap, nextThatWay, type MapCell } from './hexagon-map';
import { mapColour, mapSteps, shortNames } from './map-words';

const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

describe('the words of the map', () => {
  const named = (...names: string[]) => names.map((name) => ({ id: name, name }));

  it('shorten each commune’s name, no two alike', () => {
    const names = named(
      'Saint-Galmier',
      'Saint-Genest-Lerpt',
      'Sainte-Croix-en-Jarez',
      'Saint-Étienne',
      'La Talaudière',
      'L’Étrat',
      'L’Horme',
      'Firminy',
      'Fontanès',
      'Sorbiers',
      'Saint-Chamond',
      'Saint-Christo-en-Jarez',
    );
    const short = [...shortNames(names).values()];
    expect(short.slice(0, 6)).toEqual(['SGa', 'SGe', 'SCr', 'SÉt', 'Tal', 'Étr']);
    expect(new Set(short).size).toBe(names.length);
    expect(short.every((word) => [...word].length <= 3)).toBe(true);
  });

  it('cut the amounts into five at round numbers, fewer where they lie close', () => {
    const steps = mapSteps([7, 8, 9, 10, 12, 14, 15, 17, 18, 20, 24]);
    expect(steps.map(({ word }) => plain(word))).toEqual(['moins de 9', '9 à 12', '12 à 15', '15 à 18', '18 et plus']);
    expect([7, 9, 24].map((value) => mapColour(value, steps))).toEqual([1, 2, 5]);
    expect(mapSteps([4, 4, 4])).toHaveLength(1);
    expect(mapSteps([])).toEqual([]);
  });
});

describe('the map', () => {
  const cell = (id: string, latitude: number, longitude: number, colour: number | null = 3): MapCell => ({
    ...{ id, name: id, short: id.slice(0, 3), text: '9', told: `${id}, 9`, latitude, longitude, colour },
  });
  const communes = [cell('nord', 45.6, 4.4), cell('sud', 45.4, 4.4), cell('vide', 45.6, 4.9, null)];

  it('is one stop of the keyboard: arrows walk, Entrée opens a commune with schools, Échap goes back', async () => {
    const fixture = TestBed.createComponent(HexagonMap);
    fixture.componentRef.setInput('communes', communes);
    fixture.componentRef.setInput('label', 'Communes');
    document.body.append(fixture.nativeElement);
    await fixture.whenStable();
    const svg = (fixture.nativeElement as HTMLElement).querySelector('svg')!;
    const [opened, left]: [string[], number[]] = [[], []];
    fixture.componentInstance.opened.subscribe((id) => opened.push(id));
    fixture.componentInstance.left.subscribe(() => left.push(1));
    const press = async (key: string) => {
      svg.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await fixture.whenStable();
    };
    const at = () => svg.getAttribute('aria-activedescendant');
    svg.dispatchEvent(new Event('focus'));
    await fixture.whenStable();
    expect(at()).toBe('commune-nord');
    await press('ArrowRight');
    expect(at()).toBe('commune-vide');
    await press('Enter');
    expect(opened).toEqual([]);
    await press('ArrowLeft');
    await press('ArrowDown');
    expect(at()).toBe('commune-sud');
    await press('Enter');
    await press('Escape');
    expect([opened, left.length]).toEqual([['sud'], 1]);
  });

  it('walks to the nearest that way, and stays where there is none', () => {
    const cells = [
      { id: 'a', x: 0, y: 0 },
      { id: 'b', x: 48, y: 0 },
      { id: 'c', x: 24, y: 42 },
    ];
    expect(nextThatWay(cells, cells[0]!, [1, 0]).id).toBe('b');
    expect(nextThatWay(cells, cells[0]!, [0, 1]).id).toBe('c');
    expect(nextThatWay(cells, cells[0]!, [-1, 0]).id).toBe('a');
  });
});
