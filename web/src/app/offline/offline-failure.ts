import { Full } from './store/shelf';

export type FailureKind = 'locked' | 'full' | 'unavailable';

const SENTENCES: Record<FailureKind, string> = {
  locked: 'Ce téléphone est verrouillé. Écrivez votre mot de passe, puis recommencez : ce que vous tapiez est gardé.',
  full: 'Ce téléphone n’a plus de place pour garder cela. Envoyez ce qui attend, ou libérez de la place.',
  unavailable: 'Ce téléphone n’a pas pu garder cela. Rechargez la page : ce que vous tapiez est gardé.',
};

/** An act that could not be kept, and so was not promised. */
export class OfflineFailure extends Error {
  override readonly name = 'OfflineFailure';
  readonly sentence: string;

  constructor(readonly kind: FailureKind) {
    super(kind);
    this.sentence = SENTENCES[kind];
  }
}

export function asFailure(error: unknown): OfflineFailure {
  if (error instanceof OfflineFailure) return error;
  return new OfflineFailure(error instanceof Full ? 'full' : 'unavailable');
}
