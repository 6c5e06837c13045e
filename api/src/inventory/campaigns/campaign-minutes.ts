import {
  CAMPAIGN_PART_STATES,
  CAMPAIGN_STATES,
  DIFFERENCES,
  FINDINGS,
  frenchDay,
  parisDateOf,
  RESOLUTIONS,
  type Finding,
} from '@parc/domain';
import type { PrintedDocument } from '../../platform/files/pdf.js';
import type { CampaignMinutes, CampaignPartRow, DifferenceItem } from './campaign.answers.js';

/** The minutes of a campaign: what was to be seen, what was, and what became of each difference. */
export function campaignMinutes({ campaign, differences, more }: CampaignMinutes): PrintedDocument {
  const { title, fromDay, toDay, closedAt, parts, findings } = campaign;
  const sum = (of: (part: CampaignPartRow) => number) => parts.reduce((all, part) => all + of(part), 0);
  return {
    template: 'inventory/campaigns/campaign-minutes.typ',
    title: `Procès-verbal de récolement : ${title}`,
    at: momentOf(campaign.closedAt, differences, fromDay),
    data: {
      campaign: title,
      days: `du ${frenchDay(fromDay)} au ${frenchDay(toDay)}`,
      state: CAMPAIGN_STATES[campaign.state].word,
      closed: closedAt === null ? null : frenchDay(parisDateOf(new Date(closedAt))),
      models: campaign.models,
      rooms: campaign.rooms,
      expected: sum(({ expected }) => expected),
      seen: sum(({ seen }) => seen),
      findings: findings
        .filter(({ finding }) => DIFFERENCES.includes(finding))
        .map(({ finding, count, unresolved }) => ({ word: FINDINGS[finding].plural, count, unresolved })),
      schools: parts.map((part) => ({
        name: [part.schoolName, part.communeName].filter(Boolean).join(', '),
        state: [CAMPAIGN_PART_STATES[part.state].word, part.reason].filter(Boolean).join(' : '),
        ...{ expected: part.expected, seen: part.seen, differences: part.differences },
      })),
      differences: differences.map(differenceRow),
      more,
    },
  };
}

/** The last thing that it tells, so that the same data give the same bytes. */
function momentOf(closedAt: string | null, differences: readonly DifferenceItem[], fromDay: string): Date {
  const told = differences.flatMap(({ seenAt, resolvedAt }) => [seenAt, resolvedAt]).filter((at) => at !== null);
  return new Date(closedAt ?? told.sort().at(-1) ?? `${fromDay}T00:00:00Z`);
}

function differenceRow(row: DifferenceItem) {
  const { schoolName, finding, tag, modelName, code, note, resolution, resolvedAt, resolvedByName } = row;
  const day = resolvedAt === null ? '' : ` le ${frenchDay(parisDateOf(new Date(resolvedAt)))}`;
  return {
    school: schoolName,
    device: [modelName, tag ?? code, note].filter(Boolean).join(', '),
    finding: `${FINDINGS[finding].word}${whereWords(finding, row)}`,
    resolution:
      resolution === null
        ? 'à régler'
        : `${RESOLUTIONS[resolution].done}${day}${resolvedByName ? `, par ${resolvedByName}` : ''}`,
  };
}

function whereWords(finding: Finding, { placeName, seenRoomName }: DifferenceItem): string {
  if (finding === 'missing') return placeName ? `, attendu : ${placeName}` : '';
  return seenRoomName ? `, vu : ${seenRoomName}` : '';
}
