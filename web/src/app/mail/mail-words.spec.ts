import { describe, expect, it } from '@jest/globals';
import type { MailRow } from '@parc/api-client';
import { askedMails, mailPieces, mailsTitle, readMailFilters, triesWords, unreadWords } from './mail-words';

function mail(given: Partial<MailRow> = {}): MailRow {
  return {
    id: 'mail-1',
    recipient: 'direction@tilleuls.exemple',
    subject: 'Votre accès à Parc École',
    body: 'Bonjour,',
    state: 'waiting',
    createdAt: '2026-11-24T08:00:00Z',
    sentAt: null,
    tries: 0,
    failure: null,
    ...given,
  };
}

const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('the outbox', () => {
  it('is narrowed by its address, and says by what', () => {
    const filters = readMailFilters({ etat: 'abandonnes', recherche: ' tilleuls ', page: '2' });
    expect(askedMails(filters)).toMatchObject({ search: 'tilleuls', state: 'given-up', page: 2 });
    expect(plain(mailsTitle(filters, 3))).toBe('3 courriels abandonnés · « tilleuls »');
    expect(plain(mailsTitle({ ...filters, search: '' }, 1))).toBe('1 courriel abandonné');
    expect(mailsTitle({ ...filters, search: '' }, 0)).toBe('Aucun courriel abandonné');
  });

  it('asks for everything when the address says nothing it knows', () => {
    const asked = askedMails(readMailFilters({ etat: 'perdus', page: '0' }));
    expect(asked).toEqual({ page: 1, size: expect.any(Number) });
  });
});

describe('a mail', () => {
  it('lets its address be followed, and only an address', () => {
    const pieces = mailPieces('Bonjour,\n\nhttps://parc.exemple/mot-de-passe#a-B_9\n\njavascript:alert(1)');
    expect(pieces.filter(({ link }) => link).map(({ text }) => text)).toEqual([
      'https://parc.exemple/mot-de-passe#a-B_9',
    ]);
    expect(pieces.map(({ text }) => text).join('')).toContain('javascript:alert(1)');
  });

  it('says why its text is not there', () => {
    expect(unreadWords(mail({ body: null }))).toContain('n’est pas montré');
    expect(unreadWords(mail({ body: '', state: 'sent' }))).toContain('effacé');
    expect(unreadWords(mail())).toBe('');
    expect(unreadWords(mail({ recipient: '', subject: '', body: '', state: 'given-up' }))).toContain('90 jours');
  });

  it('tells its failures until it has left', () => {
    const failing = { tries: 3, failure: 'ECONNREFUSED' };
    expect(plain(triesWords(mail(failing)))).toBe(
      'Pas encore parti après 3 essais. Réponse du serveur de courriel : ECONNREFUSED.',
    );
    expect(triesWords(mail({ ...failing, state: 'given-up' }))).toContain('Abandonné');
    expect(triesWords(mail({ ...failing, state: 'sent' }))).toBe('');
    expect(triesWords(mail())).toBe('');
  });
});
