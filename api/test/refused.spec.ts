import { describe, expect, it } from '@jest/globals';
import { CONSTRAINTS } from '../src/constraints.js';
import { refusedBy } from '../src/platform/http/constraints.js';
import { Refused, refusalSentence } from '../src/platform/http/refused.js';

describe('a refusal', () => {
  it('tells the sum, the day and the state that its sentence asks for', () => {
    const sentences = [
      new Refused('budget.not-enough', { missingCents: 123_450 }),
      new Refused('order.cut-off-passed', { from: '2026-12-01' }),
      Refused.inState({ code: 'order.state', possible: [] }, 'Planifiée'),
    ].map(refusalSentence);
    expect(sentences.map((sentence) => sentence.replace(/\s/g, ' '))).toEqual([
      'Il manque 1 234,50 €. Retirez un poste ou demandez un virement.',
      'Les envois de l’année sont clos depuis le mar. 1er déc. Le brouillon est gardé pour janvier.',
      'La commande est « Planifiée » : cette étape n’est pas possible maintenant.',
    ]);
  });

  it('does not compile without them', () => {
    const half = () => [
      // @ts-expect-error the sentence says since which day
      new Refused('order.cut-off-passed', {}),
      // @ts-expect-error the sentence says how much
      new Refused('budget.not-enough'),
      // @ts-expect-error a state is told by its word
      new Refused('order.state', { state: 'submitted' }),
    ];
    expect(half).toBeInstanceOf(Function);
  });

  it('of the database leaves no blank in its sentence', () => {
    const sentences = Object.values(CONSTRAINTS)
      .flatMap((answer) => refusedBy(answer) ?? [])
      .map(refusalSentence);
    expect(sentences.filter((sentence) => sentence.includes('{'))).toEqual([]);
    expect(sentences).toContain('Ce numéro de marché est déjà pris.');
  });
});
