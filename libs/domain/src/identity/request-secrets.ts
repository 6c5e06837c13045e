/**
 * Fields of requests that hold a secret: passwords, the head's code of confirmation, one-time links, a phone's key. A browser
 * keeps none of them, not even in a request that it means to ask again.
 */
export const SECRET_FIELDS: readonly string[] = [
  'password',
  'currentPassword',
  'newPassword',
  'code',
  'token',
  'phoneKey',
  'sealedCode',
];
