/**
 * What the first page needs, by a door of its own: index.ts leads to every component, and whoever signs in would wait
 * for all of them. Imported by what is loaded before the frame; everything else imports index.ts.
 */
export { Control, Field } from './field/field.js';
export { Icon } from './icon/icon.js';
export type { IconName } from './icon/icon-drawings.js';
export { Notice } from './notice/notice.js';
export { ToastRegion, Toasts } from './toasts/toasts.js';
export { french } from './words/typography.js';
