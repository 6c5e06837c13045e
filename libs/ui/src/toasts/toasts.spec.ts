import { TestBed } from '@angular/core/testing';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { expectAccessible } from '../testing/accessibility.js';
import { render } from '../testing/rendering.js';
import { ToastRegion, Toasts } from './toasts.js';

afterEach(() => {
  jest.useRealTimers();
});

describe('toasts', () => {
  it('are heard by a screen reader and can be closed', async () => {
    const region = await render(ToastRegion);
    TestBed.inject(Toasts).say('Commande envoyée');
    await region.fixture.whenStable();
    expect(region.text('[role=status]')).toBe('Commande envoyée');
    await expectAccessible(region.host);
    await region.click('.close');
    expect(region.text()).toBe('');
  });

  it('go by themselves, unless they offer an act or report a failure', () => {
    jest.useFakeTimers();
    const toasts = TestBed.inject(Toasts);
    toasts.say('Commande envoyée');
    toasts.say('Trois commandes approuvées', { label: 'Défaire', run: () => undefined });
    toasts.warn('Le réseau ne répond pas');
    jest.advanceTimersByTime(60_000);
    expect(toasts.shown().map(({ text }) => text)).toEqual(['Trois commandes approuvées', 'Le réseau ne répond pas']);
  });

  it('do their act once', async () => {
    const region = await render(ToastRegion);
    const undo = jest.fn();
    TestBed.inject(Toasts).say('Trois commandes approuvées', { label: 'Défaire', run: undo });
    await region.fixture.whenStable();
    await region.click('.answer');
    expect(undo).toHaveBeenCalledTimes(1);
    expect(region.all('.toast')).toHaveLength(0);
  });
});
