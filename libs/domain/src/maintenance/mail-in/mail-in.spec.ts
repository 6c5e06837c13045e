import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ANSWER_CHARACTERS, answerComment, answerText } from './answer-text.js';
import { isAutomatic, isOurOwn } from './automatic-mail.js';
import { htmlText } from './html-text.js';

/** What is gone through again and again takes hours; what is gone through once ends within this on any machine. */
const ENDLESS_MILLISECONDS = 120_000;
const OWN = 'La prise est réparée.\n\nVous pouvez passer.';

describe('what somebody wrote above what they answer', () => {
  it.each([
    ['nothing is quoted', OWN],
    [
      'an answer over a French line',
      `${OWN}\n\nLe lun. 5 oct. 2026 à 09:12, Parc École <t-2026-00184@exemple.fr> a écrit :\n> Bonjour,`,
    ],
    [
      'the same folded',
      `${OWN}\n\nLe lun. 5 oct. 2026 à 09:12, Parc École\n<t-2026-00184-abcdefgh@reponse.exemple.fr> a\nécrit :\n\n> Bonjour,`,
    ],
    ['non-breaking spaces in it', `${OWN}\n\nLe 5 oct. 2026 à 09:12, Parc École a écrit\u00a0:\n> Bonjour`],
    ['an English line', `${OWN}\n\nOn Mon, Oct 5, 2026 at 9:12 AM Parc École <a@b.fr> wrote:\n> Bonjour`],
    [
      'Outlook’s rule',
      `${OWN}\n\n________________________________\nDe : Parc École <a@b.fr>\nEnvoyé : lundi 5 octobre`,
    ],
    [
      'Outlook’s headers without a rule',
      `${OWN}\n\nDe : Parc École <a@b.fr>\nEnvoyé : lundi 5 octobre 2026 09:12\nObjet : Ticket`,
    ],
    ['English headers', `${OWN}\n\nFrom: Parc École\nSent: Monday\nTo: me`],
    ['headers between stars', `${OWN}\n\n*De :* Parc École\n*Date :* lundi`],
    ['a French rule', `${OWN}\n\n-----Message d'origine-----\nDe : quelqu’un`],
    ['an English rule', `${OWN}\n\n----- Original Message -----\nFrom: somebody`],
    ['quotes alone', `${OWN}\n> Bonjour,\n> le ticket`],
    ['a signature', `${OWN}\n-- \nJeanne Morel\nDirectrice`],
    ['a phone’s signature', `${OWN}\n\nEnvoyé de mon iPhone`],
    ['an English phone’s', `${OWN}\n\nSent from my Galaxy`],
    ['lines that end as on Windows', OWN.replaceAll('\n', '\r\n')],
  ])('%s', (_what, text) => {
    expect(answerText(text)).toBe(OWN);
  });

  it.each([
    'Le technicien a dit qu’il a écrit à la mairie.',
    'De toute façon : rien ne marche.',
    'Prise 1 : morte\nPrise 2 : morte',
    'Il a écrit :\nc’est cassé',
  ])('is not cut at words of its own: %s', (text) => expect(answerText(text)).toBe(text));

  it('may be nothing', () => {
    expect(answerText('> tout est cité\n> ici')).toBe('');
    expect(answerText('\n\n-- \nJeanne')).toBe('');
  });

  it(
    'is found, whatever the text is made of',
    () => {
      for (const piece of ['Le ', 'De : a\n', '> ', '\n', 'a écrit ', '_', '*De :*'])
        answerText(piece.repeat(Math.ceil(1_000_000 / piece.length)));
    },
    ENDLESS_MILLISECONDS,
  );
});

