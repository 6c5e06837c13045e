import type { Move } from '../src/lifecycle/index.js';
import { LIFECYCLES, type LifecycleWords } from '../src/lifecycles.js';
import { ROLES } from '../src/roles/roles.js';
import { markdownTable } from './markdown-table.js';

/** The tables of states and moves as a reader and a diagram see them. */
export function lifecyclesDocument(): string {
  return `# Lifecycles

Written from the tables of \`libs/domain/src\` (each domain's \`*-lifecycle.ts\` and \`*-states.ts\`, listed in \`lifecycles.ts\`) by \`npm run documents\`: change those, not this.

A move that no row names is refused with 409, which says the state and what is possible; a role that stands nowhere in the
table for an action, with 403. _r_: a written reason is required. Guards refuse in the order of the row, effects happen in its
order, in one transaction, and those who are told are told after it. _system_ acts by itself, at a date or after a step.

${LIFECYCLES.map(section).join('\n\n')}\n`;
}

function section({ title, table, states, actions }: LifecycleWords): string {
  const words = Object.entries(states).map(([state, { word, final }]) => [state, word, final ? 'the end' : '']);
  return `## ${title}

${markdownTable(['state', 'on screens', ''], words)}

\`\`\`mermaid
stateDiagram-v2
${diagram(table, states)}
\`\`\`

${markdownTable(
  ['state', 'action', 'in the thread', 'who', 'next', 'guards', 'effects', 'told'],
  table.moves.map((move) => line(move, actions)),
)}`;
}

function line(move: Move, actions: Readonly<Record<string, string>>): string[] {
  const { state, action, who, next, when, reason, guards, effects, tells } = move;
  const to = state === next ? 'same' : next;
  return [
    state,
    reason ? `${action} _r_` : action,
    actions[action] ?? '',
    inOrder(who),
    when ? `${to}, if ${when}` : to,
    guards.join(', '),
    effects.join(', '),
    tells.join(', '),
  ];
}

/** The people in the order of the roles, then the system. */
function inOrder(who: Move['who']): string {
  return [...ROLES.filter((role) => who.includes(role)), ...who.filter((role) => role === 'system')].join(', ');
}

/** One arrow for all the actions that lead from one state to another. */
function diagram({ initial, moves }: LifecycleWords['table'], states: LifecycleWords['states']): string {
  const name = (state: string) => state.replaceAll('-', '_');
  const arrows = new Map<string, string[]>();
  for (const { state, next, action } of moves) {
    const arrow = `${name(state)} --> ${name(next)}`;
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), action]);
  }
  const ends = Object.entries(states).flatMap(([state, { final }]) => (final ? [`${name(state)} --> [*]`] : []));
  const lines = [...arrows].map(([arrow, actions]) => `${arrow} : ${actions.join(', ')}`);
  return [`[*] --> ${name(initial)}`, ...lines, ...ends].map((one) => `  ${one}`).join('\n');
}
