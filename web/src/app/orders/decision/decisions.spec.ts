import { describe, expect, it } from '@jest/globals';
import { askWords, decisionButtons, doneWords, questionWords, reasonWords, withheldWords } from './decisions';
import { orderLine, orderPage } from './order-page.fixture';

/** Spaces of every width made plain. */
const plain = (text: string): string => text.replace(/\s/g, ' ');
const labels = (given: Parameters<typeof orderPage>[0]): string[] =>
  decisionButtons(orderPage(given)).map(({ label, look }) => `${plain(label)} (${look})`);

describe('the buttons of a decision', () => {
  it('say the amount of an approval, and put the refusal last', () => {
    expect(labels({})).toEqual([
      'Approuver 756,00 € (primary)',
      'Approuver en partie (plain)',
      'Renvoyer… (plain)',
      'Refuser… (trouble)',
    ]);
  });

  it('offer no part of a single thing', () => {
    expect(labels({ lines: [orderLine({ quantityAsked: 1 })] })).not.toContain('Approuver en partie (plain)');
  });

  it('certify what was reported, once it fits the commitment', () => {
    expect(labels({ state: 'confirmed', reportedCents: 37_650, possible: ['certify', 'adjourn'] })).toEqual([
      'Certifier le service fait · 376,50 € (primary)',
      'Ajourner… (plain)',
    ]);
  });

  it('ask for the complement alone while the cost is above the commitment', () => {
    expect(labels({ state: 'confirmed', reportedCents: 80_520, possible: ['complement', 'adjourn'] })).toEqual([
      'Engager le complément · 49,20 € (primary)',
      'Ajourner… (plain)',
    ]);
  });

  it('are led by the question that waits, and by none when nothing does', () => {
    expect(questionWords(decisionButtons(orderPage()))).toBe('Approuvez-vous cette commande ?');
    expect(questionWords(decisionButtons(orderPage({ state: 'scheduled', possible: ['move', 'cancel'] })))).toBe('');
  });

  it('are none for a reader who decides nothing', () => {
    expect(labels({ possible: ['withdraw', 'confirm', 'start', 'report'] })).toEqual([]);
  });
});

describe('the words before a decision', () => {
  it('say where the money goes when an order is refused', () => {
    const { heading, help } = reasonWords('reject', orderPage());
    expect(heading).toBe('Refuser la commande C-2026-00196');
    expect(plain(help)).toContain('756,00 € reviennent à son budget');
  });

  it('say what a certification spends and gives back, and that it is for good', () => {
    const { text } = askWords('certify', orderPage({ reportedCents: 70_000 }));
    expect(plain(text)).toBe(
      '700,00 € passent en dépense réalisée. 56,00 € reviennent à l’école. Une certification ne se défait pas.',
    );
  });

  it('say from what to what a complement leads', () => {
    const { text, button } = askWords('complement', orderPage({ reportedCents: 80_520 }));
    expect(plain(text)).toContain('de 756,00 € à 805,20 €');
    expect(plain(button)).toBe('Engager 49,20 €');
  });

  it('say what was done, with its amount', () => {
    expect(plain(doneWords('approve', orderPage(), 75_600))).toBe('C-2026-00196 approuvée : 756,00 € engagés');
    expect(plain(doneWords('approve', orderPage(), null))).toBe('C-2026-00196 approuvée en partie');
    expect(doneWords('reject', orderPage(), null)).toBe('C-2026-00196 refusée');
  });
});

describe('a decision that is withheld', () => {
  const day = (date: string): string => date;
  const delegate = { mayCertify: true, today: '2026-11-20' };

  it('waits for the school until the verification is due', () => {
    const page = orderPage({ state: 'installed', possible: [], verificationDueOn: '2026-11-27' });
    expect(withheldWords(page, delegate, day)).toContain('un constat par défaut est possible le 2026-11-27');
  });

  it('tells who carried out the work that another confirms by default, once that is due', () => {
    const page = orderPage({ state: 'installed', possible: [], verificationDueOn: '2026-11-20' });
    expect(withheldWords(page, delegate, day)).toContain('une autre personne fait le constat par défaut');
    expect(withheldWords(page, { ...delegate, today: '2026-11-19' }, day)).toContain('possible le 2026-11-20');
  });

  it('tells the delegation from the segregation of persons', () => {
    const page = orderPage({ state: 'confirmed', possible: ['adjourn'], reportedCents: 75_600 });
    expect(withheldWords(page, { ...delegate, mayCertify: false }, day)).toContain('délégation');
    expect(withheldWords(page, delegate, day)).toContain('une autre personne certifie');
  });

  it('says nothing where something can be decided', () => {
    expect(withheldWords(orderPage(), delegate, day)).toBe('');
    expect(withheldWords(orderPage({ state: 'confirmed', possible: ['complement'] }), delegate, day)).toBe('');
  });
});