describe('the comment that it becomes', () => {
  it('says what came along and is not kept', () => {
    expect(answerComment('Voici.', 0)).toBe('Voici.');
    expect(answerComment('Voici.', 1)).toContain('1 pièce jointe n’a pas été reprise');
    expect(answerComment('Voici.', 2)).toContain('2 pièces jointes n’ont pas été reprises');
  });

  it('is never longer than a comment may be, and says that it goes on', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 5_000, unit: 'binary' }), fc.nat(40), (text, attachments) => {
        const comment = answerComment(text, attachments);
        expect(comment.length).toBeLessThanOrEqual(ANSWER_CHARACTERS);
        expect(comment.isWellFormed() || !text.isWellFormed()).toBe(true);
      }),
    );
    expect(answerComment('a'.repeat(3_000), 0)).toMatch(/a… \[la suite n’a pas été reprise\]$/);
  });
});

describe('an HTML mail', () => {
  it('is its words, line by line, without what it quotes and what nobody reads', () => {
    const html = `<html><head><title>x</title><style>p{color:red}</style></head><body><p>Bonjour,&nbsp;la <b>prise</b> est
      r&eacute;par&#233;e.</p><div>Merci&nbsp;!</div><script>alert(1)</script><blockquote>Avant <blockquote>encore</blockquote> fin</blockquote></body>`;
    expect(htmlText(html).replaceAll(/\n+/g, '\n')).toBe('Bonjour, la prise est réparée.\nMerci !');
  });

  it('keeps what only looks like markup as text', () => {
    expect(htmlText('3 < 4 &lt;script&gt;alert(1)&lt;/script&gt;')).toBe('3 < 4 <script>alert(1)</script>');
    expect(htmlText('a<!-- <p>caché</p> -->b')).toBe('ab');
    expect(htmlText('&#0;&#xd800;&#99999999;&unknown;')).not.toContain('\0');
  });

  it(
    'is read, however it is broken',
    () => {
      for (const piece of ['<', '<b> ', '<br> ', '<a', '<!--', '<script>', '&', '&#', '<blockquote>', ' \n', '</'])
        htmlText(piece.repeat(Math.ceil(400_000 / piece.length)));
    },
    ENDLESS_MILLISECONDS,
  );
});

describe('a mail that a machine wrote', () => {
  const header = (key: string, value: string) => [{ key, value }];
  it.each<[string, string]>([
    ['auto-submitted', 'auto-replied'],
    ['auto-submitted', 'auto-generated; type=x'],
    ['precedence', 'bulk'],
    ['precedence', 'auto_reply'],
    ['x-autoreply', 'yes'],
    ['x-autorespond', 'absence'],
    ['x-loop', 'a@b.fr'],
    ['list-id', '<liste.exemple.fr>'],
    ['content-type', 'multipart/report; report-type=delivery-status'],
  ])('is known by %s: %s', (key, value) => {
    expect(isAutomatic(header(key, value), 'Re: Ticket', 'jeanne@exemple.fr')).toBe(true);
  });

  it.each([
    'Réponse automatique : Ticket',
    'Absence du bureau',
    'Automatic reply: Ticket',
    'Out of Office: x',
    'Undeliverable: x',
    'Absent jusqu’au 12',
  ])('is known by its subject: %s', (subject) => expect(isAutomatic([], subject, 'jeanne@exemple.fr')).toBe(true));

  it('is known by an empty return path', () => expect(isAutomatic([], 'Re: Ticket', '')).toBe(true));

  it.each<[string, string]>([
    ['auto-submitted', 'no'],
    ['x-auto-response-suppress', 'All'],
    ['precedence', 'first-class'],
  ])('is not one that people write with %s: %s', (key, value) => {
    expect(isAutomatic(header(key, value), 'Re: Ticket T-2026-00184 : visite prévue', 'jeanne@exemple.fr')).toBe(false);
  });

  it('is ours by its mark or its Message-ID', () => {
    expect(isOurOwn(header('x-parc-ecole', 'avis'))).toBe(true);
    expect(isOurOwn(header('message-id', '<0199@parc-ecole>'))).toBe(true);
    expect(isOurOwn(header('message-id', '<0199@exemple.fr>'))).toBe(false);
  });
});
