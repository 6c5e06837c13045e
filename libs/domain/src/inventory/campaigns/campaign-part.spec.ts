import { describe, expect, it } from '@jest/globals';
import { EQUIPMENT_IN_ROOM } from '../equipment-states.js';
import { DIFFERENCES, findingOf, FINDING_NAMES, mayResolve, RESOLUTION_NAMES } from './findings.js';
import { judgeCampaignPartMove, possibleCampaignPartActions, type CampaignPartFacts } from './part-rules.js';
import { CAMPAIGN_PARTS } from './part-lifecycle.js';
import { CAMPAIGN_PARTS_COUNTING, CAMPAIGN_PARTS_OVER } from './part-states.js';

const FACTS: CampaignPartFacts = { state: 'open', from: '2026-11-02', today: '2026-11-30', unresolved: 0, resolved: 0 };

describe('a school’s part of a campaign', () => {
  it('goes its way row by row: opened by the first sighting, sent, settled; or left out', () => {
    expect(CAMPAIGN_PARTS.moves.map(({ state, action, next }) => `${state} ${action} ${next}`)).toEqual([
      'prepared open open',
      'open send sent',
      'sent reopen open',
      'sent settle settled',
      'prepared drop dropped',
      'open drop dropped',
    ]);
    expect([CAMPAIGN_PARTS_COUNTING, CAMPAIGN_PARTS_OVER]).toEqual([
      ['prepared', 'open'],
      ['settled', 'dropped'],
    ]);
  });

  it.each([
    ['teacher', 'open', 'prepared', {}, undefined],
    ['teacher', 'open', 'prepared', { today: '2026-11-01' }, 'campaign.not-begun'],
    ['commune-officer', 'open', 'prepared', {}, 'role.may-not'],
    ['teacher', 'send', 'open', {}, 'role.may-not'],
    ['school-head', 'send', 'open', {}, undefined],
    ['school-head', 'send', 'prepared', {}, 'campaign.state'],
    ['technician', 'send', 'sent', {}, 'campaign.state'],
    ['plan-manager', 'drop', 'open', {}, undefined],
    ['school-head', 'drop', 'open', {}, 'role.may-not'],
    ['plan-manager', 'drop', 'sent', {}, 'campaign.state'],
    ['plan-manager', 'reopen', 'sent', { unresolved: 2 }, undefined],
    ['plan-manager', 'reopen', 'sent', { resolved: 1 }, 'campaign.differences-resolved'],
    ['plan-manager', 'reopen', 'settled', {}, 'campaign.state'],
    ['school-head', 'reopen', 'sent', {}, 'role.may-not'],
    ['plan-manager', 'settle', 'sent', {}, 'role.may-not'],
    ['system', 'settle', 'sent', {}, undefined],
    ['system', 'settle', 'sent', { unresolved: 1 }, 'campaign.differences-left'],
  ] as const)('%s: %s from %s %j is %s', (role, action, state, given, code) => {
    const { refused } = judgeCampaignPartMove(role, action, { ...FACTS, state, ...given }, 'motif');
    expect(refused?.code).toBe(code);
  });

  it('is not left out without a reason, and offers only what has a button', () => {
    expect(judgeCampaignPartMove('plan-manager', 'drop', FACTS, ' ').refused).toEqual({
      code: 'campaign.reason-missing',
    });
    expect(possibleCampaignPartActions('plan-manager', FACTS)).toEqual(['send', 'drop']);
    expect(possibleCampaignPartActions('teacher', { ...FACTS, state: 'prepared' })).toEqual([]);
  });
});

describe('what is seen', () => {
  it.each([
    ['at its place', 'in-service', true, 'here', 'found'],
    ['waiting for a training, at its place', 'awaiting-training', true, 'here', 'found'],
    ['in another room of its school', 'in-service', true, 'there', 'misplaced'],
    ['of another school', 'in-service', false, 'there', 'unexpected'],
    ['lost, and it is here', 'lost', true, 'here', 'unexpected'],
    ['on a shelf', 'in-stock', false, null, 'unexpected'],
  ] as const)('is %s', (_words, state, ofSchool, roomId, finding) => {
    expect(findingOf({ state, ofSchool, roomId, seenRoomId: 'here' }, EQUIPMENT_IN_ROOM)).toBe(finding);
  });

  it('is a difference where the manager has answers to it, and takes no other', () => {
    expect(DIFFERENCES).toEqual(['misplaced', 'unexpected', 'unknown', 'missing']);
    const answers = FINDING_NAMES.map((finding) =>
      RESOLUTION_NAMES.filter((each) => mayResolve(finding, each)).join(' '),
    );
    expect(Object.fromEntries(FINDING_NAMES.map((finding, n) => [finding, answers[n]]))).toEqual({
      ...{ awaited: '', found: '', gone: '', misplaced: 'moved left', unexpected: 'moved left found' },
      ...{ unknown: 'created ignored', missing: 'lost found' },
    });
  });
});
