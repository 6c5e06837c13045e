import { Secret, Strings, Text } from '../platform/http/fields.js';

/** Bytes as a browser's own interface of passkeys hands them out: base64url. */
const BYTES = /^[\w-]+$/;

export class PasskeyChallenge {
  @Text({ max: 43, pattern: BYTES, description: '32 bytes, base64url: answered once, within two minutes' })
  challenge!: string;
}

export class AskRegisteringRequest {
  @Secret({ max: 200 })
  password!: string;
}

export class AskEnteringRequest {
  @Strings({
    most: 20,
    max: 1_400,
    description: 'The passkeys that lie on the phone, base64url: of each of its people',
  })
  ids!: string[];
}

/** What an authenticator tells of every passkey. What its extensions give stays on the phone: it opens the work there. */
class PasskeyResponse {
  @Text({ max: 1_400, pattern: BYTES })
  id!: string;

  @Text({ max: 2_000, pattern: BYTES, description: 'Challenge and origin, as the browser has signed them' })
  clientDataJson!: string;
}

export class RegisterPasskeyRequest extends PasskeyResponse {
  @Text({ max: 6_000, pattern: BYTES })
  attestationObject!: string;
}

export class PasskeySignInRequest extends PasskeyResponse {
  @Text({ max: 1_000, pattern: BYTES })
  authenticatorData!: string;

  @Text({ max: 1_000, pattern: BYTES })
  signature!: string;
}
