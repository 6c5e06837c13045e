import { kindRows, kindsOf, type Kind } from '../kinds/kinds.js';

interface PlaceRow {
  word: string;
  /** What must be told of it, and nothing else may be. */
  tells: 'schoolId' | 'placeName' | 'remoteLink';
}

/** Where a session is held. */
// prettier-ignore
export const TRAINING_PLACES = kindRows<PlaceRow>()({
  school: { word: 'Dans une école', tells: 'schoolId' },
  centre: { word: 'Dans un centre', tells: 'placeName' },
  remote: { word: 'À distance',     tells: 'remoteLink' },
});
export type TrainingPlace = Kind<typeof TRAINING_PLACES>;
export const TRAINING_PLACE_NAMES = kindsOf(TRAINING_PLACES);

/** A place as it is proposed. */
export interface PlaceTold {
  placeKind: TrainingPlace;
  schoolId: string | null;
  placeName: string | null;
  /** `https://…`: whoever has it is in. */
  remoteLink: string | null;
}

/** Is what its kind asks for told, and nothing of the other kinds? */
export const isPlaceWhole = (place: PlaceTold): boolean =>
  (['schoolId', 'placeName', 'remoteLink'] as const).every(
    (name) => (TRAINING_PLACES[place.placeKind].tells === name) === Boolean(place[name]?.trim()),
  );

/** « École Jules-Ferry », « Centre Canopé », « À distance ». */
export const placeSaid = (place: {
  placeKind: TrainingPlace;
  schoolName: string | null;
  placeName: string | null;
}): string => place.schoolName ?? place.placeName ?? TRAINING_PLACES[place.placeKind].word;
