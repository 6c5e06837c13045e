import { AXES, AXIS_NAMES, type Indicator, OBJECTIVES, UNITS } from '@parc/domain';
import { CSV_TYPE, type EditionPart, jsonPart, partOf } from './edition-part.js';
import { type OpenField, openCsv } from './open-csv.js';

/** A cell as it is frozen. */
export interface FrozenCell {
  axis: string;
  part: string;
  name: string | null;
  sector: string;
  kind: string;
  network: string;
  num: string | null;
  den: string | null;
  value: string | null;
  high: string | null;
  known: string;
  population: string;
  masked: boolean;
}

/** A school of a figure as it is frozen. */
export interface FrozenSchool {
  uai: string;
  name: string;
  commune: string;
  insee: string;
  sector: string;
  kind: string;
  network: string;
  num: string | null;
  den: string | null;
  value: string | null;
  known: string;
  population: string;
}

/** One figure with all that stands behind it. */
export interface FrozenFigure {
  indicator: Indicator;
  period: { from: string; to: string };
  cells: FrozenCell[];
  schools: FrozenSchool[];
}

const LONG: readonly OpenField[] = [
  text('indicateur', 'Indicateur', 'Clé de l’indicateur, définie dans le dictionnaire', true),
  { name: 'version', type: 'integer', title: 'Version', description: 'Version de la définition', required: true },
  day('debut', 'Début de la période', 'Premier jour compté'),
  day('fin', 'Fin de la période', 'Dernier jour compté ; pour un état, le jour de l’état'),
  {
    ...text('axe', 'Axe', 'Ce selon quoi le chiffre est détaillé', true),
    enum: AXIS_NAMES.filter((axis) => axis === 'plan' || AXES[axis].word !== null),
  },
  text('modalite', 'Modalité', 'Nom de la modalité ; vide pour l’ensemble', false),
  decimal('valeur', 'Valeur', 'Dans l’unité de l’indicateur ; vide quand rien ne peut être dit'),
  decimal('numerateur', 'Numérateur', 'Ce que le chiffre compte'),
  decimal('denominateur', 'Dénominateur', 'Ce à quoi il le rapporte'),
  text('unite', 'Unité', 'Unité de la valeur', false),
  { name: 'connus', type: 'integer', title: 'Connus', description: 'Objets dont la valeur est connue', required: true },
  { name: 'population', type: 'integer', title: 'Population', description: 'Objets comptés', required: true },
  {
    name: 'masque',
    type: 'boolean',
    title: 'Masqué',
    description: 'Vrai quand le chiffre dirait quelque chose de moins de cinq personnes',
    required: true,
  },
];

const PLACE: readonly OpenField[] = [
  text('uai', 'UAI', 'Code de l’école', true),
  text('ecole', 'École', 'Nom de l’école', true),
  text('code_insee', 'Code INSEE', 'Commune de l’école', true),
  text('commune', 'Commune', 'Nom de la commune', true),
  text('secteur', 'Secteur', 'public ou private', true),
  text('nature', 'Nature', 'nursery, elementary, primary ou teaching-unit', true),
  text('reseau', 'Réseau', 'none, REP ou REP+', true),
];

/** What anybody may take away: two tables and what their columns mean. No figure of persons stands by school, none of a body's alone. */
export function openDataParts(
  figures: readonly FrozenFigure[],
  edition: { title: string; dataDay: string },
): EditionPart[] {
  const published = figures.filter(({ indicator }) => indicator.publishable);
  const ofSchools = published.filter(({ schools }) => schools.length > 0);
  const wide = [...PLACE, ...ofSchools.map(({ indicator }) => ofIndicator(indicator))];
  return [
    partOf('ouvert/indicateurs.csv', CSV_TYPE, openCsv(LONG, published.flatMap(longRows))),
    partOf('ouvert/ecoles.csv', CSV_TYPE, openCsv(wide, wideRows(ofSchools))),
    jsonPart('ouvert/schema-indicateurs.json', schemaOf('indicateurs', LONG, edition)),
    jsonPart('ouvert/schema-ecoles.json', schemaOf('ecoles', wide, edition)),
    partOf(
      'ouvert/dictionnaire.csv',
      CSV_TYPE,
      openCsv(
        DICTIONARY,
        published.map(({ indicator }) => wordsOf(indicator)),
      ),
    ),
  ];
}

