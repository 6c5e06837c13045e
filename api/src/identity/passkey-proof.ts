import type { Settings } from '../platform/config/settings.js';
import type { PasskeySignInRequest, RegisterPasskeyRequest } from './passkey.dto.js';
import type { KeptPasskey } from './passkey.rows.js';

/** Read with the first passkey: nobody else waits for it at start. */
const library = () => import('@simplewebauthn/server');

const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** Whom a signature must have been given to: the address that people use, and its host. */
function here({ PUBLIC_URL }: Settings) {
  const { origin, hostname } = new URL(PUBLIC_URL);
  return { expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: true };
}

const envelope = (id: string) => ({ id, rawId: id, type: 'public-key', clientExtensionResults: {} }) as const;

/** The new passkey; null when anything of it is not as it was asked for: challenge, address, or no finger on it. */
export async function registered(
  settings: Settings,
  challenge: Buffer,
  { id, clientDataJson: clientDataJSON, attestationObject }: RegisterPasskeyRequest,
): Promise<Pick<KeptPasskey, 'id' | 'publicKey' | 'uses'> | null> {
  const { verifyRegistrationResponse } = await library();
  const response = { ...envelope(id), response: { clientDataJSON, attestationObject } };
  const expected = { ...here(settings), expectedChallenge: base64Url(challenge) };
  const { verified, registrationInfo } = await verifyRegistrationResponse({ response, ...expected }).catch(NO_PROOF);
  if (!verified || !registrationInfo) return null;
  const { credential } = registrationInfo;
  return {
    id: Buffer.from(credential.id, 'base64url'),
    publicKey: Buffer.from(credential.publicKey),
    uses: credential.counter,
  };
}

/** How often it was used by now, as it says itself; null when the signature proves nothing, or is one of before. */
export async function entered(
  settings: Settings,
  challenge: Buffer,
  { id, clientDataJson: clientDataJSON, authenticatorData, signature }: PasskeySignInRequest,
  passkey: KeptPasskey,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await library();
  const response = { ...envelope(id), response: { clientDataJSON, authenticatorData, signature } };
  const expected = { ...here(settings), expectedChallenge: base64Url(challenge) };
  const credential = { id, publicKey: Uint8Array.from(passkey.publicKey), counter: passkey.uses };
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    ...{ response, credential },
    ...expected,
  }).catch(NO_PROOF);
  return verified && authenticationInfo ? authenticationInfo.newCounter : null;
}

/** Whatever the library finds wrong is told alike. */
const NO_PROOF = () => ({ verified: false, registrationInfo: undefined, authenticationInfo: undefined }) as const;
