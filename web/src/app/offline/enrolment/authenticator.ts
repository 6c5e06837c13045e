import { bytesOf, base64UrlOf } from '../base64';
import { Problem } from '../../shell/problem';
import type { PasskeyWrap } from '../store/sealing';

/*
 * The browser's own interface of passkeys. What the authenticator gives for a salt opens the work on this phone: it is read here, and sent
 * nowhere.
 */

const PATIENCE_MILLISECONDS = 60_000;
const SECRET_BYTES = 32;
/** ES256, RS256: what phones make. */
const ALGORITHMS = [-7, -257];

export interface NewPasskey {
  readonly id: string;
  readonly clientDataJson: string;
  readonly attestationObject: string;
  readonly secret: BufferSource | null;
}

export interface UsedPasskey {
  readonly id: string;
  readonly clientDataJson: string;
  readonly authenticatorData: string;
  readonly signature: string;
  /** Null where this authenticator gives none. */
  readonly secret: BufferSource | null;
}

/** Whether this phone knows a finger or a face, and as far as it says so, gives a secret for them. */
export async function knowsItsPerson(): Promise<boolean> {
  if (!('PublicKeyCredential' in globalThis) || !('credentials' in navigator)) return false;
  if (!(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false))) return false;
  const told: Record<string, boolean | undefined> = await Promise.resolve(
    PublicKeyCredential.getClientCapabilities?.() ?? {},
  ).catch(() => ({}));
  return told['extension:prf'] !== false;
}

/** @param phone whose it is, to the authenticator: one of a phone replaces the former. @throws Problem */
export async function newPasskey(
  challenge: string,
  phone: { readonly id: string; readonly name: string },
  salt: Uint8Array<ArrayBuffer>,
): Promise<NewPasskey> {
  const made = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        ...{ challenge: bytesOf(challenge), rp: { name: 'Parc École' }, timeout: PATIENCE_MILLISECONDS },
        user: { id: new TextEncoder().encode(phone.id), name: phone.name, displayName: phone.name },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: {
          ...{ authenticatorAttachment: 'platform', residentKey: 'required', userVerification: 'required' },
        },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  const { prf } = made.getClientExtensionResults();
  if (prf?.enabled !== true) throw NO_SECRET;
  const { clientDataJSON, attestationObject } = made.response as AuthenticatorAttestationResponse;
  return {
    id: base64UrlOf(new Uint8Array(made.rawId)),
    clientDataJson: base64UrlOf(new Uint8Array(clientDataJSON)),
    attestationObject: base64UrlOf(new Uint8Array(attestationObject)),
    secret: prf.results?.first ?? null,
  };
}

/** @param challenge of the server; null without a network: what is signed is then sent nowhere. @throws Problem */
export async function usedPasskey(
  challenge: string | null,
  passkeys: readonly Pick<PasskeyWrap, 'id' | 'salt'>[],
): Promise<UsedPasskey> {
  const used = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: challenge === null ? crypto.getRandomValues(new Uint8Array(SECRET_BYTES)) : bytesOf(challenge),
        allowCredentials: passkeys.map(({ id }) => ({ type: 'public-key', id: bytesOf(id), transports: ['internal'] })),
        ...{ userVerification: 'required', timeout: PATIENCE_MILLISECONDS },
        extensions: {
          prf: { evalByCredential: Object.fromEntries(passkeys.map(({ id, salt }) => [id, { first: salt }])) },
        },
      },
    }),
  );
  const { clientDataJSON, authenticatorData, signature } = used.response as AuthenticatorAssertionResponse;
  return {
    id: base64UrlOf(new Uint8Array(used.rawId)),
    clientDataJson: base64UrlOf(new Uint8Array(clientDataJSON)),
    authenticatorData: base64UrlOf(new Uint8Array(authenticatorData)),
    signature: base64UrlOf(new Uint8Array(signature)),
    secret: used.getClientExtensionResults().prf?.results?.first ?? null,
  };
}

/** Whatever stops it is said alike: a browser does not tell who has turned away from who has no finger that it knows. */
async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  const given = await ask().catch(() => null);
  if (!(given instanceof PublicKeyCredential)) throw NOT_SHOWN;
  return given;
}

const NOT_SHOWN = new Problem(
  400,
  'passkey.not-shown',
  'Ni empreinte ni visage n’ont été reconnus. Recommencez, ou utilisez votre mot de passe.',
);
export const NO_SECRET = new Problem(
  400,
  'passkey.no-secret',
  'Ce téléphone ne sait pas protéger le travail gardé par l’empreinte ou le visage. Votre mot de passe continue de l’ouvrir.',
);
