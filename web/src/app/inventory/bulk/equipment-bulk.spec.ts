import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { EquipmentListItem } from '@parc/api-client';
import { parisDateOf, type Role } from '@parc/domain';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { readProblem } from '../../shell/interceptors';
import { Session } from '../../shell/session';
import { sessionState } from '../../shell/session.fixture';
import { equipmentRow } from '../equipment.fixture';
import { EquipmentBulk } from './equipment-bulk';

const ROWS = [
  equipmentRow({ id: 'a', tag: 'PE-000001', version: 2, state: 'in-stock' }),
  equipmentRow({ id: 'b', tag: 'PE-000002', state: 'in-stock' }),
];
const outcome = (id: string, done: boolean, sentence: string | null = null) => ({
  ...{ id, done, sentence, state: done ? 'retired' : null, code: done ? null : 'equipment.not-empty' },
});

describe('what is done with several devices', () => {
  let server: HttpTestingController;
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([readProblem])), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
  });

  async function shown(devices: readonly EquipmentListItem[], role: Role = 'plan-manager', found = devices.length) {
    const state = sessionState();
    const reading = TestBed.inject(Session).extend();
    server.expectOne('/api/v1/session').flush({ ...state, assignment: { ...state.assignment, role } });
    await reading;
    const fixture = TestBed.createComponent(EquipmentBulk);
    document.body.append(fixture.nativeElement as HTMLElement);
    fixture.componentRef.setInput('devices', devices);
    fixture.componentRef.setInput('found', found);
    let [moves, clears] = [0, 0];
    fixture.componentInstance.moved.subscribe(() => moves++);
    fixture.componentInstance.cleared.subscribe(() => clears++);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const settled = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    };
    const buttons = () => [...host.querySelectorAll('button')].map(words);
    const press = async (label: string): Promise<void> => {
      [...host.querySelectorAll('button')].find((each) => words(each).startsWith(label))!.click();
      await settled();
    };
    return { host, buttons, press, settled, counts: () => ({ moves, clears }) };
  }

  const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const retiring = () => server.expectOne((request) => request.url === '/api/v1/equipment/bulk/retire');

  it('is offered to who may: a technician retires nothing', async () => {
    const { buttons } = await shown(ROWS, 'technician', 141);
    expect(buttons()).toEqual(expect.arrayContaining(['Cocher les 141', 'Poser dans une école…', 'Ranger en stock…']));
    expect(buttons()).not.toContain('Retirer du parc…');
  });

  it('offers what a ticked device can do: what serves is not retired, what is retired alone ends', async () => {
    const { host, buttons } = await shown([equipmentRow({ id: 'a', state: 'in-service' })]);
    expect(buttons()).toEqual(expect.arrayContaining(['Poser dans une école…', 'Ranger en stock…']));
    expect(buttons()).not.toContain('Retirer du parc…');
    expect(words(host)).not.toContain('Fin de vie');

    const ended = await shown([equipmentRow({ id: 'a', state: 'retired' })]);
    expect(ended.buttons().filter((label) => label.endsWith('…'))).toEqual([]);
    expect(words(ended.host)).toContain('Fin de vie…');
  });

  it('takes no more together than the house does', async () => {
    const many = Array.from({ length: 230 }, (_, n) => equipmentRow({ id: `d${n}` }));
    const { host, buttons } = await shown(many, 'plan-manager', 400);
    expect(words(host)).toContain('230 appareils cochés : les 200 premiers à la fois');
    expect(words(host)).toContain('Imprimer 200 étiquettes');
    expect(buttons().some((label) => label.startsWith('Cocher'))).toBe(false);
  });

  it('is first looked at, then done for what passed alone, and told line by line', async () => {
    const { host, press, settled, counts } = await shown(ROWS);
    await press('Retirer du parc');
    const number = host.querySelector<HTMLInputElement>('input[type=text]')!;
    number.value = 'D-12';
    number.dispatchEvent(new Event('input'));
    await press('Vérifier');
    const act = { decisionKind: 'decision', decisionNumber: 'D-12', decidedOn: parisDateOf(new Date()) };
    const looked = retiring();
    expect(looked.request.params.get('preview')).toBe('true');
    expect(looked.request.body).toEqual({
      devices: [
        { id: 'a', version: 2 },
        { id: 'b', version: 1 },
      ],
      ...act,
    });
    looked.flush({ outcomes: [outcome('a', true), outcome('b', false, 'Il contient encore des appareils.')] });
    await settled();
    expect(words(host.querySelector('dialog h2')!)).toBe('1 appareil sera retiré du parc');
    expect(words(host.querySelector('dialog li')!)).toContain('PE-000002');
    expect(words(host.querySelector('dialog li')!)).toContain('Il contient encore des appareils.');
    expect(counts().moves).toBe(0);

    await press('Retirer 1 appareil');
    const done = retiring();
    expect(done.request.params.has('preview')).toBe(false);
    expect(done.request.body).toEqual({ devices: [{ id: 'a', version: 2 }], ...act });
    done.flush({ outcomes: [outcome('a', true)] });
    await settled();
    expect(words(host.querySelector('dialog h2')!)).toBe('1 appareil retiré du parc');
    await press('Fermer');
    expect(counts()).toEqual({ moves: 1, clears: 1 });
  });
});
