/**
 * What the first page asks of the server, by a door of its own: index.ts leads to every route, and whoever signs in would wait
 * for all of them. Imported by what is loaded before the frame; everything else imports index.ts. Written by hand, beside
 * what `npm run client` writes.
 */
export { Api } from './src/api';
export { sessionDescribe } from './src/fn/session/session-describe';
export { sessionOptions } from './src/fn/session/session-options';
export { sessionSignIn } from './src/fn/session/session-sign-in';
export { sessionSignInToDemonstration } from './src/fn/session/session-sign-in-to-demonstration';
export { sessionSignOut } from './src/fn/session/session-sign-out';
export { sessionSwitchAssignment } from './src/fn/session/session-switch-assignment';
export type { SessionAnswer } from './src/models/session-answer';
export type { SessionOptions } from './src/models/session-options';
