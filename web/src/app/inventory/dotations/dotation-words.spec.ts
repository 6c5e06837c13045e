import { describe, expect, it } from '@jest/globals';
import type { DotationPartListItem, DotationPreview } from '@parc/api-client';
import { dotationPartForm } from './dotation-part-forms';
import { dotationRequest, previewAsked, sumOf } from './dotation-form';
import { gapWords, opinionWords, partThread, plannedWords, sumWords, whyWords } from './dotation-words';

const part: DotationPartListItem = {
  ...{ id: 'p', version: 1, dotationId: 'd', title: 'Tablettes', modelName: 'Tablette', groupName: 'Tablettes' },
  ...{ schoolId: 's', schoolName: 'École', communeName: 'Sorbiers', quantity: 6, asked: 11, counted: 3 },
  ...{ opinion: null, opinionQuantity: null, answerBy: '2026-12-10', plannedOn: null, plannedHalf: null },
  ...{ prepared: 0, received: 0, state: 'asked', dotationState: 'asked' },
};
const plain = (words: string) => words.replaceAll(/\s/g, ' ');

describe('the words of a dotation', () => {
  it('say what lacks, and why it was proposed', () => {
    expect(gapWords(11, 3)).toBe('il en manque 8 sur 11');
    expect(gapWords(11, 12)).toContain('12 sur 11');
    expect(gapWords(0, 2)).toBe('rien n’est demandé');
    expect(whyWords(part)).toContain('3 sur les 11');
    expect(whyWords({ ...part, asked: 0 })).toContain('a dit en avoir besoin');
  });

  it('say a silence, which is no consent', () => {
    expect(opinionWords({ ...part, answerBy: null })).toBe('pas encore demandé');
    expect(opinionWords(part)).toContain('attendu avant le');
    expect(opinionWords({ ...part, state: 'silent' })).toContain('ce n’est pas un accord');
    expect(plain(opinionWords({ ...part, state: 'answered', opinion: 'fewer', opinionQuantity: 4 }))).toContain('4');
    expect(opinionWords({ ...part, state: 'answered', opinion: 'yes' })).toBe('d’accord');
  });

  it('say the day and the sums', () => {
    expect(plannedWords(part)).toBe('');
    expect(plannedWords({ plannedOn: '2026-12-03', plannedHalf: 'morning' })).toContain('le matin');
    expect(plain(sumWords({ quantity: 20, allotted: 12, received: 0 }))).toBe('12 attribués sur 20');
    expect(plain(sumWords({ quantity: 20, allotted: 1, received: 1 }))).toBe('1 attribué sur 20, 1 reçu');
  });

  it('tell the thread with answers and quantities', () => {
    const line = { role: 'school-head', at: '2026-12-01T10:00:00Z', reason: null } as const;
    const [said, silent] = partThread([
      { ...line, action: 'opine', answer: 'fewer', quantity: 4, reason: 'Deux classes' },
      { ...line, role: 'system', action: 'fall-silent', answer: null, quantity: null },
    ]);
    expect([plain(said!.title), said!.reason]).toEqual(['Avis : moins, 4', 'Deux classes']);
    expect([silent!.kind, silent!.actor]).toEqual(['system', '']);
  });
});

describe('the composer', () => {
  const values = { title: 'T', groupId: 'g', modelId: 'm', quantity: '3', basis: 'gap', source: 'stock' };
  const items = ['a', 'b', 'c'].map((id, n) => ({ id, share: 2 - n })) as DotationPreview['items'];

  it('asks for a preview once everything is there', () => {
    expect(previewAsked(values)).toEqual({ groupId: 'g', modelId: 'm', basis: 'gap', quantity: 3 });
    expect(previewAsked({ ...values, quantity: '0' })).toBeUndefined();
    expect(previewAsked({ ...values, modelId: '' })).toBeUndefined();
    expect(previewAsked({ ...values, communeId: 'x', sector: 'public' })).toMatchObject({
      ...{ communeId: 'x', sector: 'public' },
    });
  });

  it('sends the lines as they stand, written ones too, without those of none', () => {
    expect(sumOf(items, { b: 0, c: 4 })).toBe(6);
    expect(dotationRequest(values, items, { b: 0, c: 4 }).parts).toEqual([
      { schoolId: 'a', quantity: 2 },
      { schoolId: 'c', quantity: 4 },
    ]);
  });
});

describe('the forms of a part', () => {
  const page = { ...part, devices: [], needs: [], history: [], possible: [] };
  const asksWhy = (form: ReturnType<typeof dotationPartForm>) =>
    form.sections[0]!.fields.find(({ name }) => name === 'reason')?.required !== undefined;

  it('ask why where a school said no, or nothing', () => {
    expect(asksWhy(dotationPartForm('confirm', page, '2026-12-01'))).toBe(true);
    expect(asksWhy(dotationPartForm('confirm', { ...page, opinion: 'no' }, '2026-12-01'))).toBe(true);
    expect(asksWhy(dotationPartForm('confirm', { ...page, opinion: 'yes' }, '2026-12-01'))).toBe(false);
  });

  it('take fewer than what is proposed, and a day to come', () => {
    const fewer = dotationPartForm('fewer', page, '2026-12-01').sections[0]!.fields[0]!;
    expect([fewer.check!('6', {}), fewer.check!('0', {}), fewer.check!('5', {})]).toEqual([
      expect.stringContaining('1 à 5'),
      expect.stringContaining('1 à 5'),
      '',
    ]);
    const day = dotationPartForm('plan', page, '2026-12-01').sections[0]!.fields[0]!;
    expect([day.check!('2026-11-30', {}), day.check!('2026-12-01', {})]).toEqual(['Ce jour est passé.', '']);
  });
});
