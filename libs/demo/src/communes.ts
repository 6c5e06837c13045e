import { createRequire } from 'node:module';
import { printed } from './french-names.js';

/** The métropole whose communes the demonstration borrows. */
const METROPOLE_CODE = '244200770';

export interface CommuneFacts {
  inseeCode: string;
  name: string;
  population: number;
  postalCodes: readonly string[];
  latitude: number;
  longitude: number;
  publicSchools: number;
  privateSchools: number;
  /** Position in CIRCONSCRIPTIONS. */
  circonscription: number;
  /** How many of its public schools are in REP and REP+. */
  prioritySchools: readonly [rep: number, repPlus: number];
}

/** Invented inspections, with the article: Saint-Étienne is shared between the first four, school by school. */
export const CIRCONSCRIPTIONS = [
  'de Saint-Étienne Nord',
  'de Saint-Étienne Sud',
  'de Saint-Étienne Est',
  'de Saint-Étienne Ouest',
  'de l’Ondaine',
  'du Gier amont',
  'du Gier aval',
  'du Furan et du Jarez',
  'de la Plaine et du Forez',
] as const;

export const CITY_CIRCONSCRIPTIONS = 4;

export const SORBIERS = '42302';

type Numbers = [
  latitude: number,
  longitude: number,
  publicSchools: number,
  privateSchools: number,
  circonscription: number,
];

/** Approximate centre, schools and inspection of each commune; five have no school. Names and populations come from the package. */
// prettier-ignore
const COMMUNES: Record<string, [...Numbers, rep?: number, repPlus?: number]> = {
  '42001': [45.415, 4.125, 0, 0, 4],
  '42005': [45.526, 4.265, 7, 2, 8],
  '42031': [45.414, 4.232, 0, 0, 4],
  '42032': [45.523, 4.540, 1, 1, 6],
  '42036': [45.534, 4.558, 1, 0, 6],
  '42043': [45.569, 4.318, 1, 0, 8],
  '42044': [45.396, 4.325, 8, 2, 4, 4, 0],
  '42053': [45.522, 4.638, 0, 0, 6],
  '42083': [45.563, 4.668, 1, 0, 6],
  '42085': [45.425, 4.596, 1, 0, 5],
  '42092': [45.486, 4.374, 1, 1, 7],
  '42093': [45.495, 4.598, 1, 0, 5],
  '42095': [45.389, 4.287, 9, 3, 4, 3, 0],
  '42096': [45.547, 4.435, 1, 0, 7],
  '42097': [45.505, 4.315, 2, 1, 8],
  '42099': [45.387, 4.263, 2, 1, 4],
  '42100': [45.556, 4.413, 1, 0, 7],
  '42103': [45.505, 4.567, 3, 1, 5],
  '42110': [45.487, 4.545, 2, 1, 5],
  '42123': [45.511, 4.583, 3, 1, 5],
  '42133': [45.571, 4.496, 1, 0, 7],
  '42167': [45.471, 4.670, 1, 0, 6],
  '42183': [45.405, 4.368, 5, 1, 4, 2, 2],
  '42186': [45.530, 4.617, 8, 2, 6, 4, 0],
  '42189': [45.434, 4.324, 5, 2, 8],
  '42192': [45.374, 4.108, 1, 0, 4],
  '42206': [45.546, 4.326, 1, 0, 8],
  '42207': [45.476, 4.515, 19, 6, 5, 5, 0],
  '42208': [45.545, 4.487, 1, 1, 7],
  '42210': [45.479, 4.652, 0, 0, 6],
  '42218': [45.440, 4.387, 62, 20, 0, 18, 9],
  '42222': [45.591, 4.317, 3, 1, 8],
  '42223': [45.444, 4.341, 4, 1, 8],
  '42225': [45.533, 4.580, 3, 1, 6],
  '42234': [45.526, 4.371, 2, 1, 7],
  '42237': [45.454, 4.444, 4, 1, 7],
  '42242': [45.557, 4.618, 1, 1, 6],
  '42259': [45.546, 4.598, 2, 1, 6],
  '42262': [45.402, 4.183, 1, 1, 4],
  '42266': [45.410, 4.086, 0, 0, 4],
  '42270': [45.397, 4.241, 1, 0, 4],
  '42271': [45.483, 4.571, 2, 1, 5],
  '42275': [45.474, 4.376, 4, 1, 7],
  '42283': [45.552, 4.536, 1, 0, 6],
  '42302': [45.491, 4.452, 5, 2, 7],
  '42305': [45.480, 4.432, 4, 1, 7],
  '42307': [45.549, 4.651, 1, 0, 6],
  '42308': [45.447, 4.584, 1, 0, 5],
  '42311': [45.486, 4.395, 1, 0, 7],
  '42316': [45.401, 4.262, 5, 2, 4, 3, 0],
  '42320': [45.539, 4.508, 1, 0, 6],
  '42322': [45.420, 4.519, 1, 0, 5],
  '42330': [45.469, 4.354, 4, 2, 7],
};

interface PackageCommune {
  code: string;
  nom: string;
  type: string;
  population?: number;
  codesPostaux?: string[];
}

/** The 53 communes by INSEE code, with their real names and populations (package @etalab/decoupage-administratif). */
export function readCommunes(): CommuneFacts[] {
  // The package's own entry point reads its files from the working directory: they are read here by name instead.
  const require = createRequire(import.meta.url);
  const data = '@etalab/decoupage-administratif/data';
  const metropole = (require(`${data}/epci.json`) as { code: string; membres: { code: string }[] }[]).find(
    (one) => one.code === METROPOLE_CODE,
  );
  const members = new Set(metropole?.membres.map((member) => member.code));
  return (require(`${data}/communes.json`) as PackageCommune[])
    .filter((commune) => commune.type === 'commune-actuelle' && members.has(commune.code))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map(factsOf);
}

function factsOf(commune: PackageCommune): CommuneFacts {
  const facts = COMMUNES[commune.code];
  if (facts === undefined)
    throw new Error(`The demonstration does not know the commune ${commune.code} ${commune.nom}`);
  const [latitude, longitude, publicSchools, privateSchools, circonscription, rep = 0, repPlus = 0] = facts;
  return {
    inseeCode: commune.code,
    name: printed(commune.nom),
    population: commune.population ?? 0,
    postalCodes: commune.codesPostaux ?? [],
    latitude,
    longitude,
    publicSchools,
    privateSchools,
    circonscription,
    prioritySchools: [rep, repPlus],
  };
}
