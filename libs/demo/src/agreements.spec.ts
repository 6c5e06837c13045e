import { describe, expect, it } from '@jest/globals';
import { CONVENTIONS, CONVENTION_PARTIES, conventionWarnings, type ConventionState } from '@parc/domain';
import { SORBIERS } from './communes.js';
import { generateDemonstration } from './generate.js';
import type { ConventionRow } from './convention-row-types.js';

const today = '2026-11-24';
const { rows } = generateDemonstration({ seed: 6, today, orders: 300 });
const ofConvention = <Row extends { convention_id: string }>(all: readonly Row[], { id }: ConventionRow): Row[] =>
  all.filter(({ convention_id }) => convention_id === id);
const signedOnes = rows.convention.filter(({ state }) => state === 'in-force' || state === 'expired');

describe('Conventions of the demonstration', () => {
  it('moved as the table of the lifecycle lets the manager and the system move them, up to their state', () => {
    for (const convention of rows.convention) {
      let state: ConventionState = 'drafted';
      let at = '';
      for (const move of ofConvention(rows.convention_move, convention)) {
        const rule = CONVENTIONS.find(state, move.action);
        expect(rule?.who).toContain(move.role);
        // A signature that is not the last leaves it approved.
        expect([rule?.next, ...(move.action === 'sign' ? ['approved'] : [])]).toContain(move.to_state);
        expect([move.from_state, move.account_id === null]).toEqual([state, move.role === 'system']);
        expect(move.at > at && move.at.slice(0, 10) >= move.happened_on).toBe(true);
        state = move.to_state;
        at = move.at;
      }
      expect(convention.state).toBe(state);
    }
  });

  it('are whole: both parties promise, and a convention that binds has its act, its sites and both signatures', () => {
    expect(signedOnes.length).toBe(rows.convention.length - 3);
    for (const { promises, kind, legal_basis } of rows.convention) {
      for (const party of CONVENTION_PARTIES) expect(promises.map((promise) => promise.party)).toContain(party);
      expect(legal_basis !== null).toBe(kind === 'private-body' || kind === 'medico-social-body');
    }
    for (const convention of signedOnes) {
      const signatures = ofConvention(rows.convention_signature, convention);
      expect(signatures.map(({ party }) => party)).toEqual(['partner', 'metropole']);
      expect(signatures[1]!.signed_on).toBe(convention.signed_on);
      expect(ofConvention(rows.deliberation, convention)[0]!.council_on).toBe(convention.approved_on);
    }
    expect(rows.convention_signature).toHaveLength(signedOnes.length * 2);
  });

  it('that are not signed yet list the schools that wait for them, for a term to come', () => {
    const unsigned = rows.convention.filter((convention) => !signedOnes.includes(convention));
    expect(unsigned.map(({ state }) => state).sort()).toEqual(['approved', 'drafted', 'sent']);
    for (const convention of unsigned) {
      expect(ofConvention(rows.convention_site, convention).length).toBeGreaterThan(0);
      expect(convention.from_day > today && convention.to_day > convention.from_day).toBe(true);
    }
  });

  it('have acts without a contradiction, but for the one that the plan starts from', () => {
    const odd = rows.convention.flatMap((convention) => {
      const [act] = ofConvention(rows.deliberation, convention);
      if (act === undefined) return [];
      const signedOn = ofConvention(rows.convention_signature, convention).map(({ signed_on }) => signed_on);
      const warnings = conventionWarnings(
        convention.kind,
        {
          councilOn: act.council_on,
          membersInOffice: act.members_in_office,
          present: act.present,
          proxies: act.proxies,
          votesFor: act.votes_for,
          votesAgainst: act.votes_against,
          abstentions: act.abstentions,
          unanimous: act.unanimous,
          convenedOn: act.convened_on,
          certifiedOn: act.certified_on,
          transmittedOn: act.transmitted_on,
          publishedOn: act.published_on,
          executoryFrom: act.executory_from,
          visas: act.visas,
        },
        signedOn,
        today,
      );
      return warnings.map(({ code }) => [convention.commune_id, code]);
    });
    const sorbiers = rows.commune.find(({ insee_code }) => insee_code === SORBIERS)!.id;
    expect(odd).toEqual([[sorbiers, 'visa-after-council']]);
  });
});

describe('The French of the demonstration', () => {
  it('elides and contracts before every name, and writes apostrophes as printers do', () => {
    const clumsy =
      /\b[dD]e (?=[AEIOUYÉÈÊÂŒaeiouyéèêâœ])|\b(de|à) Les? |\bavec (OGEC|Association|Fondation)|\p{L}'\p{L}/u;
    const said = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : value instanceof Object ? Object.values(value).flatMap(said) : [];
    expect([...new Set(said(rows))].filter((text) => clumsy.test(text))).toEqual([]);
  });

  it('knows its communes by their article', () => {
    const councils = rows.deliberation.map(({ council }) => council);
    expect(councils).toContain('Conseil municipal du Chambon-Feugerolles');
    expect(councils).toContain('Conseil municipal d’Andrézieux-Bouthéon');
    expect(councils).toContain('Conseil municipal de La Ricamarie');
    expect(councils).toContain('Conseil municipal de L’Étrat');
    expect(rows.circonscription.map(({ name }) => name)).toContain('Circonscription de l’Ondaine');
  });
});