const OPEN_AXES: readonly string[] = LONG.find(({ name }) => name === 'axe')!.enum!;

function longRows({ indicator, period, cells }: FrozenFigure): Record<string, unknown>[] {
  return cells
    .filter(({ axis, sector, kind, network }) => OPEN_AXES.includes(axis) && `${sector}${kind}${network}` === '')
    .map((cell) => ({
      ...{ indicateur: indicator.key, version: indicator.version, debut: period.from, fin: period.to },
      ...{ axe: cell.axis, modalite: cell.name ?? cell.part, valeur: cell.value, numerateur: cell.num },
      ...{ denominateur: cell.den, unite: UNITS[indicator.unit].word, connus: cell.known, population: cell.population },
      masque: cell.masked,
    }));
}

function wideRows(figures: readonly FrozenFigure[]): Record<string, unknown>[] {
  const rows = new Map<string, Record<string, unknown>>();
  for (const { indicator, schools } of figures) {
    for (const school of schools) {
      const { uai, name, insee, commune, sector, kind, network, value } = school;
      const row = rows.get(uai) ?? {
        ...{ uai, ecole: name, code_insee: insee, commune, secteur: sector, nature: kind, reseau: network },
      };
      row[columnOf(indicator)] = value;
      rows.set(uai, row);
    }
  }
  return [...rows.values()].sort((one, other) => (String(one.uai) < String(other.uai) ? -1 : 1));
}

const columnOf = ({ key }: Indicator) => key.replaceAll('-', '_');

function ofIndicator(indicator: Indicator): OpenField {
  return decimal(
    columnOf(indicator),
    indicator.name,
    `${indicator.sentence} Unité : ${UNITS[indicator.unit].word || 'sans'}.`,
  );
}

const DICTIONARY: readonly OpenField[] = [
  text('indicateur', 'Indicateur', 'Clé', true),
  { name: 'version', type: 'integer', title: 'Version', description: 'Version de la définition', required: true },
  day('depuis', 'Depuis', 'Jour depuis lequel cette définition vaut'),
  ...[
    'objectif',
    'nom',
    'definition',
    'ce_qu_il_ne_dit_pas',
    'sources',
    'numerateur',
    'denominateur',
    'unite',
    'sens',
  ].map((name) => text(name, name.replaceAll('_', ' '), 'Texte', true)),
];

const DIRECTIONS = { up: 'plus haut est mieux', down: 'plus bas est mieux' } as const;

function wordsOf(indicator: Indicator): Record<string, unknown> {
  return {
    ...{ indicateur: indicator.key, version: indicator.version, depuis: indicator.since },
    ...{ objectif: OBJECTIVES[indicator.objective].word, nom: indicator.name, definition: indicator.sentence },
    ...{ ce_qu_il_ne_dit_pas: indicator.notSaid, sources: indicator.from },
    ...{
      numerateur: indicator.counted[0],
      denominateur: indicator.counted[1],
      unite: UNITS[indicator.unit].word || 'sans',
    },
    sens: indicator.direction === null ? 'sans' : DIRECTIONS[indicator.direction],
  };
}

/** After the template that data.gouv.fr asks of a Table Schema. */
function schemaOf(name: string, fields: readonly OpenField[], { title, dataDay }: { title: string; dataDay: string }) {
  return {
    $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
    name: `plan-numerique-ecole-${name}`,
    title: `Plan Numérique à l’École : ${name}`,
    description: `${title}, données du ${dataDay}.`,
    countryCode: 'FR',
    version: '1.0.0',
    missingValues: [''],
    fields: fields.map(({ name: field, type, title: heading, description, required, enum: words }) => ({
      ...{ name: field, title: heading, description, type },
      constraints: { required, ...(words ? { enum: words } : {}) },
    })),
    ...(name === 'ecoles' ? { primaryKey: ['uai'] } : {}),
  };
}

function text(name: string, title: string, description: string, required: boolean): OpenField {
  return { name, type: 'string', title, description, required };
}
function decimal(name: string, title: string, description: string): OpenField {
  return { name, type: 'number', title, description, required: false };
}
function day(name: string, title: string, description: string): OpenField {
  return { name, type: 'date', title, description, required: true };
}
