import { plainText } from '../../directory/plain-text.js';
import { REFUSED_ROW_HEADINGS } from '../list-columns.js';

interface FleetKindRow {
  /** As a screen says it. */
  readonly title: string;
  /** Whose words it speaks: what was decided once for one of them holds for the others. */
  readonly source: string;
}

/** Where a list of devices comes from. */
export const FLEET_KINDS = {
  'glpi-computers': { title: 'GLPI, ordinateurs', source: 'glpi' },
  'glpi-monitors': { title: 'GLPI, écrans', source: 'glpi' },
  'glpi-peripherals': { title: 'GLPI, périphériques', source: 'glpi' },
  'snipe-it': { title: 'Snipe-IT, matériels', source: 'snipe-it' },
  list: { title: 'Liste faite à la main', source: 'list' },
} as const satisfies Record<string, FleetKindRow>;
export type FleetKind = keyof typeof FLEET_KINDS;
export const FLEET_KIND_NAMES = Object.keys(FLEET_KINDS) as FleetKind[];

const GLPI = [
  ...['nom', 'entite', 'statut', 'fabricant', 'numero de serie', 'type', 'modele', 'lieu', 'derniere modification'],
  ...['name', 'entity', 'status', 'manufacturer', 'serial number', 'model', 'location', 'last update'],
];
/** What GLPI alone heads so, and nobody by hand. */
const GLPI_ALONE = ['entite', 'derniere modification', 'entity', 'last update'];
const GLPI_LEAST = 5;
const SNIPE = [
  ...['asset tag', 'company', 'category', 'model number', 'model no', 'order number', 'purchase cost', 'checkout type'],
  ...['etiquette de l actif', 'etiquette d actif', 'societe', 'categorie', 'n de modele', 'cout d achat', 'attribue a'],
];
const SNIPE_ALONE = ['asset tag', 'etiquette de l actif', 'etiquette d actif'];
const SNIPE_LEAST = 3;
const SYSTEM = /^(systeme d exploitation|operating system|processeur|processor)/;
const SCREEN = /\b(ecrans?|moniteurs?|monitors?|screens?|lcd|led|dalles?)\b/;

/** Which program wrote a list, by its headings, whatever their order; its devices' kind by what the first rows say. */
export function recogniseFleet(header: readonly string[], rows: readonly (readonly string[])[]): FleetKind {
  const names = header.map(plainText);
  const count = (known: readonly string[]) => names.filter((name) => known.includes(name)).length;
  if (count(SNIPE_ALONE) > 0 && count(SNIPE) >= SNIPE_LEAST) return 'snipe-it';
  if (count(GLPI_ALONE) === 0 || count(GLPI) < GLPI_LEAST) return 'list';
  if (names.some((name) => SYSTEM.test(name))) return 'glpi-computers';
  const type = names.indexOf('type');
  const said = rows.map((cells) => plainText(cells[type] ?? '')).filter((cell) => SCREEN.test(cell)).length;
  return said * 2 > rows.length ? 'glpi-monitors' : 'glpi-peripherals';
}

const ADDED = REFUSED_ROW_HEADINGS.map(plainText);

/** Lists made by hand speak the same words when their headings are the same. */
export function fleetSource(kind: FleetKind, header: readonly string[]): string {
  const { source } = FLEET_KINDS[kind];
  const own = header.map(plainText).filter((heading) => !ADDED.includes(heading));
  return kind === 'list' ? `${source} ${own.sort().join(' ')}`.slice(0, 500) : source;
}
