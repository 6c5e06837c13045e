import { inject, Injectable } from '@angular/core';
import {
  Api,
  passkeysAskEntering,
  passkeysAskRegistering,
  passkeysEnter,
  passkeysForget,
  passkeysRegister,
  phonesKey,
} from '@parc/api-client';
import { asProblem } from '../../shell/problem';
import { Session } from '../../shell/session';
import { bytesOf } from '../base64';
import { phoneRecords } from '../store/phone-records';
import { freshSalt, unwrappedBySecret, wrappedBySecret, type PasskeyWrap } from '../store/sealing';
import { Unlocked } from '../store/unlocked';
import { newPasskey, NO_SECRET, usedPasskey, type UsedPasskey } from './authenticator';

/** How long a network that hardly answers is waited for, before the phone opens without it. */
const NETWORK_MILLISECONDS = 4_000;

/** This phone opens by fingerprint or face: what lies on it without a network, and with one a session too. */
@Injectable({ providedIn: 'root' })
export class Passkeys {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly unlocked = inject(Unlocked);

  /** Of who is signed in. @throws Problem */
  async register(password: string): Promise<true> {
    const record = this.unlocked.own()!;
    const { phoneId: id } = record;
    const { challenge } = await this.api.invoke(passkeysAskRegistering, { id, body: { password } });
    const salt = freshSalt();
    const made = await newPasskey(challenge, { id, name: this.session.current()!.account.name }, salt);
    // Some give their secret only once the passkey is there: it is shown a second time.
    const secret = made.secret ?? (await usedPasskey(null, [{ id: made.id, salt }])).secret;
    if (secret === null) throw NO_SECRET;
    const { id: passkeyId, clientDataJson, attestationObject } = made;
    const body = { id: passkeyId, clientDataJson, attestationObject };
    await this.api.invoke(passkeysRegister, { id, body });
    const { key } = await this.api.invoke(phonesKey, { id });
    const wrap = await wrappedBySecret(bytesOf(key), secret, salt);
    await this.unlocked.keepPasskey(record, { id: passkeyId, ...wrap });
    return true;
  }

  /** @throws Problem */
  async forget(): Promise<true> {
    const record = this.unlocked.own()!;
    await this.api.invoke(passkeysForget, { id: record.phoneId });
    await this.unlocked.keepPasskey(record, null);
    return true;
  }

  /** The door of the phone: its work, and with a network a session in the same gesture. @throws Problem */
  async open(): Promise<void> {
    const records = (await phoneRecords()).flatMap(({ account, passkey }) => (passkey ? [{ account, passkey }] : []));
    const challenge = await this.challenge(records.map(({ passkey }) => passkey.id));
    const used = await usedPasskey(
      challenge,
      records.map(({ passkey }) => passkey),
    );
    const record = records.find(({ passkey }) => passkey.id === used.id);
    const key = record && used.secret && (await unwrappedBySecret(record.passkey, used.secret));
    if (!record || !key) throw NO_SECRET;
    if (challenge !== null) await this.enter(used).catch(passing);
    const person = await this.unlocked.openByKey(record.account, key);
    if (person === null) throw NO_SECRET;
    if (this.session.current() === null) this.session.openFromPhone(person);
  }

  /** The session alone, over a page that is open. @throws Problem */
  async enterAgain({ passkey }: { readonly passkey: PasskeyWrap }): Promise<void> {
    const { challenge } = await this.api.invoke(passkeysAskEntering, { body: { ids: [passkey.id] } });
    await this.enter(await usedPasskey(challenge, [passkey]));
  }

  private async enter({ id, clientDataJson, authenticatorData, signature }: UsedPasskey): Promise<void> {
    const body = { id, clientDataJson, authenticatorData, signature };
    await this.session.enteredByPhone(await this.api.invoke(passkeysEnter, { body }));
  }

  /** Null where nobody answers: the phone opens all the same. @throws Problem where the server opens this phone to nobody */
  private async challenge(ids: string[]): Promise<string | null> {
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), NETWORK_MILLISECONDS));
    const asked = this.api.invoke(passkeysAskEntering, { body: { ids } }).then(({ challenge }) => challenge, passing);
    return Promise.race([asked, late]);
  }
}

/** What may pass keeps nobody from their own work. @throws Problem of any other refusal */
function passing(error: unknown): null {
  if (!asProblem(error).passing) throw error;
  return null;
}
